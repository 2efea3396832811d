package mlpexplorer.ui.charts;

import java.util.ArrayList;
import java.util.List;

/// Round values at which an axis is labelled.
final class NiceTicks {
    private static final double[] FINE = {1, 2, 2.5, 5, 10};
    private static final double[] WHOLE = {1, 2, 5, 10};
    /// An axis that ends a little above a round number is divided as one that ends there.
    private static final double TOLERANCE = 0.03;

    private NiceTicks() {}

    /// The smallest round step that cuts `span` into at most about `most` parts.
    static double step(double span, int most) {
        return step(span, most, FINE);
    }

    /// The same among whole numbers, at least 1.
    static double wholeStep(double span, int most) {
        return Math.max(1, step(span, most, WHOLE));
    }

    private static double step(double span, int most, double[] mantissas) {
        double least = span / Math.max(1, most);
        double power = Math.floor(Math.log10(least));
        for (double mantissa : mantissas) {
            double candidate = Ladder.times10(mantissa, power);
            if (candidate >= least * (1 - TOLERANCE)) {
                return candidate;
            }
        }
        return Ladder.times10(10, power);
    }

    /// The multiples of `step` inside the range.
    static List<Number> multiples(AxisRange range, double step) {
        List<Number> ticks = new ArrayList<>();
        double tolerance = step * 1e-9;
        for (double k = Math.ceil((range.lower() - tolerance) / step); k * step <= range.upper() + tolerance; k++) {
            ticks.add(k * step + 0.0); // no −0
        }
        return ticks;
    }

    /// Powers of ten inside the range, every second or third … of them where there are more than `most`; with the 2s and 5s between
    /// where there are so few that they leave room.
    static List<Number> decades(AxisRange range, int most) {
        int first = (int) Math.ceil(Math.log10(range.lower()) - 1e-9);
        int last = (int) Math.floor(Math.log10(range.upper()) + 1e-9);
        int stride = Math.max(1, Math.ceilDiv(last - first + 1, Math.max(1, most)));
        boolean roomy = 3 * (last - first + 1) <= most;
        List<Number> ticks = new ArrayList<>();
        for (int power = roomy ? first - 1 : first; power <= last; power += stride) {
            for (double mantissa : roomy ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = Ladder.times10(mantissa, power);
                if (tick >= range.lower() * (1 - 1e-9) && tick <= range.upper() * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /// The 2, 3, … 9 times powers of ten between the decades; none where the range is so long that they would crowd.
    static List<Number> betweenDecades(AxisRange range) {
        int first = (int) Math.floor(Math.log10(range.lower()) + 1e-9);
        int last = (int) Math.floor(Math.log10(range.upper()) + 1e-9);
        List<Number> ticks = new ArrayList<>();
        for (int power = first; power <= last && last - first <= 5; power++) {
            for (int mantissa = 2; mantissa <= 9; mantissa++) {
                double tick = Ladder.times10(mantissa, power);
                if (tick >= range.lower() && tick <= range.upper()) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
