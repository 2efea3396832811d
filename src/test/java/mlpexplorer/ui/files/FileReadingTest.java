package mlpexplorer.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.SvgFile;
import mlpexplorer.ui.export.PictureMetadata;
import mlpexplorer.ui.files.FileReading.OpenedFile;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.OpenTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// What a chosen or dropped file turns out to be.
class FileReadingTest {
    private static final RunSpec TODAY = new RunSpec();
    private static final RunSpec OTHER = new RunSpec().withData(new DataSpec.Moons(60, 0.2));

    @TempDir Path folder;

    @Test
    void aTableIsData() throws IOException {
        Path file =
                Files.writeString(folder.resolve("flowers.txt"), "a;b;kind\n1;2;x\n3;4;y\n5;6;x\n");
        OpenTable table = table(file);
        assertThat(table.spec()).isEqualTo(new DataSpec.Csv(file.toString()));
        assertThat(table.dataset().orElseThrow().shape()).isEqualTo(new DataShape(3, 2, 2));
        assertThat(table.preview().notes())
                .containsExactly("The class is column 3 (kind), the last column.");
        assertThat(table.preview().rows().getFirst()).containsExactly("1", "2", "x");
    }

    private OpenTable table(Path file) throws IOException {
        return ((OpenedFile.Table) read(file)).content();
    }

    private static OpenedFile experiment(RunSpec spec) {
        return new OpenedFile.Experiment(
                new OpenExperiment(new RunStart(spec), Optional.empty()), false);
    }

    private static void assertExperiment(OpenedFile opened, RunSpec spec, DataShape shape) {
        assertThat(opened)
                .isInstanceOfSatisfying(
                        OpenedFile.Experiment.class,
                        experiment -> {
                            assertThat(experiment.content().start().spec()).isEqualTo(spec);
                            assertThat(experiment.content().data().orElseThrow().shape())
                                    .isEqualTo(shape);
                        });
    }

    @Test
    void pathsOfAnExperimentAreRelativeToItsFile() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "1,2,x\n3,4,y\n5,6,x\n7,8,y\n");
        RunSpec spec =
                SpecJson.set(
                        new RunSpec().withData(new DataSpec.Csv(rows.toString())),
                        List.of("training.batch=2"));
        String text = SpecJson.write(spec.withData(new DataSpec.Csv("rows.csv")));
        Path file = Files.writeString(folder.resolve("task.json"), text);
        assertExperiment(read(file), spec, new DataShape(4, 2, 2));
        Path picture = folder.resolve("loss.png");
        PngFile.write(picture, new WritableImage(2, 2), Map.of(PictureMetadata.SPEC, text));
        assertExperiment(read(picture), spec, new DataShape(4, 2, 2));
    }

    @Test
    void anExperimentWhoseDataCannotBeReadIsRefused() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("task.json"),
                        "{\"data\": {\"type\": \"csv\", \"path\": \"gone.csv\"}}");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        file
                                + ": "
                                + folder.resolve("gone.csv")
                                + " cannot be read: there is no such file or folder.");
        Files.writeString(folder.resolve("gone.csv"), "1,2,x\n3,4,y\n");
        Files.writeString(
                file,
                "{\"data\": {\"type\": \"csv\", \"path\": \"gone.csv\"},"
                        + " \"training\": {\"batch\": 5}}");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("task.json: training.batch is 5");
    }

    private static void assertData(OpenedFile opened, DataSpec spec, DataShape shape) {
        assertThat(opened)
                .isInstanceOfSatisfying(
                        OpenedFile.Data.class,
                        data -> {
                            assertThat(data.spec()).isEqualTo(spec);
                            assertThat(data.dataset().shape()).isEqualTo(shape);
                        });
    }

    @Test
    void aBadTableIsToldByItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "1,2,x\n3,four,y\n");
        OpenTable table = table(file);
        assertThat(table.dataset()).isEmpty();
        assertThat(table.problem().orElseThrow())
                .hasMessageContainingAll("bad.csv", "line 2", "four");
    }

    @Test
    void aSpecificationIsTheWholeExperimentWhateverItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mlpx"), SpecJson.write(OTHER));
        assertThat(read(file)).isEqualTo(experiment(OTHER));
    }

    @Test
    void aWrongSpecificationIsToldByItsKey() throws IOException {
        Path file = Files.writeString(folder.resolve("b.json"), "{\"data\": {\"type\": \"moon\"}}");
        assertThatThrownBy(() -> read(file)).hasMessageContainingAll("b.json", "moon");
    }

    @Test
    void arraysAreDataUnlessTheyAreWeights() throws IOException {
        Path source = Path.of("src/test/resources/mlpexplorer/data/io");
        Path both = source.resolve("plain.npz").toAbsolutePath();
        assertData(read(both), new DataSpec.Numpy(both.toString(), ""), new DataShape(4, 2, 2));
        Path images = Files.copy(source.resolve("X_test.npy"), folder.resolve("X_test.npy"));
        Path labels = Files.copy(source.resolve("y_test.npy"), folder.resolve("y_test.npy"));
        DataSpec pair = new DataSpec.Numpy(images.toString(), labels.toString());
        for (List<Path> files :
                List.of(
                        List.of(images),
                        List.of(labels),
                        List.of(labels, images),
                        List.of(images, labels))) {
            assertData(FileReading.read(files, TODAY), pair, new DataShape(4, 6, 2));
        }
    }

    @Test
    void filesOfAnotherKindAreCalledWhatTheyAre() throws IOException {
        Path book =
                Files.writeString(
                        folder.resolve("book.xlsx"), "PK\u0003\u0004...[Content_Types].xml");
        assertThatThrownBy(() -> read(book))
                .hasMessage(
                        book
                                + " must be a CSV file, but this looks like an Excel workbook; save"
                                + " it as CSV UTF-8.");
        Path page = Files.writeString(folder.resolve("iris.csv"), "<!DOCTYPE html>\n<html>");
        assertThatThrownBy(() -> read(page)).hasMessageContaining("a web page");
    }

    @Test
    void aSavedPictureReopensItsRun() throws IOException {
        Path file = folder.resolve("boundary.png");
        PngFile.write(
                file,
                new WritableImage(2, 2),
                PictureMetadata.of("boundary", "a run", new RunStart(OTHER)));
        assertThat(read(file)).isEqualTo(experiment(OTHER));
    }

    @Test
    void aSavedSvgReopensItsRun() throws IOException {
        RunStart worked = Presets.named("worked-example").start();
        Path file =
                Files.write(
                        folder.resolve("boundary.svg"),
                        new SvgFile(2, 2, Color.WHITE, _ -> false)
                                .bytes(PictureMetadata.of("boundary", "<a & b>", worked)));
        assertThat(read(file))
                .isInstanceOfSatisfying(
                        OpenedFile.Experiment.class,
                        opened ->
                                assertThat(opened.content().start().fingerprint())
                                        .isEqualTo(worked.fingerprint()));
        assertThat(SvgFile.texts(file)).containsEntry("Description", "<a & b>");
    }

    @Test
    void anSvgOfAnotherProgramIsRefusedAndItsEntitiesAreNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String spec = SpecJson.write(OTHER).replace("\"", "&quot;");
        for (String text :
                List.of(
                        "<svg><path d='M0 0'/></svg>",
                        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                        "<!-- drawn --><svg><metadata/>&#0;</svg>",
                        "<svg><metadata><entry>" + spec + "</entry></metadata></svg>")) {
            assertThat(refusal(text)).contains("is an image without a specification");
        }
        for (String text :
                List.of(
                        "<svg>",
                        "<svg",
                        "<?xml version='9'?><svg/>",
                        "<svg><metadata><entry"
                                + " keyword='mlp-explorer-spec'>&e;</entry></metadata></svg>",
                        "<!DOCTYPE svg [<!ENTITY e SYSTEM '%s'>]><svg><entry keyword='a'>&e;</entry></svg>"
                                .formatted(secret.toUri()),
                        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY e '&a;&a;'>]><svg><entry"
                                + " keyword='a'>&e;</entry></svg>")) {
            assertThat(refusal(text)).endsWith("the SVG image is damaged");
        }
        assertThat(refusal("<?xml version='1.0'?><html/>")).endsWith("it is not an SVG image");
    }

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("other.svg"), text);
        return assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .actual()
                .getMessage();
    }

    @Test
    void aSavedPictureBringsGivenWeightsAlong() throws IOException {
        Path file = folder.resolve("network.png");
        RunStart worked = Presets.named("worked-example").start();
        PngFile.write(
                file, new WritableImage(2, 2), PictureMetadata.of("network", "a run", worked));
        assertThat(read(file))
                .isInstanceOfSatisfying(
                        OpenedFile.Experiment.class,
                        opened ->
                                assertThat(opened.content().start().fingerprint())
                                        .isEqualTo(worked.fingerprint()));
    }

    @Test
    void weightsLargerThanThePictureStayBehind() {
        RunSpec large = SpecJson.set(OTHER, List.of("model.hidden=[200,200]"));
        Map<String, String> texts =
                PictureMetadata.of(
                        "loss",
                        "a run",
                        new RunStart(
                                large,
                                Optional.of(new RunStart(large).initial(new DataShape(60, 2, 2)))));
        assertThat(texts)
                .containsOnlyKeys("Title", "Description", "Software", PictureMetadata.SPEC);
    }

    @Test
    void damagedWeightsOfAPictureAreTold() throws IOException {
        Path file = folder.resolve("bad.png");
        Map<String, String> texts =
                new HashMap<>(
                        PictureMetadata.of(
                                "network", "a run", Presets.named("worked-example").start()));
        for (String damaged : List.of("???", "AAAA", "")) {
            texts.put(PictureMetadata.WEIGHTS, damaged);
            PngFile.write(file, new WritableImage(2, 2), texts);
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(UserError.class)
                    .hasMessageContainingAll("bad.png: The ", "weights");
        }
    }

    @Test
    void anotherPictureSaysThatItIsNone() throws IOException {
        Path file = folder.resolve("holiday.png");
        PngFile.write(file, new WritableImage(2, 2), Map.of());
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holiday.png is an image without a specification");
    }

    @Test
    void weightsAreReadInBothForms() throws IOException {
        Parameters weights = new RunStart(TODAY).initial(TODAY.data().shape().orElseThrow());
        Path npz = folder.resolve("w.npz");
        Files.write(npz, Npz.bytes(weights));
        Path json =
                Files.writeString(
                        folder.resolve("w.json"), JsonText.sections(WeightsJson.tree(weights)));
        for (Path file : List.of(npz, json)) {
            assertThat(read(file))
                    .isInstanceOfSatisfying(
                            OpenedFile.Weights.class,
                            opened ->
                                    assertThat(opened.weights().weights(0))
                                            .containsExactly(weights.weights(0)));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        RunSpec three = new RunSpec().withData(new DataSpec.Spiral());
        Path file = folder.resolve("w.npz");
        Files.write(
                file, Npz.bytes(new RunStart(three).initial(three.data().shape().orElseThrow())));
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("w.npz cannot be used as weights");
    }

    @Test
    void picturesFindTheirLabelsAndLabelsTheirPicturesByName() throws IOException {
        Path images =
                idx(
                        "train-images-idx3-ubyte",
                        new byte[] {0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3, 4});
        Path labels =
                zipped(
                        "train-labels-idx1-ubyte.gz",
                        new byte[] {0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1});
        DataSpec both = new DataSpec.Idx(images.toString(), labels.toString(), Optional.empty());
        DataShape shape = new DataShape(4, 1, 2);
        assertData(read(images), both, shape);
        assertData(read(labels), both, shape);
        assertData(FileReading.read(List.of(labels, images), TODAY), both, shape);
    }

    @Test
    void picturesWithoutLabelsSayWhatIsMissing() throws IOException {
        Path images =
                idx(
                        "my-images-idx3-ubyte",
                        new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1});
        assertThatThrownBy(() -> read(images))
                .hasMessageContaining("Put my-labels-idx1-ubyte in the same folder");
    }

    @Test
    void severalFilesAFolderOrNoneAreRefused() {
        Path one = folder.resolve("one.csv");
        assertThatThrownBy(() -> FileReading.read(List.of(one, one, one), TODAY))
                .hasMessageStartingWith("These 3 files cannot be opened together");
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> read(one))
                .hasMessageContainingAll("one.csv", "there is no such file");
    }

    private static OpenedFile read(Path file) throws IOException {
        return FileReading.read(List.of(file), TODAY);
    }

    private Path idx(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path zipped(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
