package mlpexplorer.ui.network;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.LayerEdits;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row above the diagram: buttons that add and remove hidden layers, and above each hidden layer
/// those that add and remove units.
final class LayerButtons extends Pane {
    private final Workbench workbench;
    private final LayerEdits edits;
    private final Button remove;
    private final Button add;
    private final HBox layers;
    private final List<Units> units = new ArrayList<>();
    private Optional<DiagramLayout> diagram = Optional.empty();

    LayerButtons(Workbench workbench) {
        this.workbench = workbench;
        edits = new LayerEdits(workbench);
        setId("layer-buttons");
        getStyleClass().add("layer-buttons");
        remove =
                button(
                        Feather.MINUS,
                        "layer.remove",
                        "diagram-remove-layer",
                        0,
                        () -> edits.remove(hidden().size() - 1));
        add = button(Feather.PLUS, "layer.add", "diagram-add-layer", 0, edits::add);
        layers = new HBox(new FontIcon(Feather.LAYERS), remove, add);
        layers.getStyleClass().add("layer-count");
        getChildren().add(layers);
        workbench.specProperty().subscribe(_ -> update());
        workbench
                .lesson()
                .atProperty()
                .subscribe(_ -> setDisable(workbench.lesson().locks(Control.LAYERS)));
    }

    private List<Integer> hidden() {
        return workbench.spec().model().hidden();
    }

    /// The buttons of one hidden layer.
    private final class Units extends HBox {
        private final int layer;
        private final Button fewer;
        private final Button more;

        /// @param layer counted from 0
        Units(int layer) {
            this.layer = layer;
            int number = layer + 1;
            fewer =
                    button(
                            Feather.MINUS,
                            "unit.remove",
                            "diagram-remove-unit-" + number,
                            number,
                            () -> change(-1));
            more =
                    button(
                            Feather.PLUS,
                            "unit.add",
                            "diagram-add-unit-" + number,
                            number,
                            () -> change(1));
            getChildren().addAll(fewer, more);
        }

        private void change(int by) {
            edits.units(layer, hidden().get(layer) + by);
        }

        void update() {
            fewer.setDisable(hidden().get(layer) == 1);
            more.setDisable(hidden().get(layer) == ModelSpec.MAX_UNITS);
        }
    }

    private static Button button(Ikon icon, String key, String id, int layer, Runnable action) {
        ControlLabel caption =
                new ControlLabel(
                        Messages.text("network." + key, layer),
                        id,
                        Messages.text("network." + key + ".tip", layer));
        Button button = IconButtons.icon(icon, caption, action);
        button.getStyleClass().add("layer-button");
        return button;
    }

    private void update() {
        while (units.size() > hidden().size()) {
            getChildren().remove(units.removeLast());
        }
        while (units.size() < hidden().size()) {
            units.add(new Units(units.size()));
            getChildren().add(units.getLast());
        }
        units.forEach(Units::update);
        remove.setDisable(hidden().isEmpty());
        add.setDisable(!edits.canAdd());
    }

    /// Puts the buttons above the columns of a diagram.
    void follow(DiagramLayout drawn) {
        if (diagram.filter(drawn::equals).isEmpty()) {
            diagram = Optional.of(drawn);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        layers.resizeRelocate(0, 0, layers.prefWidth(-1), getHeight());
        for (Units each : units) {
            int column = each.layer + 1;
            boolean drawn = diagram.filter(now -> column < now.columns() - 1).isPresent();
            each.setVisible(drawn);
            if (drawn) {
                DiagramLayout now = diagram.orElseThrow();
                double width = each.prefWidth(-1);
                double x = now.x(column) + now.box() / 2 - width / 2;
                each.resizeRelocate(Math.rint(x), 0, width, getHeight());
            }
        }
    }
}
