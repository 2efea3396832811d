package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

class SnapshotCommandTest {
    @TempDir private Path folder;

    @Test
    void picturesGoToTheFolder() throws IOException {
        Ran ran =
                Ran.with(
                        "snapshot",
                        "--preset",
                        "xor-mlp",
                        "--set",
                        "training.stop.epochs=3",
                        "--out",
                        folder.toString(),
                        "--dark",
                        "--scale",
                        "3");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("loss.png");
        assertThat(Files.readAllBytes(folder.resolve("loss.png"))).containsExactly(1, 3);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    private static Ran snapshot(String... arguments) {
        return Ran.with(
                Stream.concat(
                                Stream.of("snapshot", "--set", "training.stop.epochs=1"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void svgFilesGoToTheFolderOrBelowOneAnotherIntoOneFile() throws IOException {
        assertThat(snapshot("--format", "svg", "--out", folder.toString()).code()).isZero();
        assertThat(folder.resolve("loss.svg")).hasBinaryContent(Ran.SVG);
        Path single = folder.resolve("run.svg");
        assertThat(snapshot("--out", single.toString()))
                .isEqualTo(new Ran(0, "written to " + single + "\n", ""));
        assertThat(single).hasBinaryContent(Ran.SVG);
        Path place = Files.createDirectory(folder.resolve("folder.svg"));
        assertThat(snapshot("--out", place.toString()).err())
                .contains("is a folder, but a picture is a file, for example run.svg.");
        assertThat(snapshot("--format", "svg", "--bundle", folder + "/b.zip").code()).isEqualTo(2);
    }

    @Test
    void landscapesNeedAFolderAndASoundExtent() {
        assertThat(snapshot("--landscape", "pca", "--bundle", folder + "/b.zip").err())
                .contains("--landscape writes pictures, not a bundle");
        assertThat(snapshot("--landscape", "cube", "--out", folder.toString()).err())
                .contains("'--landscape'", "pca, random, line");
        Ran far =
                snapshot(
                        "--landscape",
                        "line",
                        "--landscape-extent",
                        "1000",
                        "--out",
                        folder.toString());
        assertThat(far.code()).isEqualTo(3);
        assertThat(far.err())
                .contains("--landscape-extent is 1,000, but must be from 0.01 to 100.");
    }

    @Test
    void repeatsHaveBounds() {
        Ran none = snapshot("--repeats", "0", "--out", folder.toString());
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("--repeats is 0, but must be from 1 to 100.");
    }

    @Test
    void notesAboutTheTableArePrinted() {
        String table = "src/test/resources/mlpexplorer/data/io/cases/10-missing.csv";
        Ran ran =
                Ran.with(
                        "snapshot",
                        "--set",
                        "data.type=csv",
                        "--set",
                        "data.path=" + table,
                        "--set",
                        "data.missing=skip",
                        "--set",
                        "training.stop.epochs=1",
                        "--out",
                        folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("note: 1 row with missing values was left out.");
    }

    @Test
    void aBundleHoldsAllThatIsHandedIn() throws IOException {
        Path file = folder.resolve("homework.zip");
        Ran ran =
                Ran.with(
                        "snapshot",
                        "--preset",
                        "worked-example",
                        "--set",
                        "training.stop.epochs=5",
                        "--bundle",
                        file.toString());
        assertThat(ran.code()).isZero();
        assertThat(folder)
                .isDirectoryContaining(found -> found.equals(file))
                .isDirectoryNotContaining("glob:**.part");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly(
                            "report.html",
                            "spec.json",
                            "metrics.csv",
                            "updates.csv",
                            "initial.npz",
                            "model.npz",
                            "model.json",
                            "split.csv",
                            "data.csv",
                            "gradient-check.csv",
                            "gradient-steps.csv",
                            "loss.png");
            assertThat(text(zip, "metrics.csv").lines()).hasSize(7);
            assertThat(text(zip, "gradient-check.csv")).contains("W1,6,0,").contains("CORRECT");
            assertThat(text(zip, "report.html"))
                    .contains(
                            "2-3-2",
                            "after 5 epochs",
                            "Gradient check: CORRECT",
                            "data:image/png;base64,");
        }
    }

    @Test
    void withoutAPlaceToWriteItIsUsedWrongly() {
        Ran ran = Ran.with("snapshot", "--preset", "xor-mlp");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--out DIR").contains("--bundle FILE.zip");
    }

    @Test
    void aScaleOutOfRangeIsBadInput() {
        Ran ran =
                Ran.with(
                        "snapshot",
                        "--preset",
                        "xor-mlp",
                        "--out",
                        folder.toString(),
                        "--scale",
                        "9");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("--scale is 9").contains("from 1 to 8");
    }

    @Test
    void aBundleIntoAFolderThatIsNotThereIsToldBeforeTraining() {
        Ran ran =
                Ran.with(
                        "snapshot",
                        "--preset",
                        "xor-mlp",
                        "--bundle",
                        folder.resolve("none").resolve("a.zip").toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("does not exist");
    }

    @Test
    void aFolderInPlaceOfTheBundleIsBadInput() {
        Ran ran = Ran.with("snapshot", "--preset", "xor-mlp", "--bundle", folder.toString());
        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: "
                                        + folder
                                        + " is a folder, but a bundle is a file, for example"
                                        + " homework.zip.\n"));
    }

    @Test
    void aDivergedRunIsDrawnAllTheSame() {
        Ran ran =
                Ran.with(
                        "snapshot",
                        "--preset",
                        "spiral-softmax",
                        "--set",
                        "training.rate=1000",
                        "--out",
                        folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("iverged");
        assertThat(folder.resolve("loss.png")).exists();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
