package mlpexplorer.ui.runs;

import java.util.ArrayList;
import java.util.List;
import mlpexplorer.experiment.store.RunSummary;

/// Where runs stand in the picture of error against size: parameters across on a logarithmic scale, error upwards from zero.
///
/// @param fewest parameters at the left edge
/// @param most   parameters at the right edge
/// @param top    the error at the upper edge
/// @param width  of the plot, in pixels
/// @param height likewise
record ScatterScale(double fewest, double most, double top, double width, double height) {
    private static final double ROOM = 1.15;
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25};
    private static final int TICKS = 5;

    /// With room around the runs; the top is a multiple of its ticks' step.
    static ScatterScale around(List<RunSummary> runs, double width, double height) {
        double fewest = runs.stream().mapToLong(RunSummary::parameters).min().orElse(1);
        double most = runs.stream().mapToLong(RunSummary::parameters).max().orElse(1000);
        double worst = runs.stream().mapToDouble(Pareto::error).max().orElse(1);
        double step = step(worst);
        return new ScatterScale(
                fewest / ROOM / (most == fewest ? 3 : 1), most * ROOM * (most == fewest ? 3 : 1),
                Math.max(step, Math.ceil(worst / step - 1e-9) * step) * 1.04, width, height);
    }

    private static double step(double worst) {
        for (double step : STEPS) {
            if (worst <= TICKS * step) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    double x(double parameters) {
        return width * Math.log(parameters / fewest) / Math.log(most / fewest);
    }

    double y(double error) {
        return height * (1 - error / top);
    }

    /// Round errors from zero up.
    List<Double> errors() {
        double step = step(top / 1.04);
        List<Double> errors = new ArrayList<>();
        for (int k = 0; k * step <= top; k++) {
            errors.add(k * step);
        }
        return errors;
    }

    /// 1, 2, 5, 10, … parameters, or powers of ten alone where there are many.
    List<Long> sizes() {
        boolean wide = most / fewest > 1e3;
        List<Long> sizes = new ArrayList<>();
        for (long power = 1; power <= most; power *= 10) {
            for (long digit : wide ? new long[] {1} : new long[] {1, 2, 5}) {
                if (power * digit >= fewest && power * digit <= most) {
                    sizes.add(power * digit);
                }
            }
        }
        return sizes;
    }
}
