package mlpexplorer.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunPictures;

/// What the command line answered.
record Ran(int code, String out, String err) {

    /// Draws nothing, but trains as the window would.
    private static final RunPictures PICTURES = (start, look, stop, each) -> new RunPictures.Drawn(
            new RunLoop(start, System::nanoTime).run(stop, each),
            new TreeMap<>(Map.of("loss.png", new byte[] {(byte) (look.dark() ? 1 : 0), (byte) look.scale()})));

    static Ran with(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), PICTURES);
        return new Ran(code, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
