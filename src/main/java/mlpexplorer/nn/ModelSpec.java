package mlpexplorer.nn;

import java.util.List;

/// The shape of a network between its inputs and its output layer.
///
/// @param hidden units of each hidden layer, 0 to 6 layers of 1 to 1,024 units; none is softmax or
///   linear regression
/// @param activation activation of the hidden units: one for all layers, or one per layer (stored
///   as one if all are equal)
/// @param initializer initializer of the weights
/// @param biases initial biases
public record ModelSpec(
        List<Integer> hidden, List<Activation> activation, Initializer initializer, Biases biases) {
    public static final int MAX_LAYERS = 6;
    public static final int MAX_UNITS = 1024;

    /// Two layers of eight tanh units: enough for every built-in dataset and fast to draw.
    public ModelSpec() {
        this(List.of(8, 8), Activation.TANH, new Initializer.Xavier());
    }

    /// The same activation in every hidden layer.
    public ModelSpec(List<Integer> hidden, Activation activation, Initializer initializer) {
        this(hidden, List.of(activation), initializer);
    }

    /// Biases of zero.
    public ModelSpec(List<Integer> hidden, List<Activation> activation, Initializer initializer) {
        this(hidden, activation, initializer, Biases.ZEROS);
    }

    /// The biases of a new network.
    public enum Biases {
        ZEROS,
        /// Drawn like the weights of their layer.
        RANDOM
    }

    public ModelSpec {
        hidden = List.copyOf(hidden);
        if (hidden.size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "hidden has "
                            + hidden.size()
                            + " layers, but must have from 0 to "
                            + MAX_LAYERS
                            + ".");
        }
        for (int i = 0; i < hidden.size(); i++) {
            Require.between("hidden[" + i + "]", hidden.get(i), 1, MAX_UNITS);
        }
        initializer.requireLayers(hidden.size() + 1);
        if (activation.isEmpty() || (activation.size() > 1 && activation.size() != hidden.size())) {
            throw new IllegalArgumentException(
                    "activation has "
                            + activation.size()
                            + " names, but must have one for all layers"
                            + " or one for each of the "
                            + hidden.size()
                            + " hidden layers.");
        }
        activation =
                activation.stream().distinct().count() == 1
                        ? List.of(activation.getFirst())
                        : List.copyOf(activation);
    }

    /// Another number of layers.
    public ModelSpec withLayers(
            List<Integer> hidden, List<Activation> activation, Initializer initializer) {
        return new ModelSpec(hidden, activation, initializer, biases);
    }

    /// The same number of layers with other units.
    public ModelSpec withUnits(List<Integer> hidden) {
        return new ModelSpec(hidden, activation, initializer, biases);
    }

    public ModelSpec withActivation(List<Activation> activation) {
        return new ModelSpec(hidden, activation, initializer, biases);
    }

    public ModelSpec withInitializer(Initializer initializer) {
        return new ModelSpec(hidden, activation, initializer, biases);
    }

    public ModelSpec withBiases(Biases biases) {
        return new ModelSpec(hidden, activation, initializer, biases);
    }

    /// The activation of hidden layer `layer`, counted from 0.
    public Activation activation(int layer) {
        return activation.size() == 1 ? activation.getFirst() : activation.get(layer);
    }

    /// The number of layers whose gradient is 0, from the first one: those up to the last hidden
    /// layer of threshold units.
    public int untrainedLayers() {
        int untrained = 0;
        for (int layer = 0; layer < hidden.size(); layer++) {
            if (activation(layer) == Activation.THRESHOLD) {
                untrained = layer + 1;
            }
        }
        return untrained;
    }

    /// Weights and biases of this shape between `inputs` features and `outputs` units.
    public long parameterCount(int inputs, int outputs) {
        long count = 0;
        int fanIn = inputs;
        for (int units : hidden) {
            count += (fanIn + 1L) * units;
            fanIn = units;
        }
        return count + (fanIn + 1L) * outputs;
    }
}
