package mlpexplorer.nn;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;

/// A network in single precision, for pictures: the logits of many points at once, right to about three digits and several
/// times as fast as [Mlp#forward]. Belongs to one thread; allocates nothing after construction.
///
/// A unit's values for all points are one row, and a row of the next layer is the weighted sum of rows. All loops run along
/// rows of equal length with one result each, which is the form that the compiler turns into vector instructions: eight
/// rows in one plain sum is the most that it takes; brackets, or two results at a time, halve the speed.
public final class FloatNet {
    private static final int ROWS_AT_A_TIME = 8;

    private final ModelSpec spec;
    /// `weights[l][j · fanIn + i]` leads from unit i to unit j.
    private final float[][] weights;
    private final float[][] biases;
    private final float[][] inputs;
    private final float[][][] layers;

    /// @param width points computed at once
    public FloatNet(Mlp mlp, Parameters shape, int width) {
        spec = mlp.spec();
        weights = new float[mlp.layers()][];
        biases = new float[mlp.layers()][];
        inputs = new float[mlp.inputs()][width];
        layers = new float[mlp.layers()][][];
        for (int l = 0; l < mlp.layers(); l++) {
            weights[l] = new float[shape.fanIn(l) * shape.fanOut(l)];
            biases[l] = new float[shape.fanOut(l)];
            layers[l] = new float[shape.fanOut(l)][width];
        }
    }

    /// Takes over the numbers of `parameters`, which must have this shape.
    public void load(Parameters parameters) {
        for (int l = 0; l < weights.length; l++) {
            double[] w = parameters.weights(l);
            int fanIn = parameters.fanIn(l);
            int fanOut = parameters.fanOut(l);
            for (int i = 0; i < fanIn; i++) {
                for (int j = 0; j < fanOut; j++) {
                    weights[l][j * fanIn + i] = (float) w[i * fanOut + j];
                }
            }
            for (int j = 0; j < fanOut; j++) {
                biases[l][j] = (float) parameters.biases(l)[j];
            }
        }
    }

    /// Points computed at once.
    public int width() {
        return inputs[0].length;
    }

    /// A row for each input, to be written by the caller.
    public float[][] inputs() {
        return inputs;
    }

    /// Computes all points, layer by layer.
    ///
    /// @param stop asked before each layer; once it says yes, [#logits] are left as they are
    /// @return whether the logits are new
    public boolean forward(BooleanSupplier stop) {
        float[][] rows = inputs;
        for (int l = 0; l < layers.length; l++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            compute(l, rows);
            rows = layers[l];
        }
        return true;
    }

    /// A row for each class.
    public float[][] logits() {
        return layers[layers.length - 1];
    }

    private void compute(int l, float[][] rows) {
        for (int j = 0; j < layers[l].length; j++) {
            float[] sum = layers[l][j];
            Arrays.fill(sum, biases[l][j]);
            addWeighted(rows, weights[l], j * rows.length, sum);
            if (l < layers.length - 1) {
                FloatActivation.apply(spec.activation(l), sum);
            }
        }
    }

    private static void addWeighted(float[][] rows, float[] w, int at, float[] sum) {
        int i = 0;
        for (; i + ROWS_AT_A_TIME <= rows.length; i += ROWS_AT_A_TIME) {
            addEight(rows, i, w, at + i, sum);
        }
        for (; i < rows.length; i++) {
            addOne(rows[i], w[at + i], sum);
        }
    }

    private static void addEight(float[][] rows, int i, float[] w, int at, float[] sum) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] c = rows[i + 2];
        float[] d = rows[i + 3];
        float[] e = rows[i + 4];
        float[] f = rows[i + 5];
        float[] g = rows[i + 6];
        float[] h = rows[i + 7];
        float wa = w[at];
        float wb = w[at + 1];
        float wc = w[at + 2];
        float wd = w[at + 3];
        float we = w[at + 4];
        float wf = w[at + 5];
        float wg = w[at + 6];
        float wh = w[at + 7];
        for (int p = 0; p < sum.length; p++) {
            sum[p] = sum[p] + wa * a[p] + wb * b[p] + wc * c[p] + wd * d[p] + we * e[p] + wf * f[p] + wg * g[p] + wh * h[p];
        }
    }

    private static void addOne(float[] row, float w, float[] sum) {
        for (int p = 0; p < sum.length; p++) {
            sum[p] += w * row[p];
        }
    }
}
