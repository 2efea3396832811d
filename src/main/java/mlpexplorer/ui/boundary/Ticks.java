package mlpexplorer.ui.boundary;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

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
        return write(tick, decimals());
    }

    /// A number between ticks, with two decimals more.
    String fine(double value) {
        return write(value, decimals() + 2);
    }

    private int decimals() {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + SLACK));
    }

    private static String write(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }
}
