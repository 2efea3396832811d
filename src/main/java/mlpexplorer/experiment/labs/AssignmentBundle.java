package mlpexplorer.experiment.labs;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.lesson.LessonRecord;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A run as one zip file to hand in: spec, metrics of every epoch, weights before and after, split
/// and standardized data, pictures, a gradient check of the final weights, and an HTML page. The
/// table that the run was trained on is included in `source/`.
///
/// @param spec spec as it is written, with the table in `source/`
/// @param table the table, if the data is a CSV file; read when the bundle is written
/// @param pictures PNG files by name
/// @param lesson what was done in a lesson, if the run belongs to one
public record AssignmentBundle(
        RunSpec spec,
        RunResult result,
        Optional<Path> table,
        SequencedMap<String, byte[]> pictures,
        Optional<LessonRecord> lesson) {
    private static final int CHECKED_ROWS = 32;
    private static final String SOURCE = "source/";
    private static final long MAX_TABLE_BYTES = 32 << 20;

    /// The bundle of a run on `spec`.
    ///
    /// @param pictures makes the PNG files by name, given the spec as it is written
    public static AssignmentBundle of(RunSpec spec, RunResult result, Pictures pictures)
            throws IOException {
        Optional<Path> table =
                spec.data() instanceof DataSpec.Csv
                        ? DataLoader.files(spec.data()).stream()
                                .filter(file -> file.toFile().length() <= MAX_TABLE_BYTES)
                                .findFirst()
                        : Optional.empty();
        RunSpec placed =
                table.map(file ->
                                spec.withData(
                                        spec.data().withPaths(_ -> SOURCE + file.getFileName())))
                        .orElse(spec);
        return new AssignmentBundle(placed, result, table, pictures.of(placed), Optional.empty());
    }

    /// The same with a record of a lesson, if there is one.
    public AssignmentBundle with(Optional<LessonRecord> record) {
        return new AssignmentBundle(spec, result, table, pictures, record);
    }

    /// Pictures of a run.
    public interface Pictures {
        SequencedMap<String, byte[]> of(RunSpec placed) throws IOException;
    }

    /// Writes the bundle atomically. Takes as long as the gradient check, a few seconds for a large
    /// network; an interrupt cancels it and leaves no file.
    public void write(Path file) {
        SequencedMap<String, AtomicFile.Content> files = files();
        AtomicFile.write(file, out -> write(files, out));
    }

    private void write(SequencedMap<String, AtomicFile.Content> files, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        SequencedMap<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, AtomicFile.Content> file : files.entrySet()) {
            digests.put(file.getKey(), write(file.getKey(), file.getValue(), zip));
        }
        if (lesson.isPresent()) {
            write(LessonRecord.FILE, AtomicFile.Content.of(lesson.get().text(digests)), zip);
        }
        zip.finish();
    }

    /// Writes one file and returns the SHA-256 of its content.
    private static String write(String name, AtomicFile.Content content, ZipOutputStream zip)
            throws IOException {
        DigestOutputStream out = new DigestOutputStream(zip, LessonRecord.digest());
        zip.putNextEntry(new ZipEntry(name));
        content.write(out);
        zip.closeEntry();
        return HexFormat.of().formatHex(out.getMessageDigest().digest());
    }

    private SequencedMap<String, AtomicFile.Content> files() {
        GradientLab.Report check = check();
        SequencedMap<String, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(
                "report.html",
                AtomicFile.Content.of(new Page(spec, result, check, pictures).html()));
        files.putAll(RunExport.files(spec, result));
        files.put("gradient-check.csv", check.blocksTable());
        files.put("gradient-steps.csv", check.curveTable());
        pictures.forEach((name, bytes) -> files.put(name, out -> out.write(bytes)));
        table.ifPresent(
                file -> files.put(SOURCE + file.getFileName(), out -> Files.copy(file, out)));
        return files;
    }

    private GradientLab.Report check() {
        Split split = result.split();
        return new GradientLab(
                        spec.mlp(split.shape()),
                        result.parameters(),
                        split.train().head(CHECKED_ROWS),
                        spec.training().regularizer(),
                        GradientCheck.DEFAULT_STEP)
                .run(Thread.currentThread()::isInterrupted);
    }

    /// The page of an [AssignmentBundle]: self-contained HTML with embedded pictures, for any
    /// browser or printing.
    private record Page(
            RunSpec spec,
            RunResult result,
            GradientLab.Report check,
            SequencedMap<String, byte[]> pictures) {
        private static final String STYLE =
                """
                body { font: 15px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #24292f; background: #fff }
                table { border-collapse: collapse; margin: .5em 0 1.5em } th, td { padding: .25em .9em; text-align: right;
                border-bottom: 1px solid #d0d7de } th:first-child, td:first-child { text-align: left }
                figure { margin: 1em 0 } img { max-width: 100% } figcaption { color: #57606a }
                pre { background: #f6f8fa; padding: 1em; overflow: auto; border-radius: 6px }
                """;

        String html() {
            StringBuilder page = new StringBuilder();
            page.append(
                            "<!DOCTYPE html>\n"
                                    + "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>MLP"
                                    + " Explorer: a run</title>\n"
                                    + "<style>")
                    .append(STYLE)
                    .append("</style></head><body>\n");
            page.append("<h1>Run of the network ").append(check.network()).append("</h1>\n");
            page.append("<p>")
                    .append(message())
                    .append(" after ")
                    .append(Numbers.count(result.end().epochs(), "epoch"))
                    .append(" (")
                    .append(Numbers.count(result.end().updates(), "update"))
                    .append(", ")
                    .append(Numbers.duration(result.end().seconds()))
                    .append("): ")
                    .append(result.end().reason())
                    .append("; ")
                    .append(Numbers.count(result.parameters().count(), "parameter"))
                    .append(".</p>\n");
            scores(page);
            pictures.forEach((name, bytes) -> figure(page, name, bytes));
            gradients(page);
            page.append(
                            "<h2>Specification</h2>\n"
                                    + "<p>The same specification gives the same run, bit for bit: ")
                    .append("<code>mlp-explorer train --spec spec.json</code></p>\n<pre>")
                    .append(escaped(SpecJson.write(spec)))
                    .append("</pre>\n</body></html>\n");
            return page.toString();
        }

        private String message() {
            return switch (result.end().outcome().name()) {
                case "finished" -> "Finished";
                case "diverged" -> "Diverged";
                default -> "Stopped";
            };
        }

        private void scores(StringBuilder page) {
            page.append("<table><tr><th>part</th><th>rows</th><th>loss</th><th>")
                    .append(result.split().shape().task().metric().label())
                    .append("</th></tr>\n");
            score(page, "training", result.split().train().rows(), result.end().metrics().train());
            score(
                    page,
                    "validation",
                    result.split().validation().rows(),
                    result.end().metrics().validation());
            score(page, "test", result.split().test().rows(), result.end().metrics().test());
            page.append("</table>\n");
        }

        private void score(StringBuilder page, String part, int rows, Score score) {
            boolean locked = Double.isNaN(score.loss());
            if (rows > 0) {
                row(
                        page,
                        part,
                        Numbers.count(rows),
                        locked ? "locked" : Numbers.loss(score.loss()),
                        locked
                                ? "locked"
                                : result.split().shape().task().metric().text(score.metric()));
            }
        }

        private static void row(StringBuilder page, String... cells) {
            page.append("<tr><td>").append(String.join("</td><td>", cells)).append("</td></tr>\n");
        }

        private static void figure(StringBuilder page, String name, byte[] bytes) {
            String caption = name.replace(".png", "");
            page.append("<figure><img alt=\"")
                    .append(caption)
                    .append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append("\"><figcaption>")
                    .append(caption)
                    .append("</figcaption></figure>\n");
        }

        private void gradients(StringBuilder page) {
            page.append("<h2>Gradient check: ")
                    .append(check.verdict())
                    .append(
                            "</h2>\n"
                                    + "<p>Back-propagation against central differences at the final"
                                    + " weights, loss with penalty over ")
                    .append(Numbers.count(check.rows(), "training row"))
                    .append(".</p>\n");
            page.append(
                    "<table><tr><th>block</th><th>checked</th><th>kinks</th><th>relative"
                            + " error</th><th>verdict</th></tr>\n");
            for (GradientCheck.Block block : check.blocks()) {
                row(
                        page,
                        block.name(),
                        Numbers.count(block.checked()),
                        Numbers.count(block.kinks()),
                        Numbers.error(block.error()),
                        block.verdict().name());
            }
            page.append("</table>\n");
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}
