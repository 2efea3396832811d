package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;

import java.util.stream.IntStream;

/// The weights and biases of a network, its only state. Also used for anything of the same shape,
/// such as a gradient or an optimizer's averages. Layer `l` counts from 0; its weights are (fan-in
/// × fan-out), its biases (1 × fan-out).
public final class Parameters {
    private static final long OVERHEAD = 56;
    private static final long OVERHEAD_PER_LAYER = 88;

    private final DMatrixRMaj[] weights;
    private final DMatrixRMaj[] biases;

    /// Zeros of the given layer sizes: inputs, hidden units …, classes.
    public Parameters(int... sizes) {
        weights = new DMatrixRMaj[sizes.length - 1];
        biases = new DMatrixRMaj[sizes.length - 1];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new DMatrixRMaj(sizes[l], sizes[l + 1]);
            biases[l] = new DMatrixRMaj(1, sizes[l + 1]);
        }
    }

    private Parameters(Parameters other) {
        weights = new DMatrixRMaj[other.layers()];
        biases = new DMatrixRMaj[other.layers()];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = other.weights[l].copy();
            biases[l] = other.biases[l].copy();
        }
    }

    public int layers() {
        return weights.length;
    }

    public int fanIn(int layer) {
        return weights[layer].numRows;
    }

    public int fanOut(int layer) {
        return weights[layer].numCols;
    }

    /// The weights of a layer (not a copy), row-major: `w[i · fanOut + j]` connects unit i to unit
    /// j.
    public double[] weights(int layer) {
        return weights[layer].data;
    }

    /// The biases of a layer (not a copy).
    public double[] biases(int layer) {
        return biases[layer].data;
    }

    DMatrixRMaj weightMatrix(int layer) {
        return weights[layer];
    }

    /// The total number of weights and biases.
    public int count() {
        int count = 0;
        for (int l = 0; l < weights.length; l++) {
            count += weights[l].getNumElements() + biases[l].getNumElements();
        }
        return count;
    }

    /// Memory used, in bytes, including object headers.
    public long bytes() {
        return (long) Double.BYTES * count() + OVERHEAD_PER_LAYER * layers() + OVERHEAD;
    }

    public Parameters copy() {
        return new Parameters(this);
    }

    /// Zeros of the same shape.
    public Parameters zeros() {
        Parameters zeros = copy();
        for (int l = 0; l < weights.length; l++) {
            zeros.weights[l].zero();
            zeros.biases[l].zero();
        }
        return zeros;
    }

    /// Overwrites this (modified) with `other`, which must have the same shape, and returns this.
    public Parameters copyFrom(Parameters other) {
        if (!sameShape(other)) {
            throw new IllegalArgumentException(
                    "The shapes differ: " + other.shape() + " does not fit " + shape() + ".");
        }
        for (int l = 0; l < weights.length; l++) {
            weights[l].setTo(other.weights[l]);
            biases[l].setTo(other.biases[l]);
        }
        return this;
    }

    public boolean sameShape(Parameters other) {
        boolean same = layers() == other.layers();
        for (int l = 0; same && l < layers(); l++) {
            same = fanIn(l) == other.fanIn(l) && fanOut(l) == other.fanOut(l);
        }
        return same;
    }

    /// The layer sizes, as for the constructor.
    int[] sizes() {
        return IntStream.rangeClosed(0, layers())
                .map(l -> l == 0 ? fanIn(0) : fanOut(l - 1))
                .toArray();
    }

    /// The layer sizes as text: `2-8-8-3`.
    public String shape() {
        StringBuilder text = new StringBuilder().append(fanIn(0));
        for (DMatrixRMaj w : weights) {
            text.append('-').append(w.numCols);
        }
        return text.toString();
    }

    /// Whether all values of the layer are finite.
    public boolean isFinite(int layer) {
        return isFinite(weights(layer)) && isFinite(biases(layer));
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// The Euclidean norm of all values.
    public double norm() { // double in both precisions
        double square = 0; // double in both precisions
        for (int l = 0; l < weights.length; l++) {
            square += squareNorm(weights(l)) + squareNorm(biases(l));
        }
        return Math.sqrt(square);
    }

    /// Multiplies every value by `factor` (modifies this).
    public void scale(double factor) {
        for (int l = 0; l < weights.length; l++) {
            scale(factor, weights(l));
            scale(factor, biases(l));
        }
    }

    private static void scale(double factor, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /// Scales all values down to the norm `limit` if theirs is larger (modifies this).
    public void clip(double limit) { // double in both precisions
        double norm = norm(); // double in both precisions
        if (norm > limit) {
            scale(Real.of(limit / norm));
        }
    }

    private static double squareNorm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        double norm = Math.sqrt(sum);
        return norm * norm;
    }
}
