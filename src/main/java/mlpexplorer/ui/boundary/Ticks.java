package mlpexplorer.ui.boundary;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import mlpexplorer.nn.Numbers;

/// Round numbers along an axis, `step` apart, and how they and the numbers between them are written.
record Ticks(double low, double high, double step) {
    private static final double[] MANTISSAS = {1, 2, 5, 10};
    private static final double SLACK = 1e-9;

    /// The ticks from `low` to `high` with the smallest round step that makes at most `most` steps.
    static Ticks over(double low, double high, int most) {
        double least = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double mantissa : MANTISSAS) {
            if (mantissa * power >= least * (1 - SLACK)) {
                return new Ticks(low, high, mantissa * power);
            }
        }
        return new Ticks(low, high, 10 * power);
    }

    DoubleStream values() {
        long first = (long) Math.ceil(low / step - SLACK);
        long last = (long) Math.floor(high / step + SLACK);
        return LongStream.rangeClosed(first, last).mapToDouble(k -> k * step);
    }

    /// A tick, with as many decimals as the step has.
    String label(double tick) {
        return Numbers.tick(tick, step);
    }

    /// A number between ticks, with two decimals more.
    String fine(double value) {
        return Numbers.betweenTicks(value, step);
    }
}
