package mlpexplorer.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Runs;
import mlpexplorer.ui.images.SheetMaker.ImageSheet;
import mlpexplorer.ui.images.SheetMaker.SheetSpec;
import mlpexplorer.ui.images.SheetMaker.SheetSpec.Kind;
import mlpexplorer.ui.workbench.ConfusionCell;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Pictures of 1 × 2 pixels: class 0 is bright at the left, class 1 at the right, and the last row
/// is wrong.
class SheetMakerTest {
    private static final byte FULL = (byte) 255;
    private final Samples samples =
            Samples.ofPixels(
                    new byte[] {FULL, 0, 0, FULL, FULL, 0, 0, FULL, FULL, 0, FULL, 0},
                    2,
                    new int[] {0, 1, 0, 1, 0, 1});
    private final Dataset dataset =
            new Dataset(
                    samples,
                    List.of("left", "right"),
                    List.of("L", "R"),
                    Optional.of(new ImageSize(1, 2)));
    private final Split all = new Split(dataset, new SplitSpec(1, 0, 0, false), 1);

    @Test
    void aUnitsWeightsAreColoredByTheLargestOfAll() {
        Frame frame = frame(Runs.model(Activation.TANH, 2));
        set(frame, 1, -2, 0.5, 0);

        ImageSheet sheet = make(frame, Kind.WEIGHTS, false);

        var ramp = new ClassColors(2, Theme.LIGHT).signed();
        assertThat(sheet.largest()).isEqualTo(2);
        assertThat(sheet.tiles()).hasSize(2);
        assertThat(sheet.tiles().get(0).argb()).containsExactly(ramp.at(0.75f), ramp.at(0.625f));
        assertThat(sheet.tiles().get(1).argb()).containsExactly(ramp.at(0), ramp.at(0.5f));
        assertThat(sheet.tiles().get(1).reading()).isEqualTo("Unit 2: weights −2 to 0, bias 0");
    }

    @Test
    void aScaleOfItsOwnReachesFromTheUnitsOwnLargestWeight() {
        Frame frame = frame(Runs.model(Activation.TANH, 2));
        set(frame, 1, -2, 0.5, 0);

        ImageSheet sheet = make(frame, Kind.WEIGHTS, true);

        var ramp = new ClassColors(2, Theme.LIGHT).signed();
        assertThat(sheet.largest()).isZero();
        assertThat(sheet.tiles().get(0).argb()).containsExactly(ramp.at(1), ramp.at(0.75f));
    }

    @Test
    void withoutHiddenLayerEachClassHasItsPicture() {
        ImageSheet sheet = make(frame(Runs.SOFTMAX_REGRESSION), Kind.WEIGHTS, false);

        assertThat(sheet.tiles()).extracting(ImageSheet.Tile::caption).containsExactly("L", "R");
    }

    @Test
    void theMistakeIsShownWithItsTruthAndWhatItWasTakenFor() {
        Frame frame = frame(Runs.SOFTMAX_REGRESSION);
        set(frame, 2, -2, -2, 2);

        ImageSheet sheet =
                SheetMaker.make(
                                frame,
                                new SheetSpec(
                                        Kind.MISTAKES,
                                        Part.TRAIN,
                                        Optional.empty(),
                                        false,
                                        Optional.empty(),
                                        Theme.LIGHT))
                        .orElseThrow();

        assertThat(sheet.note()).isEqualTo("1 error in 6 rows");
        assertThat(sheet.tiles())
                .singleElement()
                .satisfies(tile -> {
                    assertThat(tile.caption()).isEqualTo("R → L  98.2%");
                    assertThat(tile.reading())
                            .startsWith("Row 5: R predicted as L, p(L) = 0.982, p(R) = ");
                    assertThat(tile.argb()).containsExactly(0xff1f2328, 0xffffffff);
                });
    }

    @Test
    void aCellOfTheConfusionMatrixShowsOnlyItsRows() {
        Frame frame = frame(Runs.SOFTMAX_REGRESSION);
        set(frame, 2, -2, -2, 2);

        ImageSheet wrong = ofCell(frame, 1, 0);
        assertThat(wrong.note()).isEqualTo("1 image of class R predicted as L");
        assertThat(wrong.tiles())
                .singleElement()
                .satisfies(tile -> assertThat(tile.caption()).isEqualTo("R → L  98.2%"));
        assertThat(ofCell(frame, 0, 1).note()).isEqualTo("No images of class L predicted as R");
        assertThat(ofCell(frame, 1, 1).tiles())
                .hasSize(2)
                .allSatisfy(tile -> assertThat(tile.caption()).startsWith("R → R"));
    }

    private static ImageSheet ofCell(Frame frame, int truth, int predicted) {
        return SheetMaker.make(
                        frame,
                        new SheetSpec(
                                Kind.MISTAKES,
                                Part.VALIDATION,
                                Optional.of(new ConfusionCell(Part.TRAIN, truth, predicted)),
                                false,
                                Optional.empty(),
                                Theme.LIGHT))
                .orElseThrow();
    }

    @Test
    void anEmptyPartHasNoMistakes() {
        ImageSheet sheet = make(frame(Runs.SOFTMAX_REGRESSION), Kind.MISTAKES, false);

        assertThat(sheet.tiles()).isEmpty();
        assertThat(sheet.note()).isEqualTo("No errors in 0 rows");
    }

    @Test
    void theGalleryGoesClassByClass() {
        ImageSheet sheet = make(frame(Runs.SOFTMAX_REGRESSION), Kind.GALLERY, false);

        assertThat(sheet.tiles())
                .extracting(ImageSheet.Tile::caption)
                .containsExactly("L", "L", "L", "R", "R", "R");
        assertThat(sheet.note()).isEqualTo("6 of 6 training images");
    }

    @Test
    void aGalleryOfOneClassHasOnlyThat() {
        ImageSheet sheet =
                SheetMaker.make(
                                frame(Runs.SOFTMAX_REGRESSION),
                                new SheetSpec(
                                        Kind.GALLERY,
                                        Part.VALIDATION,
                                        Optional.empty(),
                                        false,
                                        Optional.of(1),
                                        Theme.DARK))
                        .orElseThrow();

        assertThat(sheet.tiles())
                .extracting(ImageSheet.Tile::caption)
                .containsExactly("R", "R", "R");
        assertThat(sheet.tiles().getFirst().argb()).contains(0xfff0f6fc);
    }

    private ImageSheet make(Frame frame, Kind kind, boolean ownScale) {
        return SheetMaker.make(
                        frame,
                        new SheetSpec(
                                kind,
                                Part.VALIDATION,
                                Optional.empty(),
                                ownScale,
                                Optional.empty(),
                                Theme.LIGHT))
                .orElseThrow();
    }

    private Frame frame(ModelSpec model) {
        return Runs.trained(all, model, 0);
    }

    private static void set(Frame frame, double... firstLayer) {
        System.arraycopy(firstLayer, 0, frame.parameters().weights(0), 0, firstLayer.length);
    }
}
