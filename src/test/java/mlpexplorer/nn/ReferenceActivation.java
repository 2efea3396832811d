package mlpexplorer.nn;

/// Independent implementations of the activations, each from its definition; the normal
/// distribution by Simpson's rule.
final class ReferenceActivation {
    private ReferenceActivation() {}

    static double value(Activation activation, double z) {
        return switch (activation) {
            case IDENTITY -> z;
            case RELU -> z > 0 ? z : 0;
            case LEAKY_RELU -> z > 0 ? z : z / 100;
            case ELU -> z > 0 ? z : Math.exp(z) - 1;
            case SIGMOID -> sigmoid(z);
            case TANH -> Math.sinh(z) / Math.cosh(z);
            case SOFTPLUS -> Math.log(1 + Math.exp(z));
            case SILU -> z * sigmoid(z);
            case GELU -> z * normal(z);
            case THRESHOLD -> z > 0 ? 1 : 0;
        };
    }

    static double derivative(Activation activation, double z) {
        return switch (activation) {
            case IDENTITY -> 1;
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : 0.01;
            case ELU -> z > 0 ? 1 : Math.exp(z);
            case SIGMOID -> sigmoid(z) * sigmoid(-z);
            case TANH -> 1 / (Math.cosh(z) * Math.cosh(z));
            case SOFTPLUS -> sigmoid(z);
            case SILU -> sigmoid(z) + z * sigmoid(z) * sigmoid(-z);
            case GELU -> normal(z) + z * density(z);
            case THRESHOLD -> 0;
        };
    }

    private static double sigmoid(double z) {
        return Math.exp(z) / (Math.exp(z) + 1);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double normal(double z) {
        int panels = 2000;
        double width = z / panels;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            double left = i * width;
            sum +=
                    width
                            / 6
                            * (density(left)
                                    + 4 * density(left + width / 2)
                                    + density(left + width));
        }
        return 0.5 + sum;
    }
}
