package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class RunsExportCommandTest {
    @TempDir private Path folder;

    private Ran train(String... more) {
        return Ran.with(
                Stream.concat(
                                Stream.of(
                                        "train",
                                        "--quiet",
                                        "--store",
                                        folder.resolve("runs.db").toString(),
                                        "--set",
                                        "training.optimizer=adam",
                                        "--set",
                                        "training.stop.epochs=6"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Ran export(String... arguments) {
        return Ran.with(
                Stream.concat(
                                Stream.of(
                                        "runs",
                                        "export",
                                        "--store",
                                        folder.resolve("runs.db").toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @BeforeEach
    void trainARun() {
        assertThat(train("--out", folder.resolve("trained").toString()).code()).isZero();
    }

    @Test
    void aModelOfAStoredRunIsThatOfTheTraining() {
        Path file = folder.resolve("m.mlpm.zip");
        assertThat(export("1", "--to", "model", "--out", file.toString()))
                .isEqualTo(new Ran(0, "run 1 written to " + file + "\n", ""));
        assertThat(file).hasSameBinaryContentAs(folder.resolve("trained/model.mlpm.zip"));
    }

    @ParameterizedTest
    @CsvSource({"numpy, train_numpy.py", "pytorch, train_pytorch.py"})
    void scriptsAreFoldersWithTheirData(String format, String script) throws IOException {
        Path target = folder.resolve(format);
        assertThat(export("1", "--to", format, "--out", target.toString()).code()).isZero();
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(script, "run.npz", "metrics.csv");
        }
        assertThat(target.resolve(script)).content().contains("EPOCHS = 6\nRATE = 0.03\n");
        assertThat(target.resolve("metrics.csv"))
                .hasSameBinaryContentAs(folder.resolve("trained/metrics.csv"));
    }

    @Test
    void aFolderHasTheLossesOfUpdates() {
        Path target = folder.resolve("stored");
        assertThat(export("1", "--out", target.toString()).code()).isZero();
        assertThat(target.resolve("updates.csv"))
                .hasSameBinaryContentAs(folder.resolve("trained/updates.csv"));
    }

    @Test
    void severalRunsGetAFileEach() {
        train();
        Path target = folder.resolve("all");
        assertThat(export("1", "2", "--to", "onnx", "--out", target.toString()).code()).isZero();
        assertThat(target.resolve("run-1.onnx"))
                .hasSameBinaryContentAs(target.resolve("run-2.onnx"));
        assertThat(export("1", "--to", "bundle", "--out", target + "/b.zip").code()).isZero();
        assertThat(target.resolve("b.zip")).isNotEmptyFile();
    }

    @Test
    void aFolderInPlaceOfAFileIsBadInput() {
        for (String format : List.of("onnx", "model", "bundle")) {
            Ran ran = export("1", "--to", format, "--out", folder.toString());
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err()).startsWith("mlp-explorer: " + folder + " is a folder, but ");
        }
    }

    @Test
    void anUnknownFormatIsNamedWithTheKnownOnes() {
        Ran ran = export("1", "--to", "caffe", "--out", folder.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("'onnx', 'model', 'bundle', 'numpy', 'pytorch'".replace("'", ""));
        assertThat(export("1").code()).isEqualTo(2);
    }

    @Test
    void aContinuedRunHasNoScript() {
        train(
                "--model",
                folder.resolve("trained/model.mlpm.zip").toString(),
                "--set",
                "training.stop.epochs=9");
        Ran ran = export("2", "--to", "numpy", "--out", folder.resolve("n").toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("Run 2 continues an earlier training");
        assertThat(folder.resolve("n")).doesNotExist();
        Path file = folder.resolve("on.mlpm.zip");
        assertThat(export("2", "--to", "model", "--out", file.toString()).err()).isEmpty();
    }
}
