package mlpexplorer.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import mlpexplorer.training.EpochMetrics;

/// One line on a terminal that is drawn over itself ten times a second.
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintStream err;
    private final int epochs;
    private final boolean visible;
    private final long began = System.nanoTime();
    private long drawn = began;

    /// @param epochs planned
    /// @param wanted whether to draw, if there is a terminal to draw on
    ProgressBar(PrintStream err, int epochs, boolean wanted) {
        this.err = err;
        this.epochs = epochs;
        Console console = System.console();
        this.visible = wanted && console != null && console.isTerminal();
    }

    void show(EpochMetrics metrics) {
        long now = System.nanoTime();
        if (visible && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            err.print(ERASE_LINE + line(metrics, epochs, (now - began) * 1e-9));
            err.flush();
        }
    }

    @Override
    public void close() {
        if (visible) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }

    static String line(EpochMetrics metrics, int epochs, double seconds) {
        double share = (double) metrics.epoch() / epochs;
        int full = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  epoch %,d of %,d  loss %s  %.0f s left",
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                100 * share,
                metrics.epoch(),
                epochs,
                Figures.loss(metrics.train().loss()),
                seconds / share - seconds);
    }
}
