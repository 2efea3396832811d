package mlpexplorer.nn;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// A network in single precision, for pictures: the values of all its units at many points at once, right to about three
/// digits and several times as fast as [Mlp#forward]. Belongs to one thread; allocates nothing after construction (but slices
/// for native products).
///
/// The values of one unit at all points are a row, and a layer is its rows one after the other: value (unit, point) stands
/// at `unit · width + point`. So a layer is one matrix product, by [Blas] where that is loaded, and no loop is short.
public final class FloatNet {
    private static final int ROWS_AT_A_TIME = 4;

    private final ModelSpec spec;
    private final int width;
    /// `weights[l][j · fanIn + i]` leads from unit i to unit j.
    private final float[][] weights;
    private final float[][] biases;
    /// The inputs, then each layer.
    private final float[][] values;

    /// @param shape parameters of the network's shape
    /// @param width points computed at once
    public FloatNet(Mlp mlp, Parameters shape, int width) {
        this.spec = mlp.spec();
        this.width = width;
        weights = new float[mlp.layers()][];
        biases = new float[mlp.layers()][];
        values = new float[mlp.layers() + 1][];
        values[0] = new float[mlp.inputs() * width];
        for (int l = 0; l < mlp.layers(); l++) {
            weights[l] = new float[shape.fanIn(l) * shape.fanOut(l)];
            biases[l] = new float[shape.fanOut(l)];
            values[l + 1] = new float[shape.fanOut(l) * width];
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
        return width;
    }

    /// A row for each input, to be written by the caller.
    public float[] inputs() {
        return values[0];
    }

    /// A row for each unit of layer `l`, counted from 0: what it hands on; of the last layer, the logits.
    public float[] layer(int l) {
        return values[l + 1];
    }

    /// A row for each class.
    public float[] logits() {
        return values[values.length - 1];
    }

    /// Computes all points, layer by layer.
    ///
    /// @param stop asked before each layer; once it says yes, the rest is left as it is
    /// @return whether all layers are new
    public boolean forward(BooleanSupplier stop) {
        for (int l = 0; l < weights.length; l++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            affine(l);
            if (l < weights.length - 1) {
                FloatActivation.apply(spec.activation(l), values[l + 1]);
            }
        }
        return true;
    }

    private void affine(int l) {
        int units = biases[l].length;
        int inner = weights[l].length / units;
        for (int j = 0; j < units; j++) {
            Arrays.fill(values[l + 1], j * width, (j + 1) * width, biases[l][j]);
        }
        if (Blas.isFor(units, inner, width)) {
            Blas.addProduct(units, width, inner, weights[l], values[l], values[l + 1]);
        } else {
            for (int j = 0; j < units; j++) {
                addWeighted(values[l], weights[l], j * inner, inner, values[l + 1], j * width);
            }
        }
    }

    /// Without the library: several rows in one plain sum, which is the form that the compiler turns into vector instructions.
    private void addWeighted(float[] x, float[] w, int at, int inner, float[] sum, int to) {
        int i = 0;
        for (; i + ROWS_AT_A_TIME <= inner; i += ROWS_AT_A_TIME) {
            addFour(x, i * width, w[at + i], w[at + i + 1], w[at + i + 2], w[at + i + 3], sum, to);
        }
        for (; i < inner; i++) {
            int from = i * width;
            float weight = w[at + i];
            for (int p = 0; p < width; p++) {
                sum[to + p] += weight * x[from + p];
            }
        }
    }

    private void addFour(float[] x, int a, float wa, float wb, float wc, float wd, float[] sum, int to) {
        int b = a + width;
        int c = b + width;
        int d = c + width;
        for (int p = 0; p < width; p++) {
            sum[to + p] += wa * x[a + p] + wb * x[b + p] + wc * x[c + p] + wd * x[d + p];
        }
    }
}
