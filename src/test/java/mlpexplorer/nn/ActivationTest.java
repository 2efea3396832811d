package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;

class ActivationTest {

    @ParameterizedTest
    @CsvSource({
        // activation, g(−2), g(0), g(0.5), g(3)
        "IDENTITY,   -2,                  0,                  0.5,                3",
        "RELU,        0,                  0,                  0.5,                3",
        "LEAKY_RELU, -0.02,               0,                  0.5,                3",
        "ELU,        -0.864664716763387,  0,                  0.5,                3",
        "SIGMOID,     0.119202922022118,  0.5,                0.622459331201855, "
                + " 0.952574126822433",
        "TANH,       -0.964027580075817,  0,                  0.462117157260010, "
                + " 0.995054753686730",
        "SOFTPLUS,    0.126928011042972,  0.693147180559945,  0.974076984180107, "
                + " 3.048587351573742",
        "SILU,       -0.238405844044235,  0,                  0.311229665600927, "
                + " 2.857722380467300",
        "GELU,       -0.045500263896358,  0,                  0.345731230637007, "
                + " 2.995950305905109",
    })
    void valuesAreThoseOfTheFormula(
            Activation activation,
            double atMinusTwo,
            double atZero,
            double atHalf,
            double atThree) {
        assertThat(apply(activation, -2, 0, 0.5, 3))
                .containsExactly(new double[] {atMinusTwo, atZero, atHalf, atThree}, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, 1",
        "RELU, 0",
        "LEAKY_RELU, 0.01",
        "ELU, 1",
        "SIGMOID, 0.25",
        "TANH, 1",
        "SOFTPLUS, 0.5",
        "SILU, 0.5",
        "GELU, 0.5"
    })
    void derivativeAtZeroIsPyTorchs(Activation activation, double slope) {
        assertThat(derivative(activation, 0)).isEqualTo(slope);
    }

    @ParameterizedTest
    @EnumSource
    void derivativeIsTheSlopeOfTheFunction(Activation activation) {
        for (double z : new double[] {-6, -2.5, -1, -0.3, 0.2, 0.9, 2, 5}) {
            double h = 1e-5;
            double[] around = apply(activation, z - h, z + h);
            assertThat(derivative(activation, z))
                    .isCloseTo((around[1] - around[0]) / (2 * h), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOverflowsFarOut(Activation activation) {
        for (double z : new double[] {-1e4, -800, -40, 40, 800, 1e4}) {
            assertThat(apply(activation, z)[0]).isFinite();
            assertThat(derivative(activation, z)).isBetween(-0.2, 1.2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void notANumberStaysNotANumber(Activation activation) {
        assertThat(apply(activation, Double.NaN)[0]).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFirstNValuesAreTouched(Activation activation) {
        double[] a = {9, 9, 9};
        activation.apply(new double[] {1, 2, 3}, a, new double[3], 0, 2);
        assertThat(a[2]).isEqualTo(9);
        double[] delta = {9, 9, 9};
        activation.backward(new double[] {1, 2, 3}, a, delta, 0, 2);
        assertThat(delta[2]).isEqualTo(9);
    }

    @Test
    void theReluFamilyAndTheThresholdHaveAKink() {
        assertThat(Arrays.stream(Activation.values()).filter(Activation::hasKink))
                .containsExactly(
                        Activation.RELU,
                        Activation.LEAKY_RELU,
                        Activation.ELU,
                        Activation.THRESHOLD);
    }

    private static double[] apply(Activation activation, double... z) {
        double[] a = new double[z.length];
        activation.apply(z, a, new double[z.length], 0, z.length);
        return a;
    }

    private static double derivative(Activation activation, double z) {
        double[] delta = {1};
        activation.backward(new double[] {z}, apply(activation, z), delta, 0, 1);
        return delta[0];
    }
}
