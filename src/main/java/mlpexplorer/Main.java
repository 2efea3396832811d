package mlpexplorer;

import mlpexplorer.cli.Cli;
import mlpexplorer.data.io.UserError;
import mlpexplorer.ui.App;
import mlpexplorer.ui.headless.HeadlessPictures;
import mlpexplorer.ui.headless.HeadlessSheets;

import java.util.Locale;
import java.util.Optional;

/// The entry point: a command runs the command line; without a command, or with a file
/// `….mlpx.json` as passed by a double-click, the window opens.
///
/// Neither side is loaded before it is needed, so the command line runs without JavaFX, except for
/// `snapshot` and `sweep --sheet`, which draw without a display. The exit code is that of the
/// command line, or 1 if the window cannot be opened because there is no display.
public final class Main {

    private Main() {}

    /// Runs the command in `args` and exits with its exit code; without a command, opens the window
    /// and returns when it is closed.
    public static void main(String[] args) {
        // Java2D is used for encoding and captions only; it must not connect to a display.
        System.setProperty("java.awt.headless", "true");
        Optional<String> file = file(args);
        if (file.isEmpty() && args.length > 0) {
            System.exit(runCommand(args));
        }
        try {
            App.start(file.stream().toArray(String[]::new));
        } catch (UnsupportedOperationException toolkitRefused) {
            // JavaFX throws only this exception unwrapped: there is no display.
            System.err.println(noDisplay(toolkitRefused));
            System.exit(1);
        } catch (RuntimeException e) {
            // Exceptions of the application during start are wrapped.
            if (!(e.getCause() instanceof UserError unable)) {
                throw e;
            }
            System.err.println("mlp-explorer: " + unable.getMessage());
            System.exit(1);
        }
    }

    /// Runs the command line in `args` and returns its exit code.
    static int runCommand(String... args) {
        return Cli.run(
                args,
                System.out,
                System.err,
                (start, look, stop, each) -> new HeadlessPictures().draw(start, look, stop, each),
                (table, weights, look) -> new HeadlessSheets().sheet(table, weights, look));
    }

    /// The file to open in the window: a spec or model file alone, or after `--model`.
    static Optional<String> file(String... args) {
        if (args.length == 2 && args[0].equals("--model")) {
            return Optional.of(args[1]);
        }
        if (args.length != 1) {
            return Optional.empty();
        }
        String name = args[0].toLowerCase(Locale.ROOT);
        return name.startsWith("--model=")
                ? Optional.of(args[0].substring("--model=".length()))
                : Optional.of(args[0])
                        .filter(_ -> name.endsWith(".mlpx.json") || name.endsWith(".mlpm.zip"));
    }

    private static String noDisplay(UnsupportedOperationException toolkitRefused) {
        String reason =
                Optional.ofNullable(System.getenv("DISPLAY"))
                        .map(display -> "DISPLAY=" + display + ": " + toolkitRefused.getMessage())
                        .orElse("DISPLAY is not set");
        return "mlp-explorer: Cannot open the window: there is no display ("
                + reason
                + "). These commands need none: "
                + "train, sweep, check, runs, presets, data, snapshot (see mlp-explorer --help).";
    }
}
