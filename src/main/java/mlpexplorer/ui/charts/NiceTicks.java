package mlpexplorer.ui.charts;

import java.util.ArrayList;
import java.util.List;

/// Round numbers along an axis: the steps between its labels, the labels, and the bounds.
public final class NiceTicks {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double[] INTEGER_STEPS = {1, 2, 5, 10};
    private static final double[] BOUNDS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    /// Keeps 0.1 + 0.2 at the bound 0.3.
    private static final double BOUND_TOLERANCE = 1 + 1e-12;

    /// An axis that ends a little above a round number is divided as one that ends there.
    private static final double TOLERANCE = 0.03;

    private NiceTicks() {}

    /// The smallest round step that cuts `span` into at most about `most` parts.
    public static double step(double span, int most) {
        return step(span, most, STEPS);
    }

    /// The same among whole numbers, at least 1.
    static double wholeStep(double span, int most) {
        return Math.max(1, step(span, most, INTEGER_STEPS));
    }

    private static double step(double span, int most, double[] mantissas) {
        double least = span / Math.max(1, most);
        double power = Math.floor(Math.log10(least));
        for (double mantissa : mantissas) {
            double candidate = times10(mantissa, power);
            if (candidate >= least * (1 - TOLERANCE)) {
                return candidate;
            }
        }
        return times10(10, power);
    }

    /// The lowest of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 and 8 times a power of ten that is not below
    /// `value` (> 0). Neighbors are at most a third apart, so a curve fills at least three quarters
    /// of an axis that ends there.
    static double bound(double value) {
        double power = Math.floor(Math.log10(value));
        for (double mantissa : BOUNDS) {
            double candidate = times10(mantissa, power);
            if (value <= candidate * BOUND_TOLERANCE) {
                return Math.min(candidate, Double.MAX_VALUE / 2);
            }
        }
        return Math.min(times10(10, power), Double.MAX_VALUE / 2);
    }

    /// `mantissa · 10^power`, rounded as the decimal literal is: 3 · 10⁻¹ gives 0.3 and not
    /// 0.30000000000000004.
    static double times10(double mantissa, double power) {
        return power < 0 ? mantissa / Math.pow(10, -power) : mantissa * Math.pow(10, power);
    }

    /// The multiples of `step` from `low` to `high`.
    public static List<Double> multiples(double low, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        double tolerance = step * 1e-9;
        for (double k = Math.ceil((low - tolerance) / step); k * step <= high + tolerance; k++) {
            ticks.add(k * step + 0.0); // no −0
        }
        return ticks;
    }

    /// Powers of ten from `low` (> 0) to `high`: only every second or third … if there are more
    /// than `most`, and with the 2s and 5s between them if there are few.
    public static List<Double> decades(double low, double high, int most) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int stride = Math.max(1, Math.ceilDiv(last - first + 1, Math.max(1, most)));
        boolean roomy = 3 * (last - first + 1) <= most;
        List<Double> ticks = new ArrayList<>();
        for (int power = roomy ? first - 1 : first; power <= last; power += stride) {
            for (double mantissa : roomy ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = times10(mantissa, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /// The 2, 3, … 9 times powers of ten between the decades; none if there are too many decades.
    static List<Double> betweenDecades(double low, double high) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last && last - first <= 5; power++) {
            for (int mantissa = 2; mantissa <= 9; mantissa++) {
                double tick = times10(mantissa, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
