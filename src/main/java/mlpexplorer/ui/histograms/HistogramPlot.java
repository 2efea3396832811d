package mlpexplorer.ui.histograms;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import mlpexplorer.nn.Numbers;

/// A histogram as bars over an axis labeled with its range, with an optional guide line. The
/// tallest bar fills the height.
final class HistogramPlot extends Region {
    private static final double LABELS = 14;

    private final Path bars = new Path();
    private final Line base = new Line();
    private final Line guide = new Line();
    private final Text low = label();
    private final Text high = label();
    private final double guideAt;
    private final boolean powers;
    private Histogram histogram = Histogram.of(new double[0], 0);

    /// @param guideAt position of the guide line for logarithmic values (log₁₀); NaN for linear
    ///   values
    HistogramPlot(String styleClass, double guideAt) {
        this.guideAt = guideAt;
        powers = !Double.isNaN(guideAt);
        getStyleClass().addAll("histogram-plot", styleClass);
        bars.getStyleClass().add("histogram-bars");
        base.getStyleClass().add("histogram-base");
        guide.getStyleClass().add("histogram-guide");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(bars, base, guide, low, high);
        getChildren().forEach(child -> child.setManaged(false));
        setMinSize(70, 58);
        setPrefSize(110, 70);
    }

    private static Text label() {
        Text text = new Text();
        text.getStyleClass().add("histogram-label");
        text.setTextOrigin(VPos.TOP);
        return text;
    }

    void show(Histogram newer) {
        histogram = newer;
        low.setText(powers ? Numbers.powerOfTen(newer.low()) : Numbers.number(newer.low()));
        high.setText(powers ? Numbers.powerOfTen(newer.high()) : Numbers.number(newer.high()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double bottom = Math.floor(getHeight() - LABELS) - 0.5;
        bars.getElements().clear();
        double scale = histogram.highest() > 0 ? (bottom - 2) / histogram.highest() : 0;
        double step = width / Histogram.BINS;
        bars.getElements().add(new MoveTo(0, bottom));
        for (int bin = 0; bin < Histogram.BINS; bin++) {
            double top = bottom - scale * histogram.counts()[bin];
            bars.getElements()
                    .addAll(new LineTo(bin * step, top), new LineTo((bin + 1) * step, top));
        }
        bars.getElements().addAll(new LineTo(width, bottom), new ClosePath());
        base.setStartY(bottom);
        base.setEndY(bottom);
        base.setEndX(width);
        double x =
                Math.floor(
                                width
                                        * (guideAt - histogram.low())
                                        / (histogram.high() - histogram.low()))
                        + 0.5;
        guide.setVisible(x >= 0 && x <= width);
        guide.setStartX(guide.isVisible() ? x : 0);
        guide.setEndX(guide.isVisible() ? x : 0);
        guide.setEndY(bottom);
        low.setY(bottom + 2);
        high.setY(bottom + 2);
        high.setX(width - high.getLayoutBounds().getWidth());
    }
}
