package mlpexplorer.ui.fx;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Stops at arbitrary values. Between two stops the thumb moves with the logarithm, or linearly next to 0.
final class StopScale implements Scale {

    private final double[] stops;

    StopScale(double... stops) {
        for (int i = 1; i < stops.length; i++) {
            if (!(stops[i - 1] < stops[i])) {
                throw new IllegalArgumentException("Stops must increase: " + Arrays.toString(stops));
            }
        }
        if (stops.length < 2) {
            throw new IllegalArgumentException("A scale needs two stops");
        }
        this.stops = stops.clone();
    }

    /// 1 and 3 of every power of ten within `min` to `max`, each the double nearest to its decimal form.
    static double[] ladder(double min, double max) {
        if (!(min > 0) || !(max < 1e300)) {
            throw new IllegalArgumentException("Not a ladder: " + min + " to " + max);
        }
        int first = (int) Math.floor(Math.log10(min)) - 1;
        int last = (int) Math.ceil(Math.log10(max)) + 1;
        DoubleStream.Builder rungs = DoubleStream.builder();
        for (int exponent = first; exponent <= last; exponent++) {
            rungs.add(BigDecimal.valueOf(1, -exponent).doubleValue());
            rungs.add(BigDecimal.valueOf(3, -exponent).doubleValue());
        }
        return rungs.build().filter(rung -> rung >= min && rung <= max).toArray();
    }

    static double[] withZero(double[] rungs) {
        return DoubleStream.concat(DoubleStream.of(0), Arrays.stream(rungs)).toArray();
    }

    @Override
    public int last() {
        return stops.length - 1;
    }

    @Override
    public double valueAt(int position) {
        return stops[position];
    }

    @Override
    public double positionOf(double value) {
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
        return low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }
}
