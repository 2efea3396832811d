package mlpexplorer.cli;

import java.io.PrintStream;
import java.util.Locale;
import mlpexplorer.training.EpochMetrics;

/// How far a run is, on a terminal.
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    private final TerminalLine terminal;
    private final int epochs;
    private final long began = System.nanoTime();

    /// @param epochs planned
    /// @param wanted whether to draw, if there is a terminal to draw on
    ProgressBar(PrintStream err, int epochs, boolean wanted) {
        this.terminal = new TerminalLine(err, wanted);
        this.epochs = epochs;
    }

    void show(EpochMetrics metrics) {
        terminal.show(() -> line(metrics, epochs, (System.nanoTime() - began) * 1e-9));
    }

    @Override
    public void close() {
        terminal.close();
    }

    static String line(EpochMetrics metrics, int epochs, double seconds) {
        double share = (double) metrics.epoch() / epochs;
        return String.format(
                Locale.ROOT,
                "%s  epoch %,d of %,d  loss %s  %.0f s left",
                bar(share),
                metrics.epoch(),
                epochs,
                Figures.loss(metrics.train().loss()),
                seconds / share - seconds);
    }

    /// `[#######       ]  25 %`
    static String bar(double share) {
        int full = (int) (share * WIDTH);
        return String.format(Locale.ROOT, "[%s%s] %3.0f %%", "#".repeat(full), " ".repeat(WIDTH - full), 100 * share);
    }
}
