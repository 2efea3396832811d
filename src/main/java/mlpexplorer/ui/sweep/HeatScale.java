package mlpexplorer.ui.sweep;

import javafx.scene.paint.Color;

import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ColorRamp;

import java.util.List;

/// The color scale from the worst to the best mean of a table, lighter is better; color-blind safe
/// (the ends and middle of Viridis, van der Walt and Smith 2015).
///
/// @param metric of the sweep's data
/// @param low smallest mean; NaN if there is none
/// @param high largest mean
record HeatScale(SweepMeasure measure, Task.Metric metric, double low, double high) {
    private static final ColorRamp VIRIDIS = ColorRamp.diverging(0x440154, 0x21918c, 0xfde725);

    /// Smaller differences between fractions are not shown.
    private static final double MIN_SPAN = 0.01;

    private static final double LUMINANCE_THRESHOLD = 0.32;

    static HeatScale of(List<SweepCell> cells, SweepMeasure measure, Task.Metric metric) {
        var means =
                cells.stream()
                        .mapToDouble(cell -> cell.spread(measure).mean())
                        .filter(Double::isFinite)
                        .summaryStatistics();
        return means.getCount() == 0
                ? new HeatScale(measure, metric, Double.NaN, Double.NaN)
                : new HeatScale(measure, metric, means.getMin(), means.getMax());
    }

    Color color(double mean) {
        double span = Math.max(high - low, measure.isShare() ? MIN_SPAN : Double.MIN_NORMAL);
        double place =
                MetricText.isBetterUp(measure) ? 1 - (high - mean) / span : 1 - (mean - low) / span;
        return at(place);
    }

    /// The color at `place` from 0, the worst, to 1, the best.
    static Color at(double place) {
        return ColorRamp.color(VIRIDIS.at((float) Math.clamp(place, 0, 1)));
    }

    /// Black or white, whichever is more readable on `paper`.
    static Color textColor(Color paper) {
        double luminance =
                0.2126 * linear(paper.getRed())
                        + 0.7152 * linear(paper.getGreen())
                        + 0.0722 * linear(paper.getBlue());
        return luminance > LUMINANCE_THRESHOLD ? Color.web("#1f2328") : Color.WHITE;
    }

    private static double linear(double channel) {
        return Math.pow(channel, 2.2);
    }
}
