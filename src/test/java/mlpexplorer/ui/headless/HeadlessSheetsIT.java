package mlpexplorer.ui.headless;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.Image;

import mlpexplorer.Screenshots;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.LocalSweepExecutor;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.export.PictureMetadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

/// The contact sheet without a window.
class HeadlessSheetsIT {

    @TempDir private Path folder;

    private final Map<Integer, Parameters> weights = new HashMap<>();

    private SweepTable run(RunSpec base, int repeats, String... axes) {
        Sweep sweep =
                new Sweep(
                        new RunStart(base), Arrays.stream(axes).map(Axis::parse).toList(), repeats);
        return new SweepRunner(new LocalSweepExecutor(2), RunCache.NONE, System::nanoTime)
                .run(
                        sweep,
                        () -> false,
                        (run, result, _) -> weights.put(run.index(), result.parameters()));
    }

    private byte[] draw(SweepTable table, RunPictures.Look look, String name) throws IOException {
        byte[] png =
                new HeadlessSheets()
                        .sheet(table, run -> Optional.ofNullable(weights.get(run)), look);
        Screenshots.check(name, png);
        return png;
    }

    private static Image image(byte[] png) {
        return new Image(new ByteArrayInputStream(png));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCapacityLabOnPaper(boolean dark) throws IOException {
        RunSpec base =
                SpecJson.set(
                        Presets.named("circles-capacity").start().spec(),
                        List.of("training.stop.epochs=40"));
        SweepTable table =
                run(
                        base,
                        2,
                        "model.hidden=1,2,4,8,16,32",
                        "training.regularizer.l2=0,1e-4,1e-3,1e-2");
        byte[] png =
                draw(
                        table,
                        new RunPictures.Look(dark, 2),
                        "sheet-capacity-" + (dark ? "dark" : "light"));
        Image image = image(png);
        assertThat(image.getWidth()).isGreaterThan(2 * 6 * 132);
        assertThat(image.getHeight()).isGreaterThan(2 * 4 * 150);
        assertThat(image.getPixelReader().getColor(2, 2).getBrightness() < 0.3).isEqualTo(dark);
        assertThat(
                        SpecJson.read(
                                PngFile.texts(Files.write(folder.resolve("sheet.png"), png))
                                        .get(PictureMetadata.SPEC)))
                .isEqualTo(base);
    }

    @Test
    void aBoundaryIsPaintedInEachCellThatHasWeights() throws IOException {
        SweepTable table =
                run(
                        SpecJson.set(new RunSpec(), List.of("training.stop.epochs=3")),
                        1,
                        "model.hidden=1,8");
        int both = colors(image(draw(table, new RunPictures.Look(false, 1), "sheet-two")));
        weights.clear();
        int none = colors(image(draw(table, new RunPictures.Look(false, 1), "sheet-none")));
        assertThat(both).isGreaterThan(2 * none);
    }

    @Test
    void aSheetAsSvgHasTextsAndAnImageForEachCell() throws Exception {
        SweepTable table =
                run(
                        SpecJson.set(new RunSpec(), List.of("training.stop.epochs=3")),
                        1,
                        "model.hidden=1,8");
        byte[] svg =
                new HeadlessSheets()
                        .sheet(
                                table,
                                run -> Optional.ofNullable(weights.get(run)),
                                new RunPictures.Look(false, 1, RunPictures.Format.SVG));
        Document sheet =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg));
        assertThat(sheet.getElementsByTagName("image").getLength()).isEqualTo(2);
        NodeList texts = sheet.getElementsByTagName("text");
        assertThat(
                        IntStream.range(0, texts.getLength())
                                .mapToObj(i -> texts.item(i).getTextContent()))
                .contains("1", "8");
    }

    private static int colors(Image image) {
        return (int)
                IntStream.range(0, (int) (image.getWidth() * image.getHeight()))
                        .map(at ->
                                image.getPixelReader()
                                        .getArgb(
                                                at % (int) image.getWidth(),
                                                at / (int) image.getWidth()))
                        .distinct()
                        .count();
    }

    @Test
    void threeAxesAndRunsThatDiverge() throws IOException {
        RunSpec base =
                SpecJson.set(
                        new RunSpec(), List.of("training.stop.epochs=10", "data.split=[1,0,0]"));
        SweepTable table =
                run(
                        base,
                        2,
                        "training.rate=0.03,1000",
                        "model.hidden=4,8",
                        "training.optimizer=sgd,momentum");
        Image image = image(draw(table, new RunPictures.Look(false, 1), "sheet-three"));
        assertThat(image.getHeight()).isGreaterThan(4 * 150);
    }
}
