package mlpexplorer.experiment.labs;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Numbers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class AssignmentBundleTest {

    @Test
    void aBundleBringsItsTableAlong(@TempDir Path folder) throws IOException {
        Path table = Files.createDirectories(folder.resolve("a")).resolve("data.csv");
        Files.copy(Path.of("data/iris.csv"), table);
        RunSpec spec =
                SpecJson.set(
                        new RunSpec(),
                        List.of("data.type=csv", "data.path=" + table, "training.stop.epochs=2"));
        RunLoop loop = new RunLoop(new RunStart(spec), System::nanoTime);
        RunResult result = loop.run(() -> false, _ -> {});
        Path bundle = folder.resolve("b.zip");
        AssignmentBundle.of(spec, result, _ -> new LinkedHashMap<>()).write(bundle);
        Path unpacked = unpack(bundle, folder.resolve("unpacked"));
        Files.delete(table);
        RunSpec read = SpecJson.read(unpacked.resolve("spec.json"));
        assertThat(read.splitData().dataset().samples().feature(149, 3)).isEqualTo(1.8);
        assertThat(Files.readString(unpacked.resolve("spec.json")))
                .contains("\"path\": \"source/data.csv\"");
        assertThat(Files.readString(unpacked.resolve("report.html")))
                .doesNotContain(folder.toString());
    }

    @Test
    void theReportOfARegressionHasItsMetric(@TempDir Path folder) throws IOException {
        RunSpec spec =
                SpecJson.set(new RunSpec(), List.of("data.type=plane", "training.stop.epochs=2"));
        RunResult result =
                new RunLoop(new RunStart(spec), System::nanoTime).run(() -> false, _ -> {});
        Path bundle = folder.resolve("bundle.zip");
        AssignmentBundle.of(spec, result, _ -> new LinkedHashMap<>()).write(bundle);
        String report =
                Files.readString(unpack(bundle, folder.resolve("unpacked")).resolve("report.html"));
        assertThat(report)
                .contains("<th>R²</th>")
                .contains(Numbers.fixed(result.end().metrics().train().metric(), 3))
                .doesNotContain("accuracy");
    }

    private static Path unpack(Path bundle, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(bundle);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(zip, file);
            }
        }
        return folder;
    }
}
