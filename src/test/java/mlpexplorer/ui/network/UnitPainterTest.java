package mlpexplorer.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Runs;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Pictures of units, by numbers that can be worked out by hand.
class UnitPainterTest {
    private static final int PIXELS = 24;

    private final Split plane =
            new Split(new DataSpec.Circles().generate(1), new SplitSpec(0.6, 0.2, 0.2, false), 1);
    private final ClassColors colors = new ClassColors(2, Theme.LIGHT);
    private final Mlp mlp =
            new Mlp(new ModelSpec(List.of(2), Activation.TANH, new Initializer.Xavier()), 2, 2);
    private final Parameters parameters = mlp.initialize(1).zeros();

    @Test
    void aUnitThatLooksAtOneInputIsBlueWhereThatIsPositive() {
        parameters.weights(0)[0] = 100;
        UnitPicture picture = paint(mlp, plane, Optional.empty());
        int[] tile = picture.tile(1, 0);
        assertThat(tile[12 * PIXELS]).isEqualTo(colors.signed().at(0));
        assertThat(tile[12 * PIXELS + PIXELS - 1]).isEqualTo(colors.signed().at(1));
    }

    @Test
    void aUnitThatIsDeadIsNeutral() {
        UnitPicture picture = paint(mlp, plane, Optional.empty());
        assertThat(Arrays.stream(picture.tile(1, 1)).distinct().toArray())
                .containsExactly(colors.signed().at(0.5f));
    }

    @Test
    void theSecondInputGrowsUpwards() {
        int[] tile = paint(mlp, plane, Optional.empty()).tile(0, 1);
        int blueOnTop = tile[PIXELS / 2] & 0xff;
        int blueBelow = tile[(PIXELS - 1) * PIXELS + PIXELS / 2] & 0xff;
        assertThat(blueOnTop).isGreaterThan(blueBelow);
    }

    @Test
    void theUnitInFocusTellsItsRange() {
        parameters.biases(0)[1] = 0.5;
        UnitPicture picture = paint(mlp, plane, Optional.of(new DiagramElement.Unit(1, 1)));
        assertThat(picture.low()).isCloseTo((float) Math.tanh(0.5), within(1e-3f));
        assertThat(picture.high()).isCloseTo((float) Math.tanh(0.5), within(1e-3f));
    }

    @Test
    void aClassIsDrawnByItsProbability() {
        UnitPicture even = paint(mlp, plane, Optional.of(new DiagramElement.Unit(2, 0)));
        assertThat(even.low()).isCloseTo(0.5f, within(1e-3f));
        parameters.biases(1)[0] = Math.log(3);
        UnitPicture tilted = paint(mlp, plane, Optional.of(new DiagramElement.Unit(2, 0)));
        assertThat(tilted.high()).isCloseTo(0.75f, within(1e-3f));
    }

    @Test
    void whereThereIsNoPlaneABarIsTheMeanOfAClass() {
        Split rows = Runs.split(3, 1, 0, 0, -1, 0, 0, 1, 0, 0, -1, 0, 0);
        Mlp three =
                new Mlp(
                        new ModelSpec(List.of(1), Activation.IDENTITY, new Initializer.Xavier()),
                        3,
                        2);
        Parameters weights = three.initialize(1).zeros();
        weights.weights(0)[0] = 2;
        UnitRequest request =
                request(three, weights, rows, Optional.of(new DiagramElement.Unit(1, 0)));
        UnitPicture picture = new UnitPicture();
        picture.reshape(request);
        assertThat(new UnitPainter().paint(request, picture, () -> false)).isTrue();
        assertThat(picture.low()).isEqualTo(-2);
        assertThat(picture.high()).isEqualTo(2);
        assertThat(Arrays.stream(picture.tile(1, 0)).distinct().toArray())
                .contains(colors.argb(0), colors.argb(1));
    }

    @Test
    void itStopsWhenAsked() {
        UnitRequest request = request(mlp, parameters, plane, Optional.empty());
        UnitPicture picture = new UnitPicture();
        picture.reshape(request);
        assertThat(new UnitPainter().paint(request, picture, () -> true)).isFalse();
    }

    private UnitPicture paint(Mlp net, Split split, Optional<DiagramElement.Unit> focus) {
        UnitRequest request = request(net, parameters, split, focus);
        UnitPicture picture = new UnitPicture();
        picture.reshape(request);
        assertThat(new UnitPainter().paint(request, picture, () -> false)).isTrue();
        return picture;
    }

    private static UnitRequest request(
            Mlp net, Parameters parameters, Split split, Optional<DiagramElement.Unit> focus) {
        List<Integer> sizes =
                net.layers() == 1
                        ? List.of(net.inputs(), net.outputs())
                        : List.of(net.inputs(), net.spec().hidden().getFirst(), net.outputs());
        DiagramLayout layout = new DiagramLayout(500, 400, sizes, false, 30);
        return new UnitRequest(
                net,
                parameters,
                split,
                layout,
                PIXELS / layout.box(),
                focus.map(unit -> unit),
                Theme.LIGHT);
    }
}
