package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class InputTest {
    private static final List<Input> ALL = List.of(Input.values());
    private final Dataset circles = new DataSpec.Circles(60, 0.1).generate(1);

    @Test
    void everyInputIsItsFormula() {
        assertThat(ALL.stream().map(input -> input.of(0.5, -3)))
                .containsExactly(0.5, -3.0, 0.25, 9.0, -1.5, Math.sin(0.5), Math.sin(-3));
        assertThat(ALL.stream().map(Input::formula))
                .containsExactly("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)");
    }

    @Test
    void formulasNameTheFeaturesOfTheData() {
        assertThat(Input.PRODUCT.formula(List.of("width in $", "x2"))).isEqualTo("width in $*x2");
    }

    @Test
    void anInputDependsOnlyOnTheFeaturesThatItUses() {
        for (Input input : ALL) {
            assertThat(input.of(1, 2) != input.of(5, 2)).isEqualTo(input.uses(0));
            assertThat(input.of(1, 2) != input.of(1, 7)).isEqualTo(input.uses(1));
        }
    }

    @Test
    void inputsAreComputedFromRawFeaturesAndThenStandardizedByTheTrainingPart() {
        Split split = new Split(circles, new SplitSpec().withInputs(ALL), 1);
        assertThat(split.train().columns()).isEqualTo(7);
        assertThat(split.shape().features()).isEqualTo(2);
        assertThat(split.inputNames().get(4)).isEqualTo("x1*x2");
        for (int column = 0; column < 7; column++) {
            double mean = 0;
            double square = 0;
            for (int row = 0; row < split.train().rows(); row++) {
                double value = split.train().feature(row, column);
                mean += value / split.train().rows();
                square += value * value / split.train().rows();
            }
            assertThat(mean).isCloseTo(0, within(1e-12));
            assertThat(square).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theScalingAppliesTheFormulasToNewRows() {
        Split split = new Split(circles, new SplitSpec().withInputs(ALL), 1);
        double[] inputs = new double[8];
        int row = split.train().rows() + 3;
        Samples raw = circles.samples();
        split.scaling()
                .apply(
                        new double[] {
                            raw.feature(split.row(row), 0), raw.feature(split.row(row), 1)
                        },
                        inputs,
                        1);
        double[] expected = new double[8];
        split.validation().copyRow(3, expected, 1);
        assertThat(inputs).isEqualTo(expected);
    }

    @Test
    void regressionKeepsItsTargets() {
        Dataset hills = new DataSpec.HillsSurface(60, 0).generate(1);
        Split split =
                new Split(
                        hills,
                        new SplitSpec(1, 0, 0, false)
                                .withInputs(List.of(Input.SIN_X2, Input.X1_SQUARED)),
                        1);
        for (int row = 0; row < 60; row++) {
            assertThat(split.train().target(row)).isEqualTo(hills.samples().target(split.row(row)));
            double x1 = hills.samples().feature(split.row(row), 0);
            assertThat(split.train().feature(row, 1)).isEqualTo(x1 * x1);
        }
    }

    @Test
    void dataWithoutTwoFeaturesAreRefused() {
        Dataset curve = new DataSpec.Curve().generate(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(curve, new SplitSpec().withInputs(ALL), 1))
                .withMessage(
                        "data.inputs needs data with two features, but there is 1; set it to"
                                + " null.");
    }

    @Test
    void twoFeaturesAsInputsAreTheFeatures() {
        Split named = new Split(circles, new SplitSpec().withInputs(Input.DEFAULT), 1);
        Split plain = new Split(circles, new SplitSpec(), 1);
        for (int row = 0; row < plain.train().rows(); row++) {
            double[] one = new double[2];
            double[] other = new double[2];
            named.train().copyRow(row, one, 0);
            plain.train().copyRow(row, other, 0);
            assertThat(Arrays.equals(one, other)).isTrue();
        }
    }
}
