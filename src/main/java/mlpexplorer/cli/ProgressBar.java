package mlpexplorer.cli;

import mlpexplorer.nn.Numbers;
import mlpexplorer.training.EpochMetrics;

import java.io.PrintStream;
import java.util.Locale;

/// The progress of a run on a terminal.
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    private final TerminalLine terminal;
    private final int epochs;
    private final long began = System.nanoTime();

    /// @param epochs planned
    /// @param wanted whether to draw if stderr is a terminal
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
        return bar(share)
                + "  epoch "
                + Numbers.count(metrics.epoch())
                + " of "
                + Numbers.count(epochs)
                + "  loss "
                + Numbers.loss(metrics.train().loss())
                + timeLeft(share, seconds);
    }

    /// The time left after `seconds` for a share of the work, or nothing in the first percent,
    /// which tells too little.
    static String timeLeft(double share, double seconds) {
        return share < 0.01 ? "" : timeLeft(seconds / share - seconds);
    }

    /// ` 2 min 5 s left`
    static String timeLeft(double seconds) {
        return "  " + Numbers.duration(Math.rint(seconds)) + " left";
    }

    /// `[####### ] 25%`
    static String bar(double share) {
        int full = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3s%%",
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                Numbers.fixed(100 * share, 0));
    }
}
