package mlpexplorer.ui.model;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.workbench.Messages;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// A slider and a remove button for each hidden layer. Rows are rebuilt only when their number
/// changes, so that a dragged thumb stays under the pointer.
final class LayerList extends VBox {
    private static final int SLIDER_MAX = 64;

    private final ModelViewModel model;

    LayerList(ModelViewModel model) {
        this.model = model;
        getStyleClass().add("layer-list");
        setId("layer-list");
    }

    void show(List<Integer> hidden) {
        if (getChildren().size() != hidden.size()) {
            getChildren().clear();
            for (int layer = 0; layer < hidden.size(); layer++) {
                getChildren().add(row(layer, hidden.get(layer)));
            }
        }
        for (int layer = 0; layer < hidden.size(); layer++) {
            slider(layer).setValue(hidden.get(layer));
        }
    }

    private SliderRow slider(int layer) {
        return (SliderRow) ((HBox) getChildren().get(layer)).getChildren().getFirst();
    }

    private HBox row(int layer, int units) {
        ControlLabel caption =
                new ControlLabel(
                        Messages.text("model.layer", layer + 1),
                        "hidden-layer-" + (layer + 1),
                        Messages.text("model.layer.tip"));
        SliderRow slider = SliderRow.integers(caption, 1, SLIDER_MAX, ModelSpec.MAX_UNITS);
        slider.setValue(units);
        slider.valueProperty().addListener((_, _, value) -> model.units(layer, value.intValue()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        ControlLabel removal =
                new ControlLabel(
                        Messages.text("model.remove-layer", layer + 1),
                        "remove-layer-" + (layer + 1),
                        "");
        Button remove = IconButtons.icon(Feather.X, removal, () -> model.removeLayer(layer));
        HBox row = new HBox(slider, remove);
        row.getStyleClass().add("layer-row");
        return row;
    }
}
