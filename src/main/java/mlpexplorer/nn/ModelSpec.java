package mlpexplorer.nn;

import java.util.List;

/// The shape of a network between its inputs and its output layer.
///
/// @param hidden units of each hidden layer, 0 to 6 layers of 1 to 1,024 units; none is softmax or
///   linear regression
/// @param activation activation of the hidden units: one for all layers, or one per layer (stored
///   as one if all are equal)
/// @param initializer initializer of the weights
public record ModelSpec(
        List<Integer> hidden, List<Activation> activation, Initializer initializer) {
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

    /// The activation of hidden layer `layer`, counted from 0.
    public Activation activation(int layer) {
        return activation.size() == 1 ? activation.getFirst() : activation.get(layer);
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
