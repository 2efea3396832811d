package mlpexplorer.cli;

import mlpexplorer.data.Dataset;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.ModelSpec;

import java.io.PrintStream;
import java.util.Locale;

/// The output streams of a command. Names from files cannot control the terminal: control
/// characters are printed as in JSON, `\u001b`, so that JSON output keeps its meaning.
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream terminal;

    Console(PrintStream out, PrintStream err) {
        this.out = new CleanStream(out);
        this.err = new CleanStream(err);
        terminal = err;
    }

    /// For results.
    PrintStream out() {
        return out;
    }

    /// For errors.
    PrintStream err() {
        return err;
    }

    /// For progress, which moves the cursor; its texts must be [#line]s.
    PrintStream terminal() {
        return terminal;
    }

    /// Prints a sentence for the user, over the progress.
    void message(String message) {
        TerminalLine.erase(terminal);
        err.println(Cli.NAME + ": " + message);
        err.flush();
    }

    /// Prints the notes about the file of `dataset`.
    void explain(Dataset dataset) {
        dataset.notes().forEach(note -> err.println("note: " + line(note)));
    }

    /// Prints the notes about the file of `dataset` and about the network trained on it.
    void explain(Dataset dataset, ModelSpec model) {
        explain(dataset);
        SpecText.untrained(model).ifPresent(note -> err.println("note: " + note));
    }

    /// `text` on one line, without control characters and characters that change the direction of
    /// text.
    static String line(String text) {
        return clean(text, false);
    }

    private static String clean(String text, boolean keepsLines) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (controls(c) && !(keepsLines && (c == '\n' || c == '\t'))) {
                clean.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean controls(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// Cleans everything that is printed, except for line ends and tabs.
    private static final class CleanStream extends PrintStream {
        CleanStream(PrintStream target) {
            super(target, false, target.charset());
        }

        @Override
        public void print(String text) {
            super.print(clean(String.valueOf(text), true));
        }

        @Override
        public void print(Object value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(char[] text) {
            print(String.valueOf(text));
        }
    }
}
