package mlpexplorer.ui.controls;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The stops of a slider: positions 0 … [#last] and the value at each. Values between or beyond the
/// stops can still be typed; the thumb is then between its neighbors, or at the end. Immutable.
public abstract sealed class Scale {

    private Scale() {}

    /// The highest position; there are `last() + 1` stops.
    abstract int last();

    /// The value at `position`, 0 to [#last].
    abstract double valueAt(int position);

    /// The position of `value`, from 0 to [#last]; fractional between two stops.
    abstract double positionOf(double value);

    /// The value `steps` stops above `value` (below if negative); from a value between stops, the
    /// first step goes to the nearest stop on that side. Stops at the ends.
    final double step(double value, int steps) {
        return valueAt((int) Math.clamp(from(positionOf(value), steps) + steps, 0, last()));
    }

    /// Like [#step] for a typed field, which may leave the stops: a linear scale continues in equal
    /// steps beyond its ends.
    double nudge(double value, int steps) {
        return step(value, steps);
    }

    /// The stop that `steps` count from.
    private static double from(double position, int steps) {
        return steps > 0 ? Math.floor(position + 1e-9) : Math.ceil(position - 1e-9);
    }

    /// Equal steps from `min` to `max`.
    public static Scale linear(double min, double max, double step) {
        return new Linear(min, max, step);
    }

    /// The given stops, strictly increasing; the last may be infinite.
    public static Scale stops(double... stops) {
        return new Stops(stops);
    }

    /// The 1–3–10 series from `min` to `max` (powers of ten and three times these): 1e-5, 3e-5,
    /// 1e-4 … 10.
    public static Scale oneThreeTen(double min, double max) {
        return new Stops(oneThreeStops(min, max));
    }

    /// The same series with a stop for 0 before it.
    public static Scale oneThreeTenFromZero(double min, double max) {
        return new Stops(
                DoubleStream.concat(DoubleStream.of(0), Arrays.stream(oneThreeStops(min, max)))
                        .toArray());
    }

    /// 1 and 3 of every power of ten within `min` to `max`, each the double nearest to its decimal
    /// form.
    private static double[] oneThreeStops(double min, double max) {
        if (!(min > 0) || !(max < 1e300)) {
            throw new IllegalArgumentException("Not a series: " + min + " to " + max);
        }
        int first = (int) Math.floor(Math.log10(min)) - 1;
        int last = (int) Math.ceil(Math.log10(max)) + 1;
        DoubleStream.Builder oneThreeStops = DoubleStream.builder();
        for (int exponent = first; exponent <= last; exponent++) {
            oneThreeStops.add(BigDecimal.valueOf(1, -exponent).doubleValue());
            oneThreeStops.add(BigDecimal.valueOf(3, -exponent).doubleValue());
        }
        return oneThreeStops.build().filter(stop -> stop >= min && stop <= max).toArray();
    }

    /// Equal steps. Values are computed in decimal, so that 35 steps of 0.01 give exactly 0.35.
    private static final class Linear extends Scale {
        private final double min;
        private final double max;
        private final double step;

        Linear(double min, double max, double step) {
            if (!(min < max) || !(step > 0) || step > max - min) {
                throw new IllegalArgumentException(
                        "Not a scale: " + min + " to " + max + " by " + step);
            }
            this.min = min;
            this.max = max;
            this.step = step;
        }

        @Override
        int last() {
            return (int) Math.round((max - min) / step);
        }

        @Override
        double valueAt(int position) {
            BigDecimal way = BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(position));
            return Math.min(max, BigDecimal.valueOf(min).add(way).doubleValue());
        }

        @Override
        double positionOf(double value) {
            return Math.clamp((value - min) / step, 0, last());
        }

        @Override
        double nudge(double value, int steps) {
            double from = from((value - min) / step, steps);
            return BigDecimal.valueOf(step)
                    .multiply(BigDecimal.valueOf(from + steps))
                    .add(BigDecimal.valueOf(min))
                    .doubleValue();
        }
    }

    /// Stops at arbitrary values. Between two stops the thumb moves with the logarithm, or linearly
    /// next to 0.
    private static final class Stops extends Scale {
        private final double[] stops;

        Stops(double... stops) {
            for (int i = 1; i < stops.length; i++) {
                if (!(stops[i - 1] < stops[i])) {
                    throw new IllegalArgumentException(
                            "Stops must increase: " + Arrays.toString(stops));
                }
            }
            if (stops.length < 2) {
                throw new IllegalArgumentException("A scale needs two stops");
            }
            this.stops = stops.clone();
        }

        @Override
        int last() {
            return stops.length - 1;
        }

        @Override
        double valueAt(int position) {
            return stops[position];
        }

        @Override
        double positionOf(double value) {
            int found = Arrays.binarySearch(stops, value);
            if (found >= 0) {
                return found;
            }
            int above = -found - 1;
            if (above == 0 || above == stops.length) {
                return Math.clamp(above, 0, last());
            }
            return above - 1 + fraction(stops[above - 1], stops[above], value);
        }

        private static double fraction(double low, double high, double value) {
            if (Double.isInfinite(high)) {
                return 0.5;
            }
            return low > 0
                    ? Math.log(value / low) / Math.log(high / low)
                    : (value - low) / (high - low);
        }
    }
}
