package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.LossLevels;
import mlpexplorer.nn.landscape.LossSurface;
import mlpexplorer.nn.landscape.WeightPath;
import mlpexplorer.nn.landscape.WeightPath.Step;
import mlpexplorer.nn.landscape.WeightPlane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Grids against [ReferenceMlp], and contour levels.
class LossGridTest {
    private static final int SIDE = 7;

    @ParameterizedTest
    @EnumSource
    void everyNodeIsTheLossOfTheReferenceAtItsWeights(Activation activation) {
        Mlp mlp = Nets.mlp(2, activation);
        Parameters from = Nets.parameters(mlp, 3);
        Parameters to = Nets.parameters(mlp, 4);
        Regularizer penalty = new Regularizer.ElasticNet(0.01, 0.02);
        WeightPath path = new WeightPath(List.of(new Step(0, from), new Step(1, to)));
        for (WeightPlane plane :
                List.of(
                        WeightPlane.principal(List.of(path)).orElseThrow(),
                        WeightPlane.random(to, 5).orElseThrow(),
                        WeightPlane.line(from, to).orElseThrow())) {
            LossGrid grid = grid(mlp, plane, path, Nets.samples(7), penalty);
            assertThat(grid.rows()).isEqualTo(plane.kind() == WeightPlane.Kind.LINE ? 1 : SIDE);
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < SIDE; column++) {
                    Parameters there = weights(plane, grid.x(column), grid.y(row));
                    double expected =
                            ReferenceMlp.of(activation, there).loss(Nets.X, Nets.Y)
                                    + penalty(there, 0.01, 0.02);
                    assertThat(grid.loss(column, row))
                            .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
                }
            }
        }
    }

    @Test
    void regressionHasTheMeanSquaredError() {
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(4), Activation.TANH, new Initializer.Xavier()),
                        2,
                        new Task.Regression());
        double[] x = {0.5, -1, 1.5, 0.25, -0.75, 0.5, 0.1, 1.25};
        double[] y = {1, -2, 0.5, 0.25};
        Parameters from = mlp.initialize(1);
        Parameters to = mlp.initialize(2);
        WeightPath path = new WeightPath(List.of(new Step(0, from), new Step(1, to)));
        WeightPlane plane = WeightPlane.principal(List.of(path)).orElseThrow();
        LossGrid grid = grid(mlp, plane, path, Samples.ofTargets(x, 2, y), new Regularizer.None());
        for (int node = 0; node < SIDE * SIDE; node++) {
            Parameters p = weights(plane, grid.x(node % SIDE), grid.y(node / SIDE));
            double sum = 0;
            for (int row = 0; row < y.length; row++) {
                double out = p.biases(1)[0];
                for (int j = 0; j < 4; j++) {
                    double z =
                            p.biases(0)[j]
                                    + x[2 * row] * p.weights(0)[j]
                                    + x[2 * row + 1] * p.weights(0)[4 + j];
                    out += Math.tanh(z) * p.weights(1)[j];
                }
                sum += (out - y[row]) * (out - y[row]);
            }
            double expected = sum / y.length;
            assertThat(grid.losses()[node])
                    .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
        }
    }

    /// The loss of a linear classifier with weight decay is a strictly convex function of its
    /// weights, so it is convex along every row, column and diagonal.
    @Test
    void softmaxRegressionWithWeightDecayIsConvex() {
        Mlp mlp =
                new Mlp(new ModelSpec(List.of(), Activation.TANH, new Initializer.Xavier()), 2, 3);
        Parameters at = Nets.parameters(mlp, 1);
        WeightPlane plane = WeightPlane.random(at, 2).orElseThrow();
        LossGrid grid =
                LossGrid.of(
                                new LossSurface(mlp, Nets.samples(7), new Regularizer.L2(0.05)),
                                plane,
                                new LossGrid.Extent(-20, 20, -20, 20),
                                21,
                                () -> false)
                        .orElseThrow();
        for (int row = 1; row < 20; row++) {
            for (int column = 1; column < 20; column++) {
                for (int[] step : new int[][] {{0, 1}, {1, 0}, {1, 1}, {1, -1}}) {
                    double before = grid.loss(column - step[0], row - step[1]);
                    double after = grid.loss(column + step[0], row + step[1]);
                    assertThat(before + after).isGreaterThan(2 * grid.loss(column, row));
                }
            }
        }
    }

    @Test
    void aCanceledGridIsEmpty() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        WeightPlane plane = WeightPlane.random(Nets.parameters(mlp, 1), 1).orElseThrow();
        int[] asked = {0};
        assertThat(
                        LossGrid.of(
                                new LossSurface(mlp, Nets.samples(7), new Regularizer.None()),
                                plane,
                                new LossGrid.Extent(-1, 1, -1, 1),
                                41,
                                () -> ++asked[0] > 10))
                .isEmpty();
        assertThat(asked[0]).isEqualTo(11);
    }

    @Test
    void lossesBeyondAllNumbersCountInNoLevel() {
        Mlp mlp = Nets.mlp(1, Activation.RELU);
        Parameters at = Nets.parameters(mlp, 1);
        at.scale(1e155);
        WeightPlane plane = WeightPlane.random(at, 1).orElseThrow();
        LossGrid grid =
                LossGrid.of(
                                new LossSurface(mlp, Nets.samples(7), new Regularizer.L2(1)),
                                plane,
                                new LossGrid.Extent(-1, 1, -1, 1),
                                5,
                                () -> false)
                        .orElseThrow();
        assertThat(Arrays.stream(grid.losses())).anyMatch(loss -> !Double.isFinite(loss));
        assertThat(LossLevels.of(grid.losses(), 15)).allMatch(Double::isFinite);
        assertThat(LossLevels.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, 15))
                .isEmpty();
    }

    @Test
    void anUnsuitableSideIsRefused() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        WeightPlane plane = WeightPlane.random(Nets.parameters(mlp, 1), 1).orElseThrow();
        assertThatThrownBy(() ->
                        LossGrid.of(
                                new LossSurface(mlp, Nets.samples(7), new Regularizer.None()),
                                plane,
                                new LossGrid.Extent(-1, 1, -1, 1),
                                1,
                                () -> false))
                .hasMessage("side is 1, but must be from 2 to 401.");
    }

    @Test
    void theDefaultExtentContainsThePathAndGrowsByItsFactor() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        List<Step> steps = new ArrayList<>();
        for (int epoch = 0; epoch < 5; epoch++) {
            steps.add(new Step(epoch, Nets.parameters(mlp, epoch)));
        }
        WeightPath path = new WeightPath(steps);
        WeightPlane plane = WeightPlane.principal(List.of(path)).orElseThrow();
        List<WeightPlane.Place> places = plane.project(path);
        LossGrid.Extent extent = LossGrid.Extent.of(plane.kind(), places, 1);
        assertThat(steps)
                .allSatisfy(step -> {
                    WeightPlane.Place place = plane.project(step.parameters());
                    assertThat(place.x()).isBetween(extent.left(), extent.right());
                    assertThat(place.y()).isBetween(extent.bottom(), extent.top());
                });
        LossGrid.Extent twice = LossGrid.Extent.of(plane.kind(), places, 2);
        assertThat(twice.width()).isCloseTo(2 * extent.width(), within(1e-12));
        assertThat(twice.left() + twice.right())
                .isCloseTo(extent.left() + extent.right(), within(1e-9));
    }

    @Test
    void levelsAreRoundNumbersAboutEvenlySpacedOnALogarithmicScale() {
        assertThat(LossLevels.of(new double[] {0.004, 12, 3}, 15))
                .containsExactly(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
        assertThat(LossLevels.of(new double[] {1e-7, 1e7}, 15)).hasSize(8).contains(1.0, 1e6);
        assertThat(LossLevels.of(new double[] {0.4, 0.9}, 15)).hasSizeBetween(7, 15).contains(0.5);
        assertThat(LossLevels.of(new double[] {0.69, 0.72}, 15)).hasSizeBetween(2, 15);
        assertThat(LossLevels.of(new double[] {0, 0}, 15)).isEmpty();
    }

    private static LossGrid grid(
            Mlp mlp, WeightPlane plane, WeightPath path, Samples samples, Regularizer penalty) {
        return LossGrid.of(
                        new LossSurface(mlp, samples, penalty),
                        plane,
                        LossGrid.Extent.of(plane.kind(), plane.project(path), 1),
                        SIDE,
                        () -> false)
                .orElseThrow();
    }

    /// The weights at a place, added up number by number.
    private static Parameters weights(WeightPlane plane, double x, double y) {
        Parameters there = plane.origin().copy();
        for (int l = 0; l < there.layers(); l++) {
            add(there.weights(l), plane.across().weights(l), x);
            add(there.weights(l), plane.up().weights(l), y);
            add(there.biases(l), plane.across().biases(l), x);
            add(there.biases(l), plane.up().biases(l), y);
        }
        return there;
    }

    private static void add(double[] to, double[] direction, double factor) {
        Arrays.setAll(to, i -> to[i] + factor * direction[i]);
    }

    private static double penalty(Parameters p, double l1, double l2) {
        double sum = 0;
        for (int l = 0; l < p.layers(); l++) {
            for (double w : p.weights(l)) {
                sum += l1 * Math.abs(w) + l2 * w * w;
            }
        }
        return sum;
    }
}
