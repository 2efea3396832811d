package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All intermediate values of one row in the forward and backward pass, as the engine computes
/// them.
///
/// @param x features of the row, as the network sees them
/// @param label class of the row; 0 in regression
/// @param target number to predict, as the network sees it; 0 in classification
/// @param z weighted inputs of each layer, `z = a·W + b`
/// @param a activations of each layer: `g(z)`, and the class probabilities or the output for the
///   last one
/// @param slope `g′(z)` of each hidden layer
/// @param delta `∂loss/∂z` of each layer
/// @param gradient `∂loss/∂W` and `∂loss/∂b` of this row alone, without penalty
/// @param loss `−ln p` of the label, or the squared error
public record SampleTrace(
        double[] x,
        int label,
        double target,
        List<double[]> z,
        List<double[]> a,
        List<double[]> slope,
        List<double[]> delta,
        Parameters gradient,
        double loss) {

    /// Runs row `row` of `samples` through the forward and backward pass.
    public static SampleTrace of(Mlp mlp, Parameters p, Samples samples, int row) {
        Workspace w = mlp.workspace(1);
        w.load(samples, row, row + 1);
        Parameters gradient = p.zeros();
        double loss = mlp.lossAndGradient(p, w, gradient);
        double[] x = new double[samples.columns()];
        samples.copyRow(row, x, 0);
        List<double[]> a = new ArrayList<>(copies(w.a));
        a.removeFirst();
        List<double[]> slopes = new ArrayList<>();
        for (int l = 0; l < mlp.layers() - 1; l++) {
            slopes.add(slope(mlp.spec().activation(l), w.z[l].data, a.get(l)));
        }
        return new SampleTrace(
                x,
                samples.label(row),
                samples.target(row),
                copies(w.z),
                a,
                slopes,
                copies(w.delta),
                gradient,
                loss);
    }

    private static List<double[]> copies(DMatrixRMaj[] matrices) {
        return Arrays.stream(matrices)
                .map(matrix -> Arrays.copyOf(matrix.data, matrix.numCols))
                .toList();
    }

    /// The backward pass multiplies by the slope, so an input of ones yields the slopes.
    private static double[] slope(Activation activation, double[] z, double[] a) {
        double[] slope = new double[a.length];
        Arrays.fill(slope, 1);
        activation.backward(z, a, slope, 0, a.length);
        return slope;
    }
}
