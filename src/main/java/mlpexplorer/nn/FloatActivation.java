package mlpexplorer.nn;

/// Activation functions on whole rows in single precision, written so that the compiler vectorizes
/// them; all curved ones are derived from a rational tanh. The error is at most 3e-4, relative for
/// values far from 0.
final class FloatActivation {
    /// The argument at which the rational tanh exceeds 1.
    private static final float TANH_REACH = 4.97f;

    private static final float LEAKY_SLOPE = 0.01f;
    private static final float INVERSE_ROOT_OF_TWO_PI = 0.3989423f;

    private FloatActivation() {}

    /// Replaces each value of `z` (modified) by `g(z)`.
    static void apply(Activation g, float[] z) {
        switch (g) {
            case IDENTITY -> {}
            case RELU -> relu(z);
            case LEAKY_RELU -> leakyRelu(z);
            case ELU -> elu(z);
            case SIGMOID -> sigmoid(z);
            case TANH -> tanh(z);
            case SOFTPLUS -> softplus(z);
            case SILU -> silu(z);
            case GELU -> gelu(z);
            case THRESHOLD -> threshold(z);
        }
    }

    private static void threshold(float[] z) {
        for (int p = 0; p < z.length; p++) {
            z[p] = z[p] > 0 ? 1 : 0;
        }
    }

    private static void relu(float[] z) {
        for (int p = 0; p < z.length; p++) {
            z[p] = Math.max(0, z[p]);
        }
    }

    private static void leakyRelu(float[] z) {
        for (int p = 0; p < z.length; p++) {
            z[p] = Math.max(z[p], LEAKY_SLOPE * z[p]);
        }
    }

    /// `eᶻ − 1 = 2t/(1 − t)` with `t = tanh(z/2)`.
    private static void elu(float[] z) {
        for (int p = 0; p < z.length; p++) {
            float t = tanh(0.5f * Math.min(0, z[p]));
            z[p] = Math.max(0, z[p]) + 2 * t / (1 - t);
        }
    }

    private static void sigmoid(float[] z) {
        for (int p = 0; p < z.length; p++) {
            z[p] = 0.5f + 0.5f * tanh(0.5f * z[p]);
        }
    }

    private static void tanh(float[] z) {
        for (int p = 0; p < z.length; p++) {
            z[p] = tanh(z[p]);
        }
    }

    /// `ln(1 + e) = 2·artanh(e/(2 + e))` with `e = e^−|z| = (1 − t)/(1 + t)`, `t = tanh(|z|/2)`.
    private static void softplus(float[] z) {
        for (int p = 0; p < z.length; p++) {
            float t = tanh(0.5f * Math.abs(z[p]));
            float y = (1 - t) / (3 + t);
            float square = y * y;
            z[p] =
                    Math.max(0, z[p])
                            + 2
                                    * y
                                    * (1
                                            + square
                                                    * (1 / 3f
                                                            + square
                                                                    * (1 / 5f
                                                                            + square * (1 / 7f))));
        }
    }

    private static void silu(float[] z) {
        for (int p = 0; p < z.length; p++) {
            z[p] *= 0.5f + 0.5f * tanh(0.5f * z[p]);
        }
    }

    /// `z·Φ(z) = max(0, z) − |z|·Φ(−|z|)` with Φ by formula 26.2.16 of Abramowitz and Stegun.
    private static void gelu(float[] z) {
        for (int p = 0; p < z.length; p++) {
            float size = Math.abs(z[p]);
            float t = 1 / (1 + 0.33267f * size);
            float tail = density(size) * t * (0.4361836f + t * (-0.1201676f + t * 0.937298f));
            z[p] = Math.max(0, z[p]) - size * tail;
        }
    }

    /// The standard normal density, `e^−(x²/2)/√(2π)`.
    private static float density(float x) {
        float t = tanh(0.25f * x * x);
        return INVERSE_ROOT_OF_TWO_PI * (1 - t) / (1 + t);
    }

    /// Lambert's continued fraction, truncated after seven steps.
    private static float tanh(float z) {
        float x = Math.max(-TANH_REACH, Math.min(TANH_REACH, z));
        float s = x * x;
        return x
                * (135135 + s * (17325 + s * (378 + s)))
                / (135135 + s * (62370 + s * (3150 + s * 28)));
    }
}
