package mlpexplorer.ui.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javafx.scene.image.Image;

import mlpexplorer.Screenshots;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.training.EpochMetrics;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

/// The window's pictures without a window.
class HeadlessPicturesIT {
    @Test
    void aRunIsTrainedToTheBitsOfTheCommandLineAndDrawn() throws IOException {
        RunStart start =
                new RunStart(SpecJson.set(new RunSpec(), List.of("training.stop.epochs=120")));
        List<EpochMetrics> told = new ArrayList<>();
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(start, new RunPictures.Look(false, 1), () -> false, told::add);
        RunResult alone = new RunLoop(start, System::nanoTime).run(() -> false, _ -> {});
        assertThat(drawn.result().end().metrics()).isEqualTo(alone.end().metrics());
        assertThat(drawn.result().parameters().weights(0))
                .containsExactly(alone.parameters().weights(0));
        assertThat(drawn.result().end().outcome()).isEqualTo(alone.end().outcome());
        assertThat(told).isNotEmpty();
        assertThat(drawn.pictures())
                .containsOnlyKeys("loss.png", "accuracy.png", "boundary.png", "network.png");
        assertSize(drawn, "loss.png", 720);
        check("snapshot-light", drawn);
    }

    @Test
    void darkAndTwiceAsLarge() throws IOException {
        RunStart start =
                new RunStart(
                        SpecJson.set(
                                Presets.named("spiral-mlp").start().spec(),
                                List.of("training.stop.epochs=200")));
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(start, new RunPictures.Look(true, 2), () -> false, _ -> {});
        assertSize(drawn, "accuracy.png", 1440);
        assertThat(image(drawn, "boundary.png").getPixelReader().getColor(2, 2).getBrightness())
                .isLessThan(0.3);
        check("snapshot-dark", drawn);
    }

    @Test
    void svgFilesHaveTextsAndShapesAndOnlyFieldsAsImages() throws Exception {
        RunSpec spec =
                SpecJson.set(new RunSpec(), List.of("data.type=iris", "training.stop.epochs=30"));
        SequencedMap<String, byte[]> files =
                new HeadlessPictures()
                        .draw(
                                new RunStart(spec),
                                new RunPictures.Look(false, 1, RunPictures.Format.SVG),
                                () -> false,
                                _ -> {})
                        .pictures();
        assertThat(files)
                .containsOnlyKeys("loss.svg", "accuracy.svg", "boundary.svg", "network.svg");
        Document loss = document(files.get("loss.svg"));
        assertThat(texts(loss))
                .contains("Loss", "epoch", "Train", "Validation", "Test", "30")
                .anyMatch(text -> text.startsWith("Iris · 8-8 Tanh · SGD"));
        assertThat(count(loss, "image")).isZero();
        assertThat(loss.getDocumentElement().getAttribute("width")).isEqualTo("720");
        Document boundary = document(files.get("boundary.svg"));
        assertThat(texts(boundary)).contains("Decision boundary", "setosa", "virginica");
        // the field, and its colors in the legend
        assertThat(count(boundary, "image")).isEqualTo(1 + 3);
        // an outline and a fill for each of the 90 training and 30 validation points
        assertThat(count(boundary, "ellipse") + count(boundary, "path")).isGreaterThan(2 * 120);
        Document network = document(files.get("network.svg"));
        assertThat(texts(network)).contains("Hidden 1", "sepal_length", "setosa", "negative");
        assertThat(count(network, "image")).isEqualTo(4 + 8 + 8 + 3);
        NodeList metadata = network.getElementsByTagName("metadata").item(0).getChildNodes();
        assertThat(
                        IntStream.range(0, metadata.getLength())
                                .mapToObj(i -> metadata.item(i).getTextContent())
                                .filter(text -> text.startsWith("{"))
                                .map(SpecJson::read))
                .containsExactly(spec);
    }

    @Test
    void oneSvgFileHasAllPicturesAndOneCaption() throws Exception {
        RunSpec spec = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=2"));
        SequencedMap<String, byte[]> files =
                new HeadlessPictures()
                        .draw(
                                new RunStart(spec),
                                new RunPictures.Look(false, 1, RunPictures.Format.SINGLE_SVG),
                                () -> false,
                                _ -> {})
                        .pictures();
        assertThat(files).containsOnlyKeys("run.svg");
        Document run = document(files.get("run.svg"));
        assertThat(texts(run)).contains("Loss", "Accuracy", "Decision boundary", "Hidden 1");
        assertThat(texts(run).stream().filter(text -> text.contains("Tanh · SGD"))).hasSize(1);
        assertThat(Double.parseDouble(run.getDocumentElement().getAttribute("height")))
                .isGreaterThan(2 * 420 + 640);
        assertThat(run.getElementsByTagName("metadata").getLength()).isOne();
    }

    @Test
    void aLandscapeIsAPictureAndATable() throws Exception {
        RunStart start =
                new RunStart(SpecJson.set(new RunSpec(), List.of("training.stop.epochs=30")));
        RunPictures.Look look =
                new RunPictures.Look(false, 1, RunPictures.Format.SVG)
                        .with(
                                Optional.of(
                                        new RunPictures.Landscape(
                                                WeightPlane.Kind.PRINCIPAL, true, 2, 1)));
        RunPictures.Drawn drawn = new HeadlessPictures().draw(start, look, () -> false, _ -> {});
        Document landscape = document(drawn.pictures().get("landscape.svg"));
        assertThat(count(landscape, "image")).isEqualTo(1);
        assertThat(texts(landscape))
                .contains("first direction", "30")
                .anyMatch(text -> text.contains("principal components"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        drawn.losses().orElseThrow().write(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(1 + 41 * 41 + 31)
                .first()
                .isEqualTo("x,y,validation_loss,run,epoch");
    }

    @Test
    void repeatsAreDrawnAsBandsByUpdate() throws IOException {
        RunStart start =
                new RunStart(
                        SpecJson.set(
                                new RunSpec(),
                                List.of("training.logEvery=5", "training.stop.epochs=20")));
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(
                                start,
                                new RunPictures.Look(false, 1).withRepeats(3),
                                () -> false,
                                _ -> {});
        assertSize(drawn, "loss.png", 720);
        Screenshots.check("snapshot-repeats-loss", drawn.pictures().get("loss.png"));
        Screenshots.check("snapshot-repeats-accuracy", drawn.pictures().get("accuracy.png"));
    }

    private static Document document(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg));
    }

    private static long count(Document document, String element) {
        return document.getElementsByTagName(element).getLength();
    }

    private static List<String> texts(Document document) {
        NodeList texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    @Test
    void givenWeightsAreTheOnesItBeginsWith() throws IOException {
        RunStart start = Presets.named("worked-example").start();
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(start, new RunPictures.Look(false, 1), () -> false, _ -> {});
        assertThat(drawn.result().initial().weights(0)).containsExactly(1, 1, 1, -1, -1, -1);
        RunResult alone = new RunLoop(start, System::nanoTime).run(() -> false, _ -> {});
        assertThat(drawn.result().end().metrics().train()).isEqualTo(alone.end().metrics().train());
        assertThat(drawn.result().end().outcome()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void aFileThatIsNotThereIsToldAsIs() {
        RunSpec missing =
                SpecJson.set(
                        new RunSpec(), List.of("data.type=csv", "data.path=/nowhere/at-all.csv"));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() ->
                        new HeadlessPictures()
                                .draw(
                                        new RunStart(missing),
                                        new RunPictures.Look(false, 1),
                                        () -> false,
                                        _ -> {}))
                .withMessageContaining("at-all.csv");
    }

    private static void assertSize(RunPictures.Drawn drawn, String name, double width) {
        assertThat(image(drawn, name).getWidth()).isEqualTo(width);
    }

    private static Image image(RunPictures.Drawn drawn, String name) {
        return new Image(new ByteArrayInputStream(drawn.pictures().get(name)));
    }

    private static void check(String prefix, RunPictures.Drawn drawn) throws IOException {
        for (var picture : drawn.pictures().entrySet()) {
            Screenshots.check(
                    prefix + "-" + picture.getKey().replace(".png", ""), picture.getValue());
        }
    }
}
