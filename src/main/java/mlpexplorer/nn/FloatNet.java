package mlpexplorer.nn;

import java.util.function.BooleanSupplier;

/// A network in single precision, for pictures: computes all units at many points, accurate to
/// about three digits and several times as fast as [Mlp#forward]. Not thread-safe. Allocates
/// nothing after construction except slices for native products.
///
/// Each point is a row: the value of a unit at a point is at index `point · units + unit`. A layer
/// is one matrix product, computed by [Blas] if available; this layout takes three quarters of the
/// time of its transpose.
public final class FloatNet {
    private final ModelSpec spec;
    private final int width;

    /// `weights[l][i · fanOut + j]` leads from unit i to unit j.
    private final float[][] weights;

    private final float[][] biases;

    /// The inputs, then each layer.
    private final float[][] values;

    /// @param shape parameters of the network's shape
    /// @param width number of points computed together
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

    /// Copies `parameters`, which must have this shape.
    public void load(Parameters parameters) {
        for (int l = 0; l < weights.length; l++) {
            SingleReal.round(parameters.weights(l), weights[l]);
            SingleReal.round(parameters.biases(l), biases[l]);
        }
    }

    /// The number of points computed together.
    public int width() {
        return width;
    }

    /// One row of features per point, written by the caller.
    public float[] inputs() {
        return values[0];
    }

    /// One row per point with the activations of layer `l`, counted from 0; for the last layer, the
    /// logits.
    public float[] layer(int l) {
        return values[l + 1];
    }

    /// One row per point with a value for each class.
    public float[] logits() {
        return values[values.length - 1];
    }

    /// Computes all points, layer by layer.
    ///
    /// @param stop polled before each layer; the remaining layers are skipped once it returns true
    /// @return whether all layers were computed
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
        for (int point = 0; point < width; point++) {
            System.arraycopy(biases[l], 0, values[l + 1], point * units, units);
        }
        if (Blas.isFor(width, inner, units)) {
            Blas.multiply(
                    false,
                    false,
                    width,
                    units,
                    inner,
                    1,
                    values[l],
                    0,
                    inner,
                    weights[l],
                    0,
                    units,
                    1,
                    values[l + 1],
                    0,
                    units);
        } else {
            for (int point = 0; point < width; point++) {
                addWeighted(
                        values[l],
                        point * inner,
                        inner,
                        weights[l],
                        values[l + 1],
                        point * units,
                        units);
            }
        }
    }

    /// Fallback without the library.
    private static void addWeighted(
            float[] x, int from, int inner, float[] w, float[] sum, int to, int units) {
        for (int i = 0; i < inner; i++) {
            float value = x[from + i];
            for (int j = 0; j < units; j++) {
                sum[to + j] += value * w[i * units + j];
            }
        }
    }
}
