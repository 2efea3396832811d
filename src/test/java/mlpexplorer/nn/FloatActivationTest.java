package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.function.DoubleUnaryOperator;

class FloatActivationTest {
    @ParameterizedTest
    @EnumSource(Activation.class)
    void valuesAreRightToThreeDigits(Activation activation) {
        DoubleUnaryOperator exact = definition(activation);
        for (double z = -30; z <= 30; z += 0.037) {
            float[] row = {(float) z};

            FloatActivation.apply(activation, row);

            assertThat((double) row[0])
                    .as("g(%s)", z)
                    .isCloseTo(exact.applyAsDouble(z), within(3e-4 * Math.max(1, Math.abs(z))));
        }
    }

    private static DoubleUnaryOperator definition(Activation activation) {
        return switch (activation) {
            case IDENTITY -> z -> z;
            case RELU -> z -> Math.max(0, z);
            case LEAKY_RELU -> z -> z > 0 ? z : 0.01 * z;
            case ELU -> z -> z > 0 ? z : Math.expm1(z);
            case SIGMOID -> z -> 1 / (1 + Math.exp(-z));
            case TANH -> Math::tanh;
            case SOFTPLUS -> z -> Math.log1p(Math.exp(z));
            case SILU -> z -> z / (1 + Math.exp(-z));
            case GELU -> z -> z * normal(z);
            case THRESHOLD -> z -> z > 0 ? 1 : 0;
        };
    }

    /// Φ by Simpson's rule.
    private static double normal(double z) {
        int steps = 2000;
        double h = z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-i * h * i * h / 2);
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }
}
