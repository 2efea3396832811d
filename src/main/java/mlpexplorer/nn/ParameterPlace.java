package mlpexplorer.nn;

/// The position of one weight or bias. Layers count from 0, the first hidden layer (or the output,
/// if there is none).
public sealed interface ParameterPlace {

    /// The layer of unit `to`.
    int layer();

    /// The unit that the weight or bias belongs to.
    int to();

    double read(Parameters parameters);

    /// Writes `value` into `parameters` (modified).
    void write(Parameters parameters, double value);

    /// Whether `parameters` contain this position.
    boolean isIn(Parameters parameters);

    /// The weight from a unit of the previous layer (or an input) to a unit of `layer`.
    record Weight(int layer, int from, int to) implements ParameterPlace {
        @Override
        public double read(Parameters parameters) {
            return parameters.weights(layer)[from * parameters.fanOut(layer) + to];
        }

        @Override
        public void write(Parameters parameters, double value) {
            parameters.weights(layer)[from * parameters.fanOut(layer) + to] = value;
        }

        @Override
        public boolean isIn(Parameters parameters) {
            return hasUnit(parameters, layer, to) && from >= 0 && from < parameters.fanIn(layer);
        }
    }

    /// The bias of a unit of `layer`.
    record Bias(int layer, int to) implements ParameterPlace {
        @Override
        public double read(Parameters parameters) {
            return parameters.biases(layer)[to];
        }

        @Override
        public void write(Parameters parameters, double value) {
            parameters.biases(layer)[to] = value;
        }

        @Override
        public boolean isIn(Parameters parameters) {
            return hasUnit(parameters, layer, to);
        }
    }

    private static boolean hasUnit(Parameters parameters, int layer, int unit) {
        return layer >= 0
                && layer < parameters.layers()
                && unit >= 0
                && unit < parameters.fanOut(layer);
    }
}
