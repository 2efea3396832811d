package mlpexplorer.ui.model;

import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.workbench.Messages;

import java.util.ArrayList;
import java.util.List;

/// A check box that shows one activation per hidden layer. Unchecked, all layers use the first
/// one's; it checks itself while the layers differ. Hidden for fewer than two layers.
final class LayerActivations extends VBox {
    private final ModelViewModel model;
    private final CheckBox open;
    private final VBox list = new VBox();
    private List<ChoiceRow<Activation>> rows = List.of();

    LayerActivations(ModelViewModel model) {
        this.model = model;
        getStyleClass().add("editor");
        open =
                new ControlLabel(
                                Messages.text("model.per-layer"),
                                "activation-per-layer-check",
                                Messages.text("model.per-layer.tip"))
                        .describe(new CheckBox(Messages.text("model.per-layer")));
        list.getStyleClass().addAll("editor", "indented");
        list.visibleProperty().bind(open.selectedProperty());
        list.managedProperty().bind(open.selectedProperty());
        open.selectedProperty()
                .addListener((_, _, now) -> {
                    if (!now) {
                        model.activation(List.of(model.model().activation(0)));
                    }
                });
        getChildren().addAll(open, list);
    }

    void show(ModelSpec spec) {
        int layers = spec.hidden().size();
        setVisible(layers > 1);
        setManaged(layers > 1);
        if (rows.size() != layers) {
            rows = new ArrayList<>();
            for (int layer = 0; layer < layers; layer++) {
                rows.add(row(layer));
            }
            list.getChildren().setAll(rows);
        }
        for (int layer = 0; layer < layers; layer++) {
            rows.get(layer).show(spec.activation(layer));
        }
        if (spec.activation().size() > 1) {
            open.setSelected(true);
        }
    }

    private ChoiceRow<Activation> row(int layer) {
        ControlLabel caption =
                new ControlLabel(
                        Messages.text("model.layer", layer + 1),
                        "activation-" + (layer + 1),
                        Messages.text("model.activation.tip"));
        return new ChoiceRow<>(
                caption,
                List.of(Activation.values()),
                SpecText::name,
                choice -> model.activation(layer, choice));
    }
}
