package mlpexplorer.experiment.labs;

import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;

import java.util.ArrayList;
import java.util.List;

/// Redundant units of a hidden layer. Units with equal incoming weights and bias compute the same
/// and, if their outgoing weights are also equal, stay equal forever; a unit with the same
/// activation for every row carries no information.
///
/// @param layer hidden layer, counted from 1
/// @param units number of units
/// @param distinct number of distinct units
/// @param constant number of units with the same activation for all rows
public record Symmetry(int layer, int units, int distinct, int constant) {
    /// Tolerance for equal weights: rounding from a different order of summation.
    private static final double ALIKE = 1e-9;

    private static final int MAX_ROWS = 256;

    /// Whether the layer is equivalent to a single unit.
    public boolean isDead() {
        return constant == units || (units > 1 && distinct == 1);
    }

    /// The symmetry of each hidden layer, on the first rows of `samples`.
    public static List<Symmetry> of(Mlp mlp, Parameters p, Samples samples) {
        int rows = Math.min(MAX_ROWS, samples.rows());
        Workspace w = mlp.workspace(rows);
        w.load(samples, 0, rows);
        mlp.forward(p, w);
        List<Symmetry> layers = new ArrayList<>();
        for (int l = 0; l < mlp.layers() - 1; l++) {
            layers.add(
                    new Symmetry(
                            l + 1,
                            p.fanOut(l),
                            distinct(p, l),
                            constant(w.outputs(l), rows, p.fanOut(l))));
        }
        return layers;
    }

    /// The number of distinct units of layer `layer`, counted from 0, by incoming weights and
    /// biases.
    public static int distinct(Parameters p, int layer) {
        List<Integer> found = new ArrayList<>();
        for (int unit = 0; unit < p.fanOut(layer); unit++) {
            int candidate = unit;
            if (found.stream().noneMatch(known -> equal(p, layer, known, candidate))) {
                found.add(unit);
            }
        }
        return found.size();
    }

    private static boolean equal(Parameters p, int layer, int one, int other) {
        double[] weights = p.weights(layer);
        int units = p.fanOut(layer);
        boolean equal = equal(p.biases(layer)[one], p.biases(layer)[other]);
        for (int i = 0; equal && i < p.fanIn(layer); i++) {
            equal = equal(weights[i * units + one], weights[i * units + other]);
        }
        return equal;
    }

    private static boolean equal(double a, double b) {
        return Math.abs(a - b) <= ALIKE * Math.max(Math.abs(a), Math.abs(b));
    }

    private static int constant(double[] outputs, int rows, int units) {
        int constant = 0;
        for (int unit = 0; unit < units; unit++) {
            boolean same = true;
            for (int row = 1; same && row < rows; row++) {
                same = outputs[row * units + unit] == outputs[unit];
            }
            constant += same ? 1 : 0;
        }
        return constant;
    }
}
