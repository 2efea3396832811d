package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;

import java.nio.file.Path;

/// Weights as JSON: `{"W1": [[…], …], "b1": […], "W2": …}`, one row of W per input unit. Other keys
/// are ignored, so a `model.json` can be read as well.
public final class WeightsJson {
    private static final int MAX_MEGABYTES = 256;

    private WeightsJson() {}

    /// The weights in `file` for a network of the shape of `shape`; throws [UserError] if they
    /// cannot be read or do not fit.
    public static Parameters read(Path file, Parameters shape) {
        JsonNode tree = JsonSource.file(file, MAX_MEGABYTES);
        try {
            return read(tree, shape);
        } catch (UserError e) {
            throw UserError.input(file + " cannot be used as weights: " + e.getMessage(), e);
        }
    }

    public static ObjectNode tree(Parameters weights) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (int l = 0; l < weights.layers(); l++) {
            ArrayNode rows = tree.putArray("W" + (l + 1));
            for (int from = 0; from < weights.fanIn(l); from++) {
                addRow(
                        rows.addArray(),
                        weights.weights(l),
                        from * weights.fanOut(l),
                        weights.fanOut(l));
            }
            addRow(tree.putArray("b" + (l + 1)), weights.biases(l), 0, weights.fanOut(l));
        }
        return tree;
    }

    static Parameters read(JsonNode tree, Parameters shape) {
        Parameters weights = shape.zeros();
        SpecPlace root = new SpecPlace(tree, "");
        String beyond = "W" + (weights.layers() + 1);
        if (root.has(beyond)) {
            throw UserError.input(
                    beyond + " is one layer too many for the network " + shape.shape() + ".");
        }
        for (int l = 0; l < weights.layers(); l++) {
            int columns = weights.fanOut(l);
            SpecPlace rows =
                    array(root, "W" + (l + 1), weights.fanIn(l), "rows of " + columns + " numbers");
            for (int from = 0; from < weights.fanIn(l); from++) {
                readRow(rows.element(from), weights.weights(l), from * columns, columns);
            }
            readRow(array(root, "b" + (l + 1), columns, "numbers"), weights.biases(l), 0, columns);
        }
        return weights;
    }

    private static void addRow(ArrayNode row, double[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            row.add(values[from + i]);
        }
    }

    private static SpecPlace array(SpecPlace root, String key, int size, String of) {
        String expected = "an array of " + size + " " + of;
        if (!root.has(key)) {
            throw UserError.input(key + " is missing, but must be " + expected + ".");
        }
        SpecPlace place = root.child(key);
        if (!place.node().isArray() || place.node().size() != size) {
            throw place.mustBe(expected);
        }
        return place;
    }

    private static void readRow(SpecPlace row, double[] target, int from, int count) {
        if (!row.node().isArray() || row.node().size() != count) {
            throw row.mustBe("an array of " + count + " numbers");
        }
        for (int i = 0; i < count; i++) {
            SpecPlace element = row.element(i);
            target[from + i] = element.number();
            if (!Double.isFinite(target[from + i])) {
                throw element.mustBe("a finite number");
            }
        }
    }
}
