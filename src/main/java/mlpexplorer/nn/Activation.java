package mlpexplorer.nn;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The function `a = g(z)` of a hidden unit, with its derivative. Definitions and constants are
/// PyTorch's: leaky slope 0.01, ELU α = 1, GELU exact (by erf). At 0, ReLU's derivative is 0 and
/// leaky ReLU's is its slope.
///
/// Methods work on whole arrays so that the compiler can vectorize the loops. Symbols: `z` weighted
/// input, `a` activation, `delta` derivative of the loss with respect to `z` of this layer (on
/// entry: to `a`).
public enum Activation {
    /// g(z) = z
    IDENTITY {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            System.arraycopy(z, from, a, from, to - from);
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {}
    },
    /// g(z) = max(0, z)
    RELU {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            for (int i = from; i < to; i++) {
                a[i] = Math.max(0, z[i]);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] = z[i] > 0 ? delta[i] : 0;
            }
        }
    },
    /// g(z) = z for z > 0, 0.01·z otherwise
    LEAKY_RELU {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            for (int i = from; i < to; i++) {
                a[i] = Math.max(z[i], LEAKY_SLOPE * z[i]);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] = z[i] > 0 ? delta[i] : LEAKY_SLOPE * delta[i];
            }
        }
    },
    /// g(z) = z for z > 0, eᶻ − 1 otherwise
    ELU {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] > 0 ? z[i] : Math.expm1(z[i]);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] = z[i] > 0 ? delta[i] : delta[i] * (a[i] + 1);
            }
        }
    },
    /// g(z) = 1 / (1 + e⁻ᶻ), g′ = a·(1 − a)
    SIGMOID {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            VectorMath.sigmoid(z, a, scratch, from, to);
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] *= a[i] * (1 - a[i]);
            }
        }
    },
    /// g(z) = tanh z, g′ = 1 − a²
    TANH {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            VectorMath.tanh(z, a, scratch, from, to);
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] *= 1 - a[i] * a[i];
            }
        }
    },
    /// g(z) = ln(1 + eᶻ), g′ = sigmoid(z)
    SOFTPLUS {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            for (int i = from; i < to; i++) {
                a[i] = Math.max(z[i], 0) + Math.log1p(Math.exp(-Math.abs(z[i])));
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] *= sigmoid(z[i]);
            }
        }
    },
    /// g(z) = z·sigmoid(z), also called swish
    SILU {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            VectorMath.sigmoid(z, a, scratch, from, to);
            for (int i = from; i < to; i++) {
                a[i] *= z[i];
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                double s = sigmoid(z[i]);
                delta[i] *= s * (1 + z[i] * (1 - s));
            }
        }
    },
    /// g(z) = z·Φ(z) with the standard normal distribution Φ
    GELU {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] * NormalDistribution.cumulative(z[i]);
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            for (int i = from; i < to; i++) {
                delta[i] *=
                        NormalDistribution.cumulative(z[i])
                                + z[i] * NormalDistribution.density(z[i]);
            }
        }
    },
    /// g(z) = 1 for z > 0, 0 otherwise, also called step function. Its derivative is 0, so nothing
    /// before such a layer is trained.
    THRESHOLD {
        @Override
        void apply(double[] z, double[] a, double[] scratch, int from, int to) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] > 0 ? 1 : z[i] <= 0 ? 0 : z[i];
            }
        }

        @Override
        void backward(double[] z, double[] a, double[] delta, int from, int to) {
            Arrays.fill(delta, from, to, 0);
        }
    };

    private static final double LEAKY_SLOPE = 0.01;

    /// The functions of the hidden layers of `spec`.
    static Activation[] of(ModelSpec spec) {
        return IntStream.range(0, spec.hidden().size())
                .mapToObj(l -> valueOf(spec.activation(l).name()))
                .toArray(Activation[]::new);
    }

    /// Writes `g(z)` of elements `from … to − 1` into `a` (modified); `scratch` (modified) has the
    /// same length.
    abstract void apply(double[] z, double[] a, double[] scratch, int from, int to);

    /// Multiplies elements `from … to − 1` of `delta` (modified) by `g′(z)`.
    abstract void backward(double[] z, double[] a, double[] delta, int from, int to);

    /// Whether g, g′ or (for ELU) g″ is discontinuous at 0, where finite differences are
    /// meaningless.
    boolean hasKink() {
        return switch (this) {
            case RELU, LEAKY_RELU, ELU, THRESHOLD -> true;
            case IDENTITY, SIGMOID, TANH, SOFTPLUS, SILU, GELU -> false;
        };
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
