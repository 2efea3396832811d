package mlpexplorer.nn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A forward pass through a small network that computes only the loss and the number of correct
/// rows. Not thread-safe. It keeps a column-wise copy of the samples and allocates nothing else
/// after construction, so it suits data that is evaluated repeatedly.
///
/// Each unit has an array with its values for all rows. Even a layer of eight units therefore has
/// loops over hundreds of elements, and since the arrays never overlap, the compiler vectorizes
/// them, unlike the loops of [Backpropagation] over eight units.
final class ColumnwiseEvaluation implements Evaluation.Pass {
    /// From this many weights per layer, [Blas] is faster.
    private static final int WIDE = 600;

    /// Rows in a block: enough for long loops, few enough for the L1 cache.
    static final int BLOCK = 512;

    private final ModelSpec spec;
    private final Task task;
    private final Map<Samples, List<Block>> seen = new HashMap<>();
    private final double[] scratch;
    private final double[] largest;
    private final double[] sums;
    private final double[][] z;

    /// The activations of each hidden layer, then the class probabilities.
    private final double[][][] a;

    private double loss;
    private int correct;

    private record Block(double[][] columns, int[] labels, double[] targets) {
        static List<Block> of(Samples samples) {
            return IntStream.iterate(0, from -> from < samples.rows(), from -> from + BLOCK)
                    .mapToObj(from -> of(samples, from, Math.min(samples.rows(), from + BLOCK)))
                    .toList();
        }

        private static Block of(Samples samples, int from, int to) {
            double[][] columns = new double[samples.columns()][to - from];
            int[] labels = new int[to - from];
            double[] targets = new double[to - from];
            for (int r = 0; r < labels.length; r++) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i][r] = samples.feature(from + r, i);
                }
                labels[r] = samples.label(from + r);
                targets[r] = samples.target(from + r);
            }
            return new Block(columns, labels, targets);
        }
    }

    ColumnwiseEvaluation(Mlp mlp) {
        spec = mlp.spec();
        task = mlp.task();
        scratch = new double[BLOCK];
        largest = new double[BLOCK];
        sums = new double[BLOCK];
        a = new double[mlp.layers()][][];
        int widest = 0;
        for (int l = 0; l < mlp.layers(); l++) {
            a[l] = new double[mlp.units(l)][BLOCK];
            widest = Math.max(widest, mlp.units(l));
        }
        z = new double[widest][BLOCK];
    }

    /// Whether all layers of the network are small enough.
    static boolean isFor(ModelSpec spec, int inputs, int outputs) {
        long fanIn = inputs;
        for (int units : spec.hidden()) {
            if (fanIn * units >= WIDE) {
                return false;
            }
            fanIn = units;
        }
        return fanIn * outputs < WIDE;
    }

    @Override
    public int capacity() {
        return BLOCK;
    }

    @Override
    public void run(Parameters p, Samples samples, int from, int to) {
        Block block = seen.computeIfAbsent(samples, Block::of).get(from / BLOCK);
        int rows = to - from;
        int last = p.layers() - 1;
        double[][] x = block.columns;
        for (int l = 0; l <= last; l++) {
            for (int j = 0; j < p.fanOut(l); j++) {
                weigh(p, l, j, x, rows);
                if (l < last) {
                    spec.activation(l).apply(z[j], a[l][j], scratch, 0, rows);
                }
            }
            x = a[l];
        }
        switch (task) {
            case Task.Classification _ -> score(x, block.labels, rows);
            case Task.Regression() -> loss = SquaredError.sum(z[0], block.targets, 0, rows);
        }
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public int correct() {
        return correct;
    }

    /// `z[unit] = b[unit] + Σᵢ w[i][unit]·x[i]`
    private void weigh(Parameters p, int l, int unit, double[][] x, int rows) {
        double[] w = p.weights(l);
        int units = p.fanOut(l);
        int inner = p.fanIn(l);
        double b = p.biases(l)[unit];
        double[] sum = z[unit];
        int i = inner % 2;
        if (i == 1) {
            set(b, w[unit], x[0], sum, rows);
        } else {
            Arrays.fill(sum, 0, rows, b);
        }
        for (; i + 2 < inner; i += 4) {
            int at = i * units + unit;
            add(
                    w[at],
                    x[i],
                    w[at + units],
                    x[i + 1],
                    w[at + 2 * units],
                    x[i + 2],
                    w[at + 3 * units],
                    x[i + 3],
                    sum,
                    rows);
        }
        if (i < inner) {
            add(w[i * units + unit], x[i], w[(i + 1) * units + unit], x[i + 1], sum, rows);
        }
    }

    private static void set(double b, double w, double[] a, double[] sum, int rows) {
        for (int r = 0; r < rows; r++) {
            sum[r] = b + w * a[r];
        }
    }

    private static void add(double v, double[] a, double w, double[] b, double[] sum, int rows) {
        for (int r = 0; r < rows; r++) {
            sum[r] += v * a[r] + w * b[r];
        }
    }

    private static void add(
            double v,
            double[] a,
            double w,
            double[] b,
            double x,
            double[] c,
            double y,
            double[] d,
            double[] sum,
            int rows) {
        for (int r = 0; r < rows; r++) {
            sum[r] += v * a[r] + w * b[r] + x * c[r] + y * d[r];
        }
    }

    /// As in [SoftmaxCrossEntropy]. `p` (modified) receives the probabilities.
    private void score(double[][] p, int[] labels, int rows) {
        System.arraycopy(z[0], 0, largest, 0, rows);
        for (int c = 1; c < p.length; c++) {
            maximum(z[c], largest, rows);
        }
        Arrays.fill(sums, 0, rows, 0);
        for (int c = 0; c < p.length; c++) {
            subtract(largest, z[c], rows);
            VectorMath.exp(z[c], p[c], scratch, 0, rows);
            add(p[c], sums, rows);
        }
        loss = SoftmaxCrossEntropy.sumOfLogarithms(sums, 0, rows);
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

    private static void add(double[] values, double[] sums, int rows) {
        for (int r = 0; r < rows; r++) {
            sums[r] += values[r];
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
