package mlpexplorer.cli;

import java.io.PrintStream;
import java.util.function.Supplier;

/// A line on a terminal that is overwritten ten times per second.
final class TerminalLine implements AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintStream err;
    private final boolean visible;
    private long drawn = System.nanoTime();

    /// @param wanted whether to draw if stderr is a terminal
    TerminalLine(PrintStream err, boolean wanted) {
        this.err = err;
        this.visible = wanted && isTerminal();
    }

    private static boolean isTerminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Removes the line of a [TerminalLine] before a message is printed.
    static void erase(PrintStream err) {
        if (isTerminal()) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }

    /// Shows `text` if the last update was long enough ago.
    void show(Supplier<String> text) {
        long now = System.nanoTime();
        if (visible && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            err.print(ERASE_LINE + Console.line(text.get()));
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
}
