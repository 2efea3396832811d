package mlpexplorer.experiment.export;

import mlpexplorer.data.Input;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [TrainedModel] in ONNX form (`onnx.ai`): one graph from raw features, `features` (rows ×
/// features, double), to class probabilities, `probabilities` (rows × classes, double), or in
/// regression to `value` (rows × 1) in the units of the data. Computed inputs, scaling, layers and
/// softmax are part of it. Names of features and classes are in the model's metadata, one a line.
///
/// All numbers are doubles. ONNX Runtime has no double kernel for `Erf`, so GELU casts to single
/// precision and back for that one function. Only operators that have double kernels are used
/// otherwise: leaky ReLU, ELU, softplus and SiLU are written with `Max`, `Min`, `Exp`, `Log`.
public final class OnnxFile {
    /// Version of the operator set `ai.onnx`; ONNX Runtime 1.8 and later read it.
    public static final int OPSET = 13;

    private static final int IR_VERSION = 7;
    private static final int FLOAT = 1;
    private static final int DOUBLE = 11;
    private static final String INPUT = "features";

    private final TrainedModel model;
    private final Message graph = new Message();
    private int names;

    private OnnxFile(TrainedModel model) {
        this.model = model;
    }

    /// The content of the file.
    public static AtomicFile.Content content(TrainedModel model) {
        return out -> out.write(bytes(model));
    }

    static byte[] bytes(TrainedModel model) {
        return new OnnxFile(model).model();
    }

    private byte[] model() {
        Message file = new Message();
        file.number(1, IR_VERSION).text(2, "MLP Explorer");
        graph();
        file.message(7, graph);
        file.message(8, new Message().text(1, "").number(2, OPSET));
        file.message(14, entry(INPUT, model.features()));
        file.message(14, entry("classes", model.classes()));
        return file.bytes();
    }

    private static Message entry(String key, List<String> lines) {
        return new Message().text(1, key).text(2, String.join("\n", lines));
    }

    private void graph() {
        graph.text(2, "mlp");
        Scaling scaling = model.scaling();
        double[] means = new double[scaling.columns()];
        double[] deviations = new double[scaling.columns()];
        for (int column = 0; column < means.length; column++) {
            means[column] = scaling.mean(column);
            deviations[column] = scaling.deviation(column);
        }
        String x = node("Sub", inputs(scaling.inputs()), tensor("mean", means, means.length));
        x = node("Div", x, tensor("deviation", deviations, means.length));
        Parameters p = model.parameters();
        for (int l = 0; l < p.layers(); l++) {
            String weights = tensor("W" + (l + 1), p.weights(l), p.fanIn(l), p.fanOut(l));
            x = node("MatMul", x, weights);
            x = node("Add", x, tensor("b" + (l + 1), p.biases(l), p.fanOut(l)));
            if (l < p.layers() - 1) {
                x = activation(model.spec().model().activation(l), x);
            }
        }
        switch (model.mlp().task()) {
            case Task.Classification _ -> last("Softmax", "probabilities", x);
            case Task.Regression() -> {
                String scaled = node("Mul", x, scalar(scaling.targetDeviation()));
                last("Add", "value", scaled, scalar(scaling.targetOf(0)));
            }
        }
    }

    /// Adds the nodes that compute `inputs` from the features, and returns the name of the result.
    /// ONNX Runtime has a double kernel for `Sin`.
    private String inputs(List<Input> inputs) {
        if (inputs.isEmpty()) {
            return INPUT;
        }
        String x1 = node("MatMul", INPUT, tensor("first", new double[] {1, 0}, 2, 1));
        String x2 = node("MatMul", INPUT, tensor("second", new double[] {0, 1}, 2, 1));
        String[] columns =
                inputs.stream()
                        .map(input ->
                                switch (input) {
                                    case X1 -> x1;
                                    case X2 -> x2;
                                    case X1_SQUARED -> node("Mul", x1, x1);
                                    case X2_SQUARED -> node("Mul", x2, x2);
                                    case PRODUCT -> node("Mul", x1, x2);
                                    case SIN_X1 -> node("Sin", x1);
                                    case SIN_X2 -> node("Sin", x2);
                                })
                        .toArray(String[]::new);
        String output = "t" + ++names;
        Message axis = new Message().text(1, "axis").number(3, 1).number(20, 2);
        graph.message(1, nodeMessage("Concat", output, columns).message(5, axis));
        return output;
    }

    private void last(String operator, String output, String... inputs) {
        graph.message(1, nodeMessage(operator, output, inputs));
        graph.message(11, value(INPUT, model.features().size()));
        graph.message(12, value(output, model.mlp().outputs()));
    }

    /// Adds the nodes of `g(z)` and returns the name of the result.
    private String activation(Activation g, String z) {
        return switch (g) {
            case IDENTITY -> z;
            case RELU -> node("Relu", z);
            case LEAKY_RELU -> node("Max", z, node("Mul", z, scalar(0.01)));
            case ELU -> {
                String below = node("Exp", node("Min", z, scalar(0)));
                yield node("Add", node("Relu", z), node("Sub", below, scalar(1)));
            }
            case SIGMOID -> node("Sigmoid", z);
            case TANH -> node("Tanh", z);
            case SOFTPLUS -> {
                String tail = node("Exp", node("Neg", node("Abs", z)));
                yield node("Add", node("Relu", z), node("Log", node("Add", tail, scalar(1))));
            }
            // not as z·sigmoid(z): ONNX Runtime fuses that into a kernel without doubles
            case SILU -> node("Div", z, node("Add", node("Exp", node("Neg", z)), scalar(1)));
            case GELU -> {
                String single = cast(node("Mul", z, scalar(Math.sqrt(0.5))), FLOAT);
                String erf = cast(node("Erf", single), DOUBLE);
                String twice = node("Mul", z, node("Add", erf, scalar(1)));
                yield node("Mul", twice, scalar(0.5));
            }
            case THRESHOLD -> cast(node("Greater", z, scalar(0)), DOUBLE);
        };
    }

    private String node(String operator, String... inputs) {
        String output = "t" + ++names;
        graph.message(1, nodeMessage(operator, output, inputs));
        return output;
    }

    private String cast(String input, int type) {
        String output = "t" + ++names;
        Message to = new Message().text(1, "to").number(3, type).number(20, 2);
        graph.message(1, nodeMessage("Cast", output, input).message(5, to));
        return output;
    }

    private static Message nodeMessage(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private String scalar(double value) {
        return tensor("c" + ++names, new double[] {value});
    }

    /// Adds a constant and returns its name.
    private String tensor(String name, double[] values, int... shape) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        Message tensor = new Message();
        for (int size : shape) {
            tensor.number(1, size);
        }
        graph.message(5, tensor.number(2, DOUBLE).text(8, name).bytes(9, bytes.array()));
        return name;
    }

    /// The type of an input or output: doubles, any number of rows.
    private static Message value(String name, int columns) {
        Message shape =
                new Message()
                        .message(1, new Message().text(2, "rows"))
                        .message(1, new Message().number(1, columns));
        Message type = new Message().number(1, DOUBLE).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, type));
    }

    /// A message in the wire format of Protocol Buffers. Fields are written by number, those of
    /// `onnx.proto`. The format is small enough that this is shorter than a generated class for
    /// each message, and needs no library.
    private static final class Message {
        private static final int VARINT = 0;
        private static final int LENGTH_DELIMITED = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3 | VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | LENGTH_DELIMITED);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        /// Seven bits a byte, the lowest first; the high bit says that more follow.
        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
