package mlpexplorer.nn;

import java.util.List;

/// The shape of a network between its inputs and its softmax output.
///
/// @param hidden      units of each hidden layer, 0 to 6 layers of 1 to 1,024 units; none is softmax regression
/// @param activation  of every hidden unit
/// @param initializer of the weights
public record ModelSpec(List<Integer> hidden, Activation activation, Initializer initializer) {
    public static final int MAX_LAYERS = 6;
    public static final int MAX_UNITS = 1024;

    /// Two layers of eight tanh units: solves every built-in dataset and still draws in a moment.
    public ModelSpec() {
        this(List.of(8, 8), Activation.TANH, new Initializer.Xavier());
    }

    public ModelSpec {
        hidden = List.copyOf(hidden);
        if (hidden.size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "hidden has " + hidden.size() + " layers, but must have from 0 to " + MAX_LAYERS + ".");
        }
        for (int i = 0; i < hidden.size(); i++) {
            Require.between("hidden[" + i + "]", hidden.get(i), 1, MAX_UNITS);
        }
    }

    /// Weights and biases of this shape between `inputs` features and `classes` outputs.
    public long parameterCount(int inputs, int classes) {
        long count = 0;
        int fanIn = inputs;
        for (int units : hidden) {
            count += (fanIn + 1L) * units;
            fanIn = units;
        }
        return count + (fanIn + 1L) * classes;
    }
}
