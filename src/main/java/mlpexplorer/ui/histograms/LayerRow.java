package mlpexplorer.ui.histograms;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.workbench.Messages;

import java.util.List;

/// The three histograms of one layer under its name.
final class LayerRow extends VBox {
    /// log₁₀ of the ratio commonly considered healthy.
    static final double GUIDE = -3;

    private static final double TALLEST = 170;

    private final Label name = new Label();
    private final List<String> kinds = List.of("weights", "activations", "ratios");
    private final List<HistogramPlot> plots =
            kinds.stream()
                    .map(kind ->
                            new HistogramPlot(kind, kind.equals("ratios") ? GUIDE : Double.NaN))
                    .toList();

    LayerRow(int layer) {
        getStyleClass().add("layer-histograms");
        name.getStyleClass().add("histogram-layer");
        HBox row = new HBox();
        row.getStyleClass().add("histogram-row");
        for (int i = 0; i < plots.size(); i++) {
            HistogramPlot plot = plots.get(i);
            plot.setId("histogram-" + kinds.get(i) + "-" + layer);
            HBox.setHgrow(plot, Priority.ALWAYS);
            row.getChildren().add(plot);
        }
        VBox.setVgrow(row, Priority.ALWAYS);
        setMaxHeight(TALLEST);
        getChildren().addAll(name, row);
    }

    void show(LayerHistograms layer) {
        name.setText(
                Messages.text(
                        "histograms.layer",
                        String.valueOf(layer.layer()),
                        layer.shape(),
                        Numbers.powerOfTen(layer.ratio())));
        List<Histogram> shown = List.of(layer.weights(), layer.activations(), layer.ratios());
        for (int i = 0; i < shown.size(); i++) {
            Histogram histogram = shown.get(i);
            String words =
                    Messages.text(
                            "histograms." + kinds.get(i) + ".tip",
                            histogram.total(),
                            Numbers.number(histogram.mean()),
                            Numbers.number(histogram.deviation()));
            plots.get(i).show(histogram);
            plots.get(i).setAccessibleText(words);
            Tooltips.explain(plots.get(i), words);
        }
    }
}
