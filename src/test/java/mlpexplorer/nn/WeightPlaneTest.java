package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.landscape.WeightPath;
import mlpexplorer.nn.landscape.WeightPath.Step;
import mlpexplorer.nn.landscape.WeightPlane;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Planes against [PrincipalComponents], which are held against NumPy, and against their
/// definitions.
class WeightPlaneTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    private final Mlp mlp = Nets.mlp(2, Activation.TANH);

    @Test
    void principalDirectionsAndSharesAreThoseOfTheCovarianceMatrix() {
        WeightPath path = path(40, 1);
        double[][] rows =
                path.steps().stream().map(s -> Nets.flat(s.parameters())).toArray(double[][]::new);
        PrincipalComponents expected =
                PrincipalComponents.of(Nets.samples(rows, new int[rows.length]));

        WeightPlane plane = WeightPlane.principal(List.of(path)).orElseThrow();

        assertThat(plane.acrossShare()).isCloseTo(expected.firstShare(), ROUNDING);
        assertThat(plane.upShare()).isCloseTo(expected.secondShare(), ROUNDING);
        assertThat(Math.abs(dot(Nets.flat(plane.across()), expected.first())))
                .isCloseTo(1, ROUNDING);
        assertThat(Math.abs(dot(Nets.flat(plane.up()), expected.second()))).isCloseTo(1, ROUNDING);
        assertThat(plane.across().norm()).isCloseTo(1, ROUNDING);
    }

    @Test
    void thePlaneOfPrincipalComponentsContainsTheLastWeights() {
        WeightPath path = path(20, 2);
        WeightPlane plane = WeightPlane.principal(List.of(path)).orElseThrow();
        Parameters there = path.first().zeros();
        plane.at(0, 0, there);

        assertThat(Nets.flat(there)).containsExactly(Nets.flat(path.last()));
        assertThat(plane.project(path.last())).isEqualTo(new WeightPlane.Place(0, 0));
        assertThat(plane.project(path.first()).x()).isNegative();
    }

    /// The difference between weights and their projection is orthogonal to both directions.
    @Test
    void projectionsAreTheClosestPlacesOfEveryPlane() {
        WeightPath path = path(15, 3);
        for (WeightPlane plane :
                List.of(
                        WeightPlane.principal(List.of(path)).orElseThrow(),
                        WeightPlane.random(path.last(), 7).orElseThrow(),
                        WeightPlane.line(path.first(), path.last()).orElseThrow())) {
            for (Step step : path.steps()) {
                WeightPlane.Place place = plane.project(step.parameters());
                Parameters closest = path.first().zeros();
                plane.at(place.x(), place.y(), closest);
                double[] rest = minus(Nets.flat(step.parameters()), Nets.flat(closest));
                assertThat(dot(rest, Nets.flat(plane.across()))).isCloseTo(0, ROUNDING);
                assertThat(dot(rest, Nets.flat(plane.up()))).isCloseTo(0, ROUNDING);
            }
        }
    }

    @Test
    void aPlaceOnThePlaneIsItsOwnProjection() {
        WeightPath path = path(15, 4);
        for (WeightPlane plane :
                List.of(
                        WeightPlane.principal(List.of(path)).orElseThrow(),
                        WeightPlane.random(path.last(), 7).orElseThrow())) {
            Parameters there = path.first().zeros();
            plane.at(0.7, -1.3, there);
            assertThat(plane.project(there).x()).isCloseTo(0.7, ROUNDING);
            assertThat(plane.project(there).y()).isCloseTo(-1.3, ROUNDING);
        }
    }

    @Test
    void theWeightsIntoAUnitOfARandomDirectionHaveTheNormOfTheUnitsWeights() {
        Parameters at = Nets.parameters(mlp, 5);
        WeightPlane plane = WeightPlane.random(at, 11).orElseThrow();
        for (Parameters direction : List.of(plane.across(), plane.up())) {
            for (int l = 0; l < at.layers(); l++) {
                for (int unit = 0; unit < at.fanOut(l); unit++) {
                    assertThat(incoming(direction, l, unit))
                            .isCloseTo(incoming(at, l, unit), ROUNDING);
                }
                assertThat(direction.biases(l)).containsOnly(0);
            }
        }
        assertThat(Nets.flat(plane.across())).isNotEqualTo(Nets.flat(plane.up()));
    }

    @Test
    void theSameSeedGivesTheSameRandomPlane() {
        Parameters at = Nets.parameters(mlp, 5);
        assertThat(Nets.flat(WeightPlane.random(at, 3).orElseThrow().across()))
                .isEqualTo(Nets.flat(WeightPlane.random(at, 3).orElseThrow().across()))
                .isNotEqualTo(Nets.flat(WeightPlane.random(at, 4).orElseThrow().across()));
    }

    @Test
    void aLineLeadsFromTheFirstWeightsToTheLast() {
        Parameters from = Nets.parameters(mlp, 1);
        Parameters to = Nets.parameters(mlp, 2);
        WeightPlane line = WeightPlane.line(from, to).orElseThrow();
        Parameters there = from.zeros();
        line.at(1, 0, there);
        assertThat(Nets.flat(there)).containsExactly(Nets.flat(to), within(1e-15));
        assertThat(line.project(from).x()).isCloseTo(0, ROUNDING);
        assertThat(line.project(to).x()).isCloseTo(1, ROUNDING);
    }

    @Test
    void severalRunsShareAPlaneThroughTheEndOfTheFirst() {
        WeightPath one = path(12, 1);
        WeightPath other = path(30, 9);
        WeightPlane plane = WeightPlane.principal(List.of(one, other)).orElseThrow();
        List<Step> both = new ArrayList<>(one.steps());
        both.addAll(other.steps());
        double[][] rows =
                both.stream().map(s -> Nets.flat(s.parameters())).toArray(double[][]::new);
        PrincipalComponents expected =
                PrincipalComponents.of(Nets.samples(rows, new int[rows.length]));

        assertThat(plane.acrossShare()).isCloseTo(expected.firstShare(), ROUNDING);
        assertThat(plane.project(one.last())).isEqualTo(new WeightPlane.Place(0, 0));
    }

    @Test
    void twoStepsHaveAPlaneThatContainsBoth() {
        Parameters from = Nets.parameters(mlp, 1);
        Parameters to = Nets.parameters(mlp, 2);
        WeightPlane plane =
                WeightPlane.principal(
                                List.of(
                                        new WeightPath(
                                                List.of(new Step(0, from), new Step(1, to)))))
                        .orElseThrow();
        assertThat(plane.acrossShare()).isCloseTo(1, ROUNDING);
        assertThat(plane.upShare()).isZero();
        assertThat(plane.up().norm()).isCloseTo(1, ROUNDING);
        assertThat(dot(Nets.flat(plane.across()), Nets.flat(plane.up()))).isCloseTo(0, ROUNDING);
        assertThat(plane.project(from).y()).isCloseTo(0, ROUNDING);
        assertThat(plane.project(from).x()).isLessThan(0);
    }

    @Test
    void weightsThatNeverChangedHaveNoPlane() {
        Parameters still = Nets.parameters(mlp, 1);
        WeightPath path = new WeightPath(List.of(new Step(0, still), new Step(1, still.copy())));
        assertThat(WeightPlane.principal(List.of(path))).isEmpty();
        assertThat(WeightPlane.line(still, still.copy())).isEmpty();
        assertThat(WeightPlane.random(still.zeros(), 1)).isEmpty();
    }

    @Test
    void runsOfDifferentShapesHaveNoCommonPlane() {
        WeightPath other =
                new WeightPath(List.of(new Step(0, Nets.mlp(1, Activation.TANH).initialize(1))));
        assertThatThrownBy(() -> WeightPlane.principal(List.of(path(3, 1), other)))
                .hasMessage("Runs of different shapes have no common plane: 2-4-3 and 2-4-3-3.");
    }

    @Test
    void weightsThatAreNotFiniteOrTooLargeAreToldInOneSentence() {
        Parameters broken = Nets.parameters(mlp, 1);
        broken.weights(1)[2] = Double.NaN;
        assertThatThrownBy(() -> new Step(12, broken))
                .hasMessage(
                        "The weights at epoch 12 are not finite, so they have no place on a"
                                + " plane.");
        Parameters huge = Nets.parameters(mlp, 1);
        huge.weights(1)[2] = 1e200;
        WeightPath path =
                new WeightPath(List.of(new Step(0, Nets.parameters(mlp, 1)), new Step(1, huge)));
        assertThatThrownBy(() -> WeightPlane.principal(List.of(path)))
                .hasMessage(
                        "The weights are too large, so their path has no principal components.");
    }

    @Test
    void thinningKeepsBothEnds() {
        assertThat(WeightPath.thinned(List.of(1, 2, 3, 4, 5, 6, 7), 4)).containsExactly(1, 3, 5, 7);
        assertThat(WeightPath.thinned(List.of(1, 2), 4)).containsExactly(1, 2);
    }

    /// Weights that wander at random.
    private WeightPath path(int length, long seed) {
        RandomStream random = new RandomStream(seed, 77);
        Parameters here = Nets.parameters(mlp, seed);
        List<Step> steps = new ArrayList<>();
        for (int epoch = 0; epoch < length; epoch++) {
            steps.add(new Step(epoch, here.copy()));
            for (int l = 0; l < here.layers(); l++) {
                for (double[] block : List.of(here.weights(l), here.biases(l))) {
                    Arrays.setAll(block, i -> block[i] + 0.1 * random.nextGaussian());
                }
            }
        }
        return new WeightPath(steps);
    }

    private static double incoming(Parameters p, int layer, int unit) {
        double sum = 0;
        for (int i = 0; i < p.fanIn(layer); i++) {
            double w = p.weights(layer)[i * p.fanOut(layer) + unit];
            sum += w * w;
        }
        return Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] rest = a.clone();
        Arrays.setAll(rest, i -> a[i] - b[i]);
        return rest;
    }
}
