package mlpexplorer.nn;

import java.util.Arrays;

/// How the weights of a new network are drawn. Biases always start at zero.
public sealed interface Initializer {

    /// Every weight 0: all units of a layer stay identical, so only the output bias ever learns.
    record Zeros() implements Initializer {}

    /// N(0, `deviation`²). Default 0.01, as in the course spiral.
    record Gaussian(double deviation) implements Initializer {
        public Gaussian() {
            this(0.01);
        }

        public Gaussian {
            Require.between("deviation", deviation, 0, 100);
        }
    }

    /// N(0, 1/fan-in): deviation 1/√fan-in (LeCun et al., "Efficient BackProp", 1998).
    record Scaled() implements Initializer {}

    /// U(±√(6/(fan-in + fan-out))) (Glorot and Bengio, AISTATS 2010), PyTorch's `xavier_uniform_`.
    record Xavier() implements Initializer {}

    /// N(0, 2/fan-in) (He et al., ICCV 2015), PyTorch's `kaiming_normal_`.
    record He() implements Initializer {}

    /// U(−`range`, `range`). Default 0.5, TensorFlow Playground's.
    record Uniform(double range) implements Initializer {
        public Uniform() {
            this(0.5);
        }

        public Uniform {
            Require.between("range", range, 0, 100);
        }
    }

    /// Fills `w` (modified), the weights of one layer, drawing from `random`.
    default void fill(double[] w, int fanIn, int fanOut, RandomStream random) {
        switch (this) {
            case Zeros() -> Arrays.fill(w, 0);
            case Gaussian(double deviation) -> normal(w, deviation, random);
            case Scaled() -> normal(w, Math.sqrt(1.0 / fanIn), random);
            case He() -> normal(w, Math.sqrt(2.0 / fanIn), random);
            case Xavier() -> uniform(w, Math.sqrt(6.0 / (fanIn + fanOut)), random);
            case Uniform(double range) -> uniform(w, range, random);
        }
    }

    private static void normal(double[] w, double deviation, RandomStream random) {
        for (int i = 0; i < w.length; i++) {
            w[i] = deviation * random.nextGaussian();
        }
    }

    private static void uniform(double[] w, double range, RandomStream random) {
        for (int i = 0; i < w.length; i++) {
            w[i] = random.uniform(-range, range);
        }
    }
}
