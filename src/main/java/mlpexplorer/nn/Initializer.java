package mlpexplorer.nn;

import java.util.Arrays;
import java.util.List;

/// How the weights of a new network are drawn.
public sealed interface Initializer {

    /// Every weight 0: all units of a layer stay identical, so only the output bias ever learns.
    record Zeros() implements Initializer {}

    /// N(0, `deviation`²). Default 0.01, as in the course spiral.
    ///
    /// @param deviation one for all layers, or one for each hidden layer and one for the output
    ///   (stored as one if all are equal)
    record Gaussian(List<Double> deviation) implements Initializer {
        public Gaussian() {
            this(0.01);
        }

        /// The same deviation in every layer.
        public Gaussian(double deviation) {
            this(List.of(deviation));
        }

        public Gaussian {
            if (deviation.isEmpty()) {
                throw new IllegalArgumentException(
                        "deviation is an empty list, but must be a number or a list of one for"
                                + " each hidden layer and one for the output.");
            }
            boolean single = deviation.size() == 1;
            for (int i = 0; i < deviation.size(); i++) {
                Require.between(
                        single ? "deviation" : "deviation[" + i + "]", deviation.get(i), 0, 100);
            }
            deviation =
                    deviation.stream().distinct().count() == 1
                            ? List.of(deviation.getFirst())
                            : List.copyOf(deviation);
        }

        /// The deviation of layer `layer`, counted from 0.
        public double deviation(int layer) {
            return deviation.size() == 1 ? deviation.getFirst() : deviation.get(layer);
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

    /// Throws if there are settings for each layer, but not for `layers` of them.
    default void requireLayers(int layers) {
        if (this instanceof Gaussian(List<Double> each)
                && each.size() > 1
                && each.size() != layers) {
            throw new IllegalArgumentException(
                    "initializer.deviation has "
                            + each.size()
                            + " numbers, but must have one for all layers or "
                            + layers
                            + ", one for each hidden layer and one for the output.");
        }
    }

    /// Fills `w` (modified), the weights or biases of layer `layer` (counted from 0), drawing from
    /// `random`.
    default void fill(double[] w, int layer, int fanIn, int fanOut, RandomStream random) {
        switch (this) {
            case Zeros() -> Arrays.fill(w, 0);
            case Gaussian gaussian -> normal(w, gaussian.deviation(layer), random);
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
