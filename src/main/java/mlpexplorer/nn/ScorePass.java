package mlpexplorer.nn;

import java.util.Arrays;

/// The way forward through a small network for many rows at once, for the sake of their loss and hits alone. Belongs to one
/// thread; allocates nothing after construction.
///
/// Each unit has an array with its values for all rows. So also a layer of eight units has loops of hundreds of steps, and as
/// arrays never overlap the compiler turns them into vector instructions, which the loops of [Backpropagation] along eight units
/// cannot be.
final class ScorePass {
    /// Weights of a layer from which on [Blas] is faster.
    private static final int WIDE = 600;
    private static final int AT_A_TIME = 4;

    private final ModelSpec spec;
    private final int[] labels;
    private final double[] row;
    private final double[] scratch;
    private final double[] largest;
    private final double[] sums;
    private final double[][] z;
    /// The inputs, then what each hidden layer puts out, then the class probabilities.
    private final double[][][] a;
    private int rows;
    private double loss;
    private int correct;

    ScorePass(Mlp mlp, int capacity) {
        spec = mlp.spec();
        labels = new int[capacity];
        row = new double[mlp.inputs()];
        scratch = new double[capacity];
        largest = new double[capacity];
        sums = new double[capacity];
        a = new double[mlp.layers() + 1][][];
        a[0] = new double[mlp.inputs()][capacity];
        int widest = 0;
        for (int l = 0; l < mlp.layers(); l++) {
            a[l + 1] = new double[mlp.units(l)][capacity];
            widest = Math.max(widest, mlp.units(l));
        }
        z = new double[widest][capacity];
    }

    /// Whether all layers of this network are small enough.
    static boolean isFor(Mlp mlp) {
        int inputs = mlp.inputs();
        for (int l = 0; l < mlp.layers(); l++) {
            if (inputs * mlp.units(l) >= WIDE) {
                return false;
            }
            inputs = mlp.units(l);
        }
        return true;
    }

    /// Finds [#loss] and [#correct] of rows `from … to − 1` of `samples`, at most the capacity.
    void run(Parameters p, Samples samples, int from, int to) {
        load(samples, from, to);
        int last = p.layers() - 1;
        for (int l = 0; l <= last; l++) {
            for (int j = 0; j < p.fanOut(l); j++) {
                weigh(p, l, j);
                if (l < last) {
                    spec.activation(l).apply(z[j], a[l + 1][j], scratch, 0, rows);
                }
            }
        }
        score(a[last + 1]);
    }

    /// Summed over the rows.
    double loss() {
        return loss;
    }

    /// How many rows have their largest probability at the label (the first one, if several are largest).
    int correct() {
        return correct;
    }

    private void load(Samples samples, int from, int to) {
        rows = to - from;
        for (int r = 0; r < rows; r++) {
            samples.copyRow(from + r, row, 0);
            for (int i = 0; i < row.length; i++) {
                a[0][i][r] = row[i];
            }
            labels[r] = samples.label(from + r);
        }
    }

    /// `z[unit] = b[unit] + Σᵢ w[i][unit]·a[i]`
    private void weigh(Parameters p, int l, int unit) {
        double[] w = p.weights(l);
        int units = p.fanOut(l);
        double[][] x = a[l];
        double[] sum = z[unit];
        Arrays.fill(sum, 0, rows, p.biases(l)[unit]);
        int i = 0;
        for (; i + AT_A_TIME <= x.length; i += AT_A_TIME) {
            int at = i * units + unit;
            addFour(w[at], x[i], w[at + units], x[i + 1], w[at + 2 * units], x[i + 2], w[at + 3 * units], x[i + 3], sum, rows);
        }
        for (; i < x.length; i++) {
            addScaled(w[i * units + unit], x[i], sum, rows);
        }
    }

    private static void addFour(
            double v, double[] a, double w, double[] b, double x, double[] c, double y, double[] d, double[] sum, int rows) {
        for (int r = 0; r < rows; r++) {
            sum[r] += v * a[r] + w * b[r] + x * c[r] + y * d[r];
        }
    }

    private static void addScaled(double w, double[] a, double[] sum, int rows) {
        for (int r = 0; r < rows; r++) {
            sum[r] += w * a[r];
        }
    }

    /// As in [SoftmaxCrossEntropy]. `p` (modified) receives the probabilities.
    private void score(double[][] p) {
        System.arraycopy(z[0], 0, largest, 0, rows);
        for (int c = 1; c < p.length; c++) {
            maximum(z[c], largest, rows);
        }
        Arrays.fill(sums, 0, rows, 0);
        for (int c = 0; c < p.length; c++) {
            subtract(largest, z[c], rows);
            Elementary.exp(z[c], p[c], scratch, 0, rows);
            addScaled(1, p[c], sums, rows);
        }
        loss = SoftmaxCrossEntropy.sumOfLogarithms(sums, rows);
        correct = 0;
        for (double[] ofClass : p) {
            divide(ofClass, sums, rows);
        }
        for (int r = 0; r < rows; r++) {
            loss -= z[labels[r]][r];
            correct += mostProbable(p, r) == labels[r] ? 1 : 0;
        }
    }

    private static void maximum(double[] values, double[] largest, int rows) {
        for (int r = 0; r < rows; r++) {
            largest[r] = Math.max(largest[r], values[r]);
        }
    }

    private static void subtract(double[] values, double[] from, int rows) {
        for (int r = 0; r < rows; r++) {
            from[r] -= values[r];
        }
    }

    private static void divide(double[] values, double[] by, int rows) {
        for (int r = 0; r < rows; r++) {
            values[r] /= by[r];
        }
    }

    private static int mostProbable(double[][] p, int r) {
        int best = 0;
        for (int c = 1; c < p.length; c++) {
            best = p[c][r] > p[best][r] ? c : best;
        }
        return best;
    }
}
