package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;

import java.util.List;

final class VoteMapTest {
    private static final int PIXELS = 100;

    private final RunSpec spec = SpecJson.set(new RunSpec(), List.of("model.hidden=[]"));
    private final Split split = spec.splitData();
    private final Mlp mlp = spec.mlp(split.shape());
    private final ClassPainter painter = new ClassPainter(new ClassColors(2, Theme.LIGHT), false);

    /// Class 1 where `slope`·x₁ is above 0.
    private Parameters halves(double slope) {
        Parameters weights = mlp.initialize(1).zeros();
        weights.weights(0)[1] = slope;
        return weights;
    }

    private VoteMap draw(Parameters... voters) {
        return VoteMap.draw(mlp, List.of(voters), split, Theme.LIGHT, PIXELS);
    }

    private static int color(VoteMap map, int x, int y) {
        return map.argb()[y * PIXELS + x];
    }

    @Test
    void networksThatAgreeHaveFullColors() {
        VoteMap map = draw(halves(1), halves(2), halves(3));
        assertThat(map.disagreement()).isZero();
        assertThat(color(map, 90, 20)).isEqualTo(painter.argb(1, 1));
        assertThat(color(map, 10, 20)).isEqualTo(painter.argb(0, 1));
    }

    @Test
    void whereOneOfThreeObjectsTheMajorityIsPaler() {
        VoteMap map = draw(halves(1), halves(2), halves(-1));
        assertThat(map.disagreement()).isCloseTo(1 / 3.0, within(0.02));
        assertThat(color(map, 90, 20)).isEqualTo(painter.argb(1, 2 / 3.0));
        assertThat(color(map, 10, 20)).isEqualTo(painter.argb(0, 2 / 3.0));
    }

    @Test
    void flowersHaveThePlaneOfTheirComponents() {
        RunSpec iris = SpecJson.set(spec, List.of("data=iris", "training.stop.epochs=1"));
        Split flowers = iris.splitData();
        Mlp net = iris.mlp(flowers.shape());
        VoteMap map =
                VoteMap.draw(
                        net,
                        List.of(net.initialize(1), net.initialize(2)),
                        flowers,
                        Theme.DARK,
                        PIXELS);
        assertThat(map.disagreement()).isBetween(0.01, 0.5);
    }

    @Test
    void withoutVotersThereIsNothingToCount() {
        assertThatThrownBy(this::draw)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Votes need networks, and data with a boundary to draw.");
    }
}
