package mlpexplorer.ui.network;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.workbench.Messages;

/// The legend of colors, line widths and squares; wraps if necessary.
final class NetworkLegend extends FlowPane {
    private final Label largest = new Label();

    NetworkLegend() {
        setId("network-legend");
        getStyleClass().add("network-legend");
        largest.setId("network-largest");
        largest.getStyleClass().add("network-largest");
        getChildren()
                .addAll(
                        entry(
                                "network-swatch-negative",
                                new Label(Messages.text("network.legend.negative"))),
                        entry(
                                "network-swatch-positive",
                                new Label(Messages.text("network.legend.positive"))),
                        entry("network-swatch-wide", largest),
                        entry(
                                "network-swatch-bias",
                                new Label(Messages.text("network.legend.bias"))));
    }

    private static HBox entry(String styleClass, Label words) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("network-swatch", styleClass);
        HBox entry = new HBox(swatch, words);
        entry.getStyleClass().add("network-legend-entry");
        return entry;
    }

    /// The absolute weight that is drawn widest.
    void largest(double weight) {
        largest.setText(Messages.text("network.legend.width", Numbers.number(weight)));
    }
}
