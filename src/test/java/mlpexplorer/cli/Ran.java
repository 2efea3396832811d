package mlpexplorer.cli;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.SweepPictures;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The result of a command line.
record Ran(int code, String out, String err) {

    static final byte[] SVG = "<svg/>".getBytes(StandardCharsets.UTF_8);

    /// Draws nothing, but trains as the window would.
    private static final RunPictures PICTURES =
            (start, look, stop, each) ->
                    new RunPictures.Drawn(
                            new RunLoop(start, System::nanoTime).run(stop, each),
                            new TreeMap<>(
                                    switch (look.format()) {
                                        case PNG ->
                                                Map.of(
                                                        "loss.png",
                                                        new byte[] {
                                                            (byte) (look.dark() ? 1 : 0),
                                                            (byte) look.scale()
                                                        });
                                        case SVG -> Map.of("accuracy.svg", SVG, "loss.svg", SVG);
                                        case SINGLE_SVG -> Map.of("run.svg", SVG);
                                    }));

    /// Reports its arguments without drawing.
    private static final SweepPictures SHEETS =
            (table, weights, look) -> {
                String drawn =
                        table.cells().stream()
                                .flatMap(cell -> cell.pictured().stream())
                                .map(row ->
                                        row.run().index()
                                                + " "
                                                + row.end().outcome().name()
                                                + " "
                                                + weights.apply(row.run().index()).isPresent())
                                .collect(Collectors.joining(", "));
                return (drawn + (look.dark() ? " dark " : " light ") + look.scale())
                        .getBytes(StandardCharsets.UTF_8);
            };

    static Ran with(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Cli.run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        PICTURES,
                        SHEETS);
        return new Ran(code, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
