package mlpexplorer.ui.sweep;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

import mlpexplorer.ui.workbench.Messages;

import java.util.List;
import java.util.stream.IntStream;

/// The color scale of a heat map.
final class HeatLegend extends HBox {
    private static final int STOPS = 16;

    private final Label worst = new Label();
    private final Label best = new Label();
    private final HBox diverged;

    HeatLegend() {
        getStyleClass().addAll("legend", "sweep-legend");
        Rectangle bar = new Rectangle(160, 10);
        List<Stop> stops =
                IntStream.rangeClosed(0, STOPS)
                        .mapToObj(
                                i -> new Stop((double) i / STOPS, HeatScale.at((double) i / STOPS)))
                        .toList();
        bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
        Region swatch = new Region();
        swatch.getStyleClass().addAll("sweep-swatch", "sweep-hatch");
        diverged = new HBox(swatch, new Label(Messages.text("sweep.legend.diverged")));
        diverged.getStyleClass().add("sweep-legend-part");
        getChildren().addAll(worst, bar, best, diverged);
    }

    void show(HeatScale scale, boolean anyDiverged) {
        boolean up = MetricText.isBetterUp(scale.measure());
        worst.setText(text(scale, up ? scale.low() : scale.high()));
        best.setText(text(scale, up ? scale.high() : scale.low()));
        diverged.setVisible(anyDiverged);
    }

    private static String text(HeatScale scale, double value) {
        return MetricText.text(scale.measure(), value);
    }
}
