package mlpexplorer.ui.training;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Regularizer;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.workbench.Messages;

import java.util.List;
import java.util.stream.IntStream;

/// λ₁ and λ₂ of each layer, one row per layer. Rows are rebuilt only when their number changes, so
/// that typing keeps the focus.
final class LayerPenalties extends GridPane {
    private final TrainingViewModel model;
    private List<Row> rows = List.of();
    private boolean showing;

    private record Row(NumberField l1, NumberField l2) {}

    LayerPenalties(TrainingViewModel model) {
        this.model = model;
        setId("layer-penalties");
        getStyleClass().add("layer-penalties");
    }

    void show(List<Regularizer.Lambdas> layers) {
        showing = true;
        if (rows.size() != layers.size()) {
            build(layers.size());
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            rows.get(layer).l1().setValue(layers.get(layer).l1());
            rows.get(layer).l2().setValue(layers.get(layer).l2());
        }
        showing = false;
    }

    private void build(int layers) {
        getChildren().clear();
        Region gap = new Region();
        GridPane.setHgrow(gap, Priority.ALWAYS);
        addRow(0, gap, heading("lambda1"), heading("lambda2"));
        rows = IntStream.range(0, layers).mapToObj(layer -> row(layer, layers)).toList();
    }

    private static Label heading(String lambda) {
        Label heading = new Label(Messages.text("regularization." + lambda));
        heading.getStyleClass().add("caption-text");
        return heading;
    }

    private Row row(int layer, int layers) {
        String name =
                layer + 1 == layers
                        ? Messages.text("regularization.output")
                        : Messages.text("regularization.hidden", layer + 1);
        Row row = new Row(field(layer, name, "lambda1"), field(layer, name, "lambda2"));
        Label label = new Label(name);
        label.getStyleClass().add("form-label");
        addRow(layer + 1, label, row.l1(), row.l2());
        row.l1().valueProperty().addListener(_ -> edited(layer, row));
        row.l2().valueProperty().addListener(_ -> edited(layer, row));
        return row;
    }

    private void edited(int layer, Row row) {
        if (!showing) {
            model.lambdas(layer, new Regularizer.Lambdas(row.l1().getValue(), row.l2().getValue()));
        }
    }

    private static NumberField field(int layer, String name, String lambda) {
        String label = name + ": " + Messages.text("regularization." + lambda);
        ControlLabel caption =
                new ControlLabel(
                        label,
                        "layer-" + (layer + 1) + "-" + lambda,
                        Messages.text("regularization." + lambda + ".tip"));
        return new NumberField(caption, NumberRange.reals(0, Regularizer.MAX_LAMBDA));
    }
}
