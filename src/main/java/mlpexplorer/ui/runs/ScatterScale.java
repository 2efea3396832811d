package mlpexplorer.ui.runs;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.charts.NiceTicks;

import java.util.List;

/// The scales of the scatter plot: parameters on a logarithmic x axis, error on a linear y axis
/// from zero.
///
/// @param fewest parameters at the left edge
/// @param most parameters at the right edge
/// @param top the error at the upper edge
/// @param step step between ticks of the error
/// @param width width of the plot in pixels
/// @param height height of the plot in pixels
record ScatterScale(
        double fewest, double most, double top, double step, double width, double height) {
    private static final double ROOM = 1.15;
    private static final double ABOVE = 1.04;
    private static final double MIN_ERROR = 0.05;
    private static final int TICKS = 5;
    private static final int MAX_SIZES = 9;

    /// A scale with a margin around the runs; the top is a multiple of the tick step.
    static ScatterScale around(List<RunSummary> runs, double width, double height) {
        double fewest = runs.stream().mapToLong(RunSummary::parameters).min().orElse(1);
        double most = runs.stream().mapToLong(RunSummary::parameters).max().orElse(1000);
        double worst = runs.stream().mapToDouble(Pareto::error).max().orElse(1);
        double step = NiceTicks.step(Math.max(worst, MIN_ERROR), TICKS);
        return new ScatterScale(
                fewest / ROOM / (most == fewest ? 3 : 1),
                most * ROOM * (most == fewest ? 3 : 1),
                Math.max(step, Math.ceil(worst / step - 1e-9) * step) * ABOVE,
                step,
                width,
                height);
    }

    double x(double parameters) {
        return width * Math.log(parameters / fewest) / Math.log(most / fewest);
    }

    double y(double error) {
        return height * (1 - error / top);
    }

    /// Ticks of the error, from zero.
    List<Double> errors() {
        return NiceTicks.multiples(0, top, step);
    }

    /// 1, 2, 5, 10, … parameters, or only powers of ten if there are many.
    List<Double> sizes() {
        return NiceTicks.decades(fewest, most, MAX_SIZES);
    }
}
