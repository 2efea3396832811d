package mlpexplorer.experiment.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.GradientCheck;

/// A run as one zip file to hand in: spec, metrics of every epoch, weights before and after, split and standardized data,
/// pictures, a gradient check of the final weights, and an HTML page.
///
/// @param pictures PNG files by name
public record AssignmentBundle(RunSpec spec, RunResult result, SequencedMap<String, byte[]> pictures) {
    private static final int CHECKED_ROWS = 32;

    /// Writes the bundle atomically. Takes as long as the gradient check, a few seconds for a large network; an interrupt cancels
        /// it and leaves no file.
    public void write(Path file) {
        SequencedMap<String, WholeFile.Content> files = files();
        WholeFile.write(file, out -> write(files, out));
    }

    private static void write(SequencedMap<String, WholeFile.Content> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, WholeFile.Content> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            file.getValue().write(zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private SequencedMap<String, WholeFile.Content> files() {
        GradientLab.Report check = check();
        SequencedMap<String, WholeFile.Content> files = new LinkedHashMap<>();
        files.put("report.html", WholeFile.Content.of(new BundlePage(spec, result, check, pictures).html()));
        files.putAll(RunExport.files(spec, result));
        files.put("gradient-check.csv", check.blocksTable());
        files.put("gradient-steps.csv", check.curveTable());
        pictures.forEach((name, bytes) -> files.put(name, out -> out.write(bytes)));
        return files;
    }

    private GradientLab.Report check() {
        Split split = result.split();
        return new GradientLab(
                spec.mlp(split.shape()), result.parameters(), split.train().head(CHECKED_ROWS), spec.training().regularizer(),
                GradientCheck.DEFAULT_STEP).run(Thread.currentThread()::isInterrupted);
    }
}
