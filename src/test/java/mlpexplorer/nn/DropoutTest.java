package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class DropoutTest {

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "SIGMOID", "TANH", "SOFTPLUS", "SILU", "GELU"})
    void theGradientIsThatOfTheThinnedNetwork(Activation activation) {
        Mlp mlp = Nets.mlp(2, activation);
        Parameters p = Nets.parameters(mlp, 31);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        w.drawDropout(0.4, new RandomStream(1));
        Parameters gradient = p.zeros();
        mlp.lossAndGradient(p, w, gradient);
        GradientCheck check =
                new GradientCheck(
                        mlp, new Regularizer.None(), GradientCheck.DEFAULT_STEP, Integer.MAX_VALUE);
        assertThat(check.compare(p, w, gradient)).allMatch(GradientCheck.Block::correct);
    }

    @Test
    void survivorsAreScaledUpAndTheOthersSilent() {
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(200), Activation.SIGMOID, new Initializer.Zeros()),
                        2,
                        3);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        w.drawDropout(0.2, new RandomStream(2));
        mlp.forward(mlp.initialize(1), w);
        double[] hidden = Arrays.copyOf(w.outputs(0), 7 * 200);
        assertThat(Arrays.stream(hidden).distinct().sorted()).containsExactly(0.0, 0.625);
        assertThat(Arrays.stream(hidden).filter(value -> value == 0).count() / 1400.0)
                .isCloseTo(0.2, within(0.04));
    }

    /// Inverted dropout does not change the expectation of any unit.
    @Test
    void onAverageAUnitPutsOutWhatItWouldWithoutDropout() {
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(5), Activation.SIGMOID, new Initializer.Xavier()),
                        2,
                        3);
        Parameters p = Nets.parameters(mlp, 35);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        mlp.forward(p, w);
        double[] plain = Arrays.copyOf(w.outputs(0), 35);
        double[] sum = new double[35];
        RandomStream random = new RandomStream(6);
        for (int draw = 0; draw < 20_000; draw++) {
            w.drawDropout(0.3, random);
            mlp.forward(p, w);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += w.outputs(0)[i] / 20_000;
            }
        }
        assertThat(sum).containsExactly(plain, within(0.02));
    }

    @Test
    void inputsAndProbabilitiesAreNeverDropped() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        w.drawDropout(0.9, new RandomStream(3));
        mlp.forward(Nets.parameters(mlp, 32), w);
        assertThat(Arrays.copyOf(w.inputs(), 14)).doesNotContain(0);
        assertThat(Arrays.stream(w.outputs(1), 0, 21).sum()).isCloseTo(7, within(1e-14));
    }

    @Test
    void rateZeroTurnsItOffAgain() {
        Mlp mlp = Nets.mlp(2, Activation.TANH);
        Parameters p = Nets.parameters(mlp, 33);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        double plain = mlp.loss(p, w);
        w.drawDropout(0.5, new RandomStream(4));
        assertThat(mlp.loss(p, w)).isNotEqualTo(plain);
        w.drawDropout(0, new RandomStream(4));
        assertThat(mlp.loss(p, w)).isEqualTo(plain);
    }

    @Test
    void everyDrawIsFreshAndEveryStreamRepeatsItself() {
        Mlp mlp = Nets.mlp(2, Activation.TANH);
        Parameters p = Nets.parameters(mlp, 34);
        assertThat(losses(mlp, p)).containsExactly(losses(mlp, p)).doesNotHaveDuplicates();
    }

    private static double[] losses(Mlp mlp, Parameters p) {
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        RandomStream random = new RandomStream(5);
        return IntStream.range(0, 5)
                .mapToDouble(_ -> {
                    w.drawDropout(0.5, random);
                    return mlp.loss(p, w);
                })
                .toArray();
    }
}
