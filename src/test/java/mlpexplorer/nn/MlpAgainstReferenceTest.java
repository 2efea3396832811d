package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The network against [ReferenceMlp].
class MlpAgainstReferenceTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @EnumSource
    void lossAgrees(Activation activation) {
        for (int depth = 0; depth <= 3; depth++) {
            Mlp mlp = Nets.mlp(depth, activation);
            Parameters p = Nets.parameters(mlp, 7);
            for (int rows : new int[] {1, 4, 7}) {
                double expected =
                        ReferenceMlp.of(activation, p).loss(Arrays.copyOf(Nets.X, rows), Nets.Y);
                assertThat(mlp.loss(p, Nets.loaded(mlp, Nets.samples(rows))))
                        .isCloseTo(expected, ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientAgreesUnderEveryPenalty(Activation activation) {
        for (int depth = 0; depth <= 3; depth++) {
            for (Regularizer regularizer : Nets.regularizers(depth)) {
                Mlp mlp = Nets.mlp(depth, activation);
                Parameters p = Nets.parameters(mlp, 8);
                ReferenceMlp expected =
                        referenceGradient(ReferenceMlp.of(activation, p), regularizer);
                assertThat(Nets.flat(gradient(mlp, p, regularizer)))
                        .containsExactly(Nets.flat(expected), ROUNDING);
            }
        }
    }

    /// Large enough for the native products and for two threads, with odd sizes throughout.
    @ParameterizedTest
    @EnumSource(names = {"RELU", "SIGMOID", "TANH", "SILU"})
    void aLargeNetworkOnTwoLanesAgrees(Activation activation) {
        double[][] x = new double[151][2];
        int[] y = new int[151];
        RandomStream random = new RandomStream(3);
        for (int row = 0; row < x.length; row++) {
            x[row] = new double[] {random.nextGaussian(), random.nextGaussian()};
            y[row] = random.nextInt(3);
        }
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(131, 127), activation, new Initializer.Xavier()),
                        2,
                        3);
        Parameters p = Nets.parameters(mlp, 10);
        Parameters gradient = p.zeros();
        Workspace w = mlp.workspace(x.length, MlpAgainstReferenceTest::secondHalfFirst);
        w.load(Nets.samples(x, y), 0, x.length);
        ReferenceMlp reference = ReferenceMlp.of(activation, p);
        assertThat(mlp.lossAndGradient(p, w, gradient)).isCloseTo(reference.loss(x, y), ROUNDING);
        assertThat(Nets.flat(gradient))
                .containsExactly(
                        Nets.flat(reference.gradient(x, y, new double[3], new double[3])),
                        ROUNDING);
    }

    private static void secondHalfFirst(IntConsumer job) {
        job.accept(1);
        job.accept(0);
    }

    @Test
    void everyLayerHasItsOwnActivation() {
        for (int shift = 0; shift < Activation.values().length; shift++) {
            List<Activation> activation = new ArrayList<>(List.of(Activation.values()));
            Collections.rotate(activation, shift);
            Mlp mlp = Nets.mlp(activation.subList(0, 3), 3);
            Parameters p = Nets.parameters(mlp, 8);
            ReferenceMlp reference = ReferenceMlp.of(activation.subList(0, 3), p);
            assertThat(mlp.loss(p, Nets.loaded(mlp, Nets.samples(7))))
                    .isCloseTo(reference.loss(Nets.X, Nets.Y), ROUNDING);
            assertThat(Nets.flat(gradient(mlp, p, new Regularizer.None())))
                    .containsExactly(
                            Nets.flat(referenceGradient(reference, new Regularizer.None())),
                            ROUNDING);
        }
    }

    @ParameterizedTest
    @MethodSource("everyOptimizerAndActivation")
    void tenStepsOfTrainingAgree(Optimizer optimizer, Activation activation) {
        Regularizer penalty = new Regularizer.ElasticNet(0.003, 0.002);
        Mlp mlp = Nets.mlp(2, activation);
        Parameters p = Nets.parameters(mlp, 9);
        ReferenceMlp reference = ReferenceMlp.of(activation, p);
        OptimizerState state = optimizer.start(p);
        List<ReferenceOptimizer> steppers = steppers(optimizer, p);
        for (int step = 0; step < 10; step++) {
            state.step(p, gradient(mlp, p, penalty), 0.01);
            apply(steppers, reference, referenceGradient(reference, penalty));
        }
        assertThat(Nets.flat(p)).containsExactly(Nets.flat(reference), ROUNDING);
    }

    static Stream<Object[]> everyOptimizerAndActivation() {
        return Nets.optimizers().stream()
                .flatMap(optimizer ->
                        Arrays.stream(Activation.values())
                                .map(activation -> new Object[] {optimizer, activation}));
    }

    private static Parameters gradient(Mlp mlp, Parameters p, Regularizer regularizer) {
        Parameters gradient = p.zeros();
        mlp.lossAndGradient(p, Nets.loaded(mlp, Nets.samples(7)), gradient);
        regularizer.addGradient(p, gradient);
        return gradient;
    }

    private static ReferenceMlp referenceGradient(ReferenceMlp net, Regularizer regularizer) {
        return net.gradient(
                Nets.X,
                Nets.Y,
                IntStream.range(0, net.w.length).mapToDouble(regularizer::lambda1).toArray(),
                IntStream.range(0, net.w.length).mapToDouble(regularizer::lambda2).toArray());
    }

    private static List<ReferenceOptimizer> steppers(Optimizer optimizer, Parameters p) {
        return IntStream.range(0, p.layers())
                .boxed()
                .flatMap(l ->
                        Stream.concat(
                                Stream.generate(() -> new ReferenceOptimizer(optimizer, true))
                                        .limit(p.weights(l).length),
                                Stream.generate(() -> new ReferenceOptimizer(optimizer, false))
                                        .limit(p.biases(l).length)))
                .toList();
    }

    private static void apply(
            List<ReferenceOptimizer> steppers, ReferenceMlp net, ReferenceMlp gradient) {
        int k = 0;
        for (int l = 0; l < net.w.length; l++) {
            for (int i = 0; i < net.w[l].length; i++) {
                for (int j = 0; j < net.w[l][i].length; j++) {
                    net.w[l][i][j] =
                            steppers.get(k++).step(net.w[l][i][j], gradient.w[l][i][j], 0.01);
                }
            }
            for (int j = 0; j < net.b[l].length; j++) {
                net.b[l][j] = steppers.get(k++).step(net.b[l][j], gradient.b[l][j], 0.01);
            }
        }
    }
}
