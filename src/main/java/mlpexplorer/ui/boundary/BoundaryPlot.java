package mlpexplorer.ui.boundary;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import mlpexplorer.data.DataSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.field.Contour;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.UnitFields;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The exportable picture: title, plot with axes and caption, legend.
final class BoundaryPlot extends VBox {
    /// A narrower title would be only an ellipsis.
    private static final double MIN_TITLE = 40;

    private final PlotArea area = new PlotArea();
    private final Legend legend;
    private final HBox heading;

    private final Label title = new Label();
    private final PlanePicker picker;
    private final Button unpin;
    private Optional<UnitFields.Place> pinned = Optional.empty();
    private FieldPainter painter;
    private boolean othersAtMean;
    private String caption = "";

    /// @param tools controls to the right of the title, not part of saved pictures
    /// @param painter colors the first content
    /// @param onUnpin draws the output again instead of a unit
    BoundaryPlot(
            Node tools, FieldPainter painter, Consumer<PlaneChoice> onPlane, Runnable onUnpin) {
        this.painter = painter;
        unpin =
                IconButtons.icon(
                        Feather.X, BoundaryText.caption("unpin", "boundary-unpin-button"), onUnpin);
        unpin.getStyleClass().add("no-picture");
        unpin.setVisible(false);
        unpin.managedProperty().bind(unpin.visibleProperty());
        picker = new PlanePicker(onPlane);
        picker.getStyleClass().add("no-picture");
        legend = new Legend();
        title.setLabelFor(area.surface());
        title.getStyleClass().add("boundary-title");
        // A saved picture has no tools, so it has room for the title of a narrow window.
        title.visibleProperty().bind(title.widthProperty().greaterThan(MIN_TITLE));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading = new HBox(title, unpin, space, tools);
        heading.getStyleClass().addAll("boundary-heading", "picture-title");
        heading.widthProperty().subscribe(this::nameTitle);
        setVgrow(area, Priority.ALWAYS);
        setId("boundary-plot");
        getStyleClass().add("boundary-plot");
        getChildren().addAll(heading, picker, area, legend);
    }

    /// Names the unit that is drawn instead of the output, and shows its colors.
    ///
    /// @param bounded whether its values are between −1 and 1
    void pin(Optional<UnitFields.Place> unit, boolean bounded) {
        pinned = unit;
        legend.pin(unit.isPresent(), bounded);
        unpin.setVisible(unit.isPresent());
        nameTitle();
    }

    private void nameTitle() {
        if (pinned.isPresent()) {
            title.setText(pinned.get().name());
            return;
        }
        String key = BoundaryText.title(painter);
        Text whole = new Text(BoundaryText.text(key));
        whole.setFont(title.getFont());
        double others = heading.prefWidth(-1) - title.prefWidth(-1);
        boolean fits = Math.ceil(whole.getLayoutBounds().getWidth()) + others < heading.getWidth();
        title.setText(fits ? whole.getText() : BoundaryText.text(key + ".short"));
    }

    /// The maximum height of the parts.
    @Override
    protected double computeMaxHeight(double width) {
        double known = width < 0 ? prefWidth(-1) : width;
        double inside = known - getInsets().getLeft() - getInsets().getRight();
        double parts = getInsets().getTop() + getInsets().getBottom();
        for (Node child : getManagedChildren()) {
            parts += child == area ? area.maxHeight(inside) : child.prefHeight(inside);
        }
        return parts + getSpacing() * (getManagedChildren().size() - 1);
    }

    PlotArea area() {
        return area;
    }

    void show(Content content, FieldPainter newest) {
        painter = newest;
        nameTitle();
        switch (content) {
            case Content.Nothing() -> showNothing(BoundaryText.text("empty"));
            case Content.Blank(Domain domain) -> {
                showNothing("");
                area.axes()
                        .show(
                                domain,
                                BoundaryText.featureName("x1"),
                                BoundaryText.featureName("x2"));
            }
            case Content.NoPlane(int features) ->
                    showNothing(BoundaryText.text("no-plane", features));
            case Content.Plane plane -> {
                othersAtMean =
                        plane.view().choice() instanceof PlaneChoice.Features
                                && plane.dataset().samples().columns() > DataSpec.Plane.FEATURES;
                picker.show(Optional.of(plane));
                area.show(
                        plane,
                        painter,
                        BoundaryText.axis(plane, true),
                        BoundaryText.axis(plane, false));
                legend.show(plane, painter);
                showCaption();
            }
        }
    }

    private void showNothing(String message) {
        picker.show(Optional.empty());
        area.showNothing(message);
        legend.clear();
    }

    /// Names the network and the epoch.
    void caption(Frame frame) {
        caption =
                frame.parameters().shape()
                        + " · "
                        + BoundaryText.text("epoch", frame.metrics().epoch());
        showCaption();
    }

    private void showCaption() {
        area.axes().caption(othersAtMean ? BoundaryText.text("others") + " · " + caption : caption);
    }

    /// Shows the contour of the linear baseline with an entry in the legend.
    void showBaseline(Contour other) {
        area.showBaseline(other);
        legend.showBaseline(true);
    }

    void clearBaseline() {
        area.clearBaseline();
        legend.showBaseline(false);
    }

    void showTestPoints(boolean shown) {
        area.showTestPoints(shown, painter);
        legend.showTestPoints(shown);
    }

    /// Selects the plane for data with more than two features: principal components, or two
    /// features by name. Hidden for other data.
    private static final class PlanePicker extends HBox {
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
}
