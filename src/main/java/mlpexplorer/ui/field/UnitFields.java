package mlpexplorer.ui.field;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Theme;

import java.util.List;
import java.util.Optional;

/// Requests for the fields of single units: the network up to the unit, with its value as the only
/// output. Keeps the last one, so that equal requests stay equal. Not thread-safe.
public final class UnitFields {
    private Optional<Part> last = Optional.empty();

    private record Part(Mlp whole, Parameters of, Place unit, Mlp mlp, Parameters parameters) {}

    /// The colors of a unit: orange for negative, blue for positive values, full at ±1 for bounded
    /// activations and at the largest value of the field for others.
    private record Paint(ColorRamp ramp, boolean bounded) implements FieldRequest.Paint {
        @Override
        public void paint(Field field, int[] argb, int pixels) {
            int side = field.side();
            float[] all = field.logits();
            float largest = bounded ? 1 : Float.MIN_NORMAL;
            for (int i = 0; i < side * side && !bounded; i++) {
                largest = Math.max(largest, Math.abs(all[i]));
            }
            float full = largest;
            field.paint(argb, pixels, value -> ramp.at((float) ((value / full + 1) / 2)));
        }

        @Override
        public void trace(Field field, Domain domain, ContourTracer tracer, Contour contour) {
            contour.clear();
        }
    }

    /// The request for the field of `unit` in the network of `whole`.
    public FieldRequest of(FieldRequest whole, Place unit, Theme theme) {
        Part part =
                last.filter(made ->
                                made.of() == whole.parameters()
                                        && made.whole() == whole.mlp()
                                        && made.unit().equals(unit))
                        .orElseGet(() -> part(whole, unit));
        last = Optional.of(part);
        ModelSpec model = whole.mlp().spec();
        return new FieldRequest(
                part.mlp(),
                part.parameters(),
                whole.projection(),
                whole.domain(),
                new Paint(new ClassColors(2, theme).signed(), isBounded(model, unit)),
                whole.pixels());
    }

    /// Whether the values of a unit are between −1 and 1, so that its colors have a fixed scale.
    public static boolean isBounded(ModelSpec model, Place unit) {
        return unit.column() > 0
                && switch (model.activation(unit.column() - 1)) {
                    case TANH, SIGMOID, THRESHOLD -> true;
                    case IDENTITY, RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU -> false;
                };
    }

    private Part part(FieldRequest whole, Place unit) {
        Mlp mlp =
                last.filter(made ->
                                made.whole() == whole.mlp()
                                        && made.unit().column() == unit.column())
                        .map(Part::mlp)
                        .orElseGet(() -> upTo(whole.mlp(), unit.column()));
        Parameters from = whole.parameters();
        Parameters parameters = mlp.initialize(1).zeros();
        for (int l = 0; l < unit.column(); l++) {
            System.arraycopy(
                    from.weights(l), 0, parameters.weights(l), 0, from.fanIn(l) * from.fanOut(l));
            System.arraycopy(from.biases(l), 0, parameters.biases(l), 0, from.fanOut(l));
        }
        parameters.weights(unit.column())[unit.index()] = 1;
        return new Part(whole.mlp(), from, unit, mlp, parameters);
    }

    /// The first `layers` hidden layers, and one output.
    private static Mlp upTo(Mlp whole, int layers) {
        ModelSpec model = whole.spec();
        List<Activation> activation =
                model.activation().size() == 1 || layers == 0
                        ? List.of(model.activation().getFirst())
                        : model.activation().subList(0, layers);
        ModelSpec part =
                model.withLayers(
                        model.hidden().subList(0, layers), activation, new Initializer.Zeros());
        return new Mlp(part, whole.inputs(), new Task.Regression());
    }

    /// An input or a hidden unit whose field is drawn instead of the network's output.
    ///
    /// @param column 0 for inputs, then the number of the hidden layer
    /// @param index counted from 0
    /// @param name name for titles
    public record Place(int column, int index, String name) {

        /// Whether a network with these parameters has this input or hidden unit.
        public boolean isIn(Parameters parameters) {
            return column < parameters.layers() && index < parameters.fanIn(column);
        }
    }
}
