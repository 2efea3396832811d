package mlpexplorer.ui.boundary;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.field.PlaneChoice;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Selects the plane for data with more than two features: principal components, or two features by
/// name. Hidden for other data.
final class PlanePicker extends HBox {
    private static final int PRINCIPAL = -1;

    private final Consumer<PlaneChoice> onChoice;
    private final ComboBox<Integer> across;
    private final ComboBox<Integer> up;
    private final Label by;
    private List<String> features = List.of();
    private boolean showing;

    PlanePicker(Consumer<PlaneChoice> onChoice) {
        this.onChoice = onChoice;
        across = box("across");
        up = box("up");
        by = new Label(BoundaryText.text("plane.by"));
        Label heading = new Label(BoundaryText.text("plane"));
        heading.setLabelFor(across);
        setId("boundary-plane");
        getStyleClass().add("boundary-plane");
        getChildren().addAll(heading, across, by, up);
        across.valueProperty().addListener((_, before, now) -> pick(before, now, true));
        up.valueProperty().addListener((_, before, now) -> pick(before, now, false));
        show(Optional.empty());
    }

    private ComboBox<Integer> box(String key) {
        ComboBox<Integer> box =
                BoundaryText.caption("plane." + key, "plane-" + key + "-field")
                        .describe(new ComboBox<>());
        box.setVisibleRowCount(12);
        box.setConverter(new ChoiceConverter<>(this::name));
        return box;
    }

    private String name(int choice) {
        return choice == PRINCIPAL
                ? BoundaryText.text("plane.principal")
                : BoundaryText.featureName(features.get(choice));
    }

    /// Displays the current plane; hidden if there is no choice.
    void show(Optional<Content.Plane> drawn) {
        Optional<Content.Plane> plane =
                drawn.filter(known -> known.dataset().featureNames().size() > 2);
        setVisible(plane.isPresent());
        setManaged(plane.isPresent());
        showing = true;
        plane.ifPresent(this::display);
        showing = false;
    }

    private void display(Content.Plane plane) {
        if (!features.equals(plane.dataset().featureNames())) {
            features = plane.dataset().featureNames();
            List<Integer> columns = IntStream.range(0, features.size()).boxed().toList();
            across.getItems().setAll(columns);
            if (new PlaneChoice.Principal().fits(features.size())) {
                across.getItems().addFirst(PRINCIPAL);
            }
            up.getItems().setAll(columns);
        }
        boolean principal = plane.view().choice() instanceof PlaneChoice.Principal;
        if (plane.view().choice() instanceof PlaneChoice.Features(int first, int second)) {
            across.setValue(first);
            up.setValue(second);
        } else {
            across.setValue(PRINCIPAL);
        }
        by.setVisible(!principal);
        up.setVisible(!principal);
    }

    /// Selecting the feature of the other axis swaps the two.
    private void pick(Integer before, Integer now, boolean first) {
        if (showing || now == null) {
            return;
        }
        if (across.getValue() == PRINCIPAL) {
            onChoice.accept(new PlaneChoice.Principal());
            return;
        }
        int other =
                Optional.ofNullable(first ? up.getValue() : across.getValue())
                        .orElse(now == 0 ? 1 : 0);
        if (other == now) {
            boolean swaps = before != null && before != PRINCIPAL;
            other = swaps ? before : now == 0 ? 1 : 0;
        }
        onChoice.accept(
                first
                        ? new PlaneChoice.Features(now, other)
                        : new PlaneChoice.Features(other, now));
    }
}
