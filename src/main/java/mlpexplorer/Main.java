package mlpexplorer;

import java.util.Locale;
import java.util.Optional;
import mlpexplorer.cli.Cli;
import mlpexplorer.data.io.UserError;
import mlpexplorer.ui.App;
import mlpexplorer.ui.headless.HeadlessPictures;
import mlpexplorer.ui.headless.HeadlessSheets;

/// Where the program starts: a verb goes to the command line; no verb opens the window, and so does a file called
/// `….mlpx.json`, with the specification in it, since that is what a double-click on such a file gives.
///
/// Neither side is loaded before it is called, so the command line runs without JavaFX, but for `snapshot` and
/// `sweep --sheet`, which draw without a display.
/// The exit code is the command line's own; 1 where there is no display to open the window on.
public final class Main {

    private Main() {}

    /// Runs the verb in `args` and ends the process with its exit code; without a verb, opens the window and returns
    /// when it is closed.
    public static void main(String[] args) {
        // Java2D encodes pictures and draws their captions; next to JavaFX it must not look for a display.
        System.setProperty("java.awt.headless", "true");
        if (!isSpecFile(args) && args.length > 0) {
            System.exit(Cli.run(args, System.out, System.err,
                    (start, look, stop, each) -> new HeadlessPictures().draw(start, look, stop, each),
                    (table, weights, look) -> new HeadlessSheets().sheet(table, weights, look)));
        }
        try {
            App.start(args);
        } catch (UnsupportedOperationException toolkitRefused) {
            // JavaFX lets only this one through unwrapped: its window system could not be reached.
            System.err.println(noDisplay(toolkitRefused));
            System.exit(1);
        } catch (RuntimeException e) {
            // What the application throws while it starts comes wrapped.
            if (!(e.getCause() instanceof UserError unable)) {
                throw e;
            }
            System.err.println("mlp-explorer: " + unable.getMessage());
            System.exit(1);
        }
    }

    static boolean isSpecFile(String... args) {
        return args.length == 1 && args[0].toLowerCase(Locale.ROOT).endsWith(".mlpx.json");
    }

    private static String noDisplay(UnsupportedOperationException toolkitRefused) {
        String reason = Optional.ofNullable(System.getenv("DISPLAY"))
                .map(display -> "DISPLAY=" + display + ": " + toolkitRefused.getMessage())
                .orElse("DISPLAY is not set");
        return "mlp-explorer: Cannot open the window: there is no display (" + reason + "). These commands need none: "
                + "train, sweep, check, runs, presets, data, snapshot (see mlp-explorer --help).";
    }
}
