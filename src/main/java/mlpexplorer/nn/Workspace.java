package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;

import java.util.function.IntConsumer;

/// The scratch memory of one forward and backward pass over at most `capacity` rows, allocated
/// once. Holds the current batch (features, and labels or targets) and, after [Mlp#forward], every
/// layer's weighted inputs `z` and activations `a`. Not thread-safe.
public final class Workspace {
    /// Passes with at least this many multiplications are split across two cores.
    private static final long WIDE = 2_000_000;

    final DMatrixRMaj[] z;

    /// `a[0]` are the inputs and `a[l + 1]` the activations of layer l; the last ones are the
    /// outputs.
    final DMatrixRMaj[] a;

    final DMatrixRMaj[] delta;
    final DMatrixRMaj[][] transposed;
    final double[][] masks;

    /// One for each half of the rows, since the halves progress independently.
    final double[][] scratch;

    final double[][] unmasked;
    final int[] labels;
    final double[] targets;
    final Backpropagation pass;
    private final int capacity;
    private final Parallel parallel;
    private final boolean wide;
    private double dropout;

    Workspace(ModelSpec spec, Task task, Parameters shape, int capacity, Parallel parallel) {
        int layers = shape.layers();
        this.capacity = capacity;
        this.parallel = parallel;
        wide = (long) capacity * shape.count() >= WIDE;
        z = new DMatrixRMaj[layers];
        a = new DMatrixRMaj[layers + 1];
        delta = new DMatrixRMaj[layers];
        transposed = new DMatrixRMaj[2][layers];
        masks = new double[layers][0];
        labels = new int[capacity];
        targets = new double[capacity];
        a[0] = new DMatrixRMaj(capacity, shape.fanIn(0));
        int widest = 0;
        for (int l = 0; l < layers; l++) {
            z[l] = new DMatrixRMaj(capacity, shape.fanOut(l));
            a[l + 1] = new DMatrixRMaj(capacity, shape.fanOut(l));
            delta[l] = new DMatrixRMaj(capacity, shape.fanOut(l));
            transposed[0][l] = new DMatrixRMaj(shape.fanOut(l), shape.fanIn(l));
            transposed[1][l] = wide ? transposed[0][l].copy() : transposed[0][l];
            widest = Math.max(widest, shape.fanOut(l));
        }
        scratch = new double[2][];
        unmasked = new double[2][];
        for (int half = 0; half < 2; half++) {
            scratch[half] = wide || half == 0 ? new double[capacity * widest] : scratch[0];
            unmasked[half] = wide || half == 0 ? new double[capacity * widest] : unmasked[0];
        }
        pass = new Backpropagation(spec, task, this, shape);
    }

    public int capacity() {
        return capacity;
    }

    /// Rows of the current batch.
    public int rows() {
        return a[0].numRows;
    }

    /// Loads rows `from … to − 1` of `samples` in the order given by `order`.
    public void load(Samples samples, int[] order, int from, int to) {
        resize(to - from);
        int columns = samples.columns();
        for (int i = from; i < to; i++) {
            samples.copyRow(order[i], a[0].data, (i - from) * columns);
            labels[i - from] = samples.label(order[i]);
            samples.copyTarget(order[i], targets, i - from);
        }
    }

    /// Loads rows `from … to − 1` of `samples` in their own order.
    public void load(Samples samples, int from, int to) {
        resize(to - from);
        int columns = samples.columns();
        for (int i = from; i < to; i++) {
            samples.copyRow(i, a[0].data, (i - from) * columns);
            labels[i - from] = samples.label(i);
            samples.copyTarget(i, targets, i - from);
        }
    }

    /// The input rows, row-major, written by the caller after [#resize]; for rows without labels.
    public double[] inputs() {
        return a[0].data;
    }

    /// Sets the number of rows, at most the capacity; never shrinks memory.
    public void resize(int rows) {
        if (rows > capacity) {
            throw new IllegalArgumentException(
                    "rows is " + rows + ", but this workspace holds " + capacity + ".");
        }
        a[0].numRows = rows;
        for (int l = 0; l < z.length; l++) {
            z[l].numRows = rows;
            a[l + 1].numRows = rows;
            delta[l].numRows = rows;
        }
    }

    /// The activations of layer `layer` in the last forward pass (rows × units, row-major); class
    /// probabilities or predicted numbers for the last layer. Valid for the first [#rows] rows.
    public double[] outputs(int layer) {
        return a[layer + 1].data;
    }

    /// Whether all activations of layer `layer` were finite in the last forward pass.
    public boolean isFinite(int layer) {
        int n = a[layer + 1].getNumElements();
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(a[layer + 1].data[i])) {
                return false;
            }
        }
        return true;
    }

    /// Draws new dropout masks for the current batch: each hidden unit of each row is set to zero
    /// with probability `rate`, the others are multiplied by 1/(1 − rate) (inverted dropout,
    /// Srivastava et al. 2014). 0 turns it off.
    public void drawDropout(double rate, RandomStream random) {
        dropout = rate;
        for (int l = 0; rate > 0 && l < z.length - 1; l++) {
            int n = z[l].getNumElements();
            if (masks[l].length < n) {
                masks[l] = new double[capacity * z[l].numCols];
            }
            for (int i = 0; i < n; i++) {
                masks[l][i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
            }
        }
    }

    boolean hasDropout() {
        return dropout > 0;
    }

    /// Multiplies rows `from … to − 1` of `values` (modified), which belong to hidden layer
    /// `layer`, by that layer's mask if dropout is on.
    void mask(int layer, DMatrixRMaj values, int from, int to) {
        if (dropout == 0) {
            return;
        }
        double[] mask = masks[layer];
        for (int i = from * values.numCols; i < to * values.numCols; i++) {
            values.data[i] *= mask[i];
        }
    }

    /// Runs both halves of a job, in parallel if possible; a narrow pass is all in the first half.
    void run(IntConsumer halves) {
        if (wide) {
            parallel.run(halves);
        } else {
            halves.accept(0);
        }
    }

    /// The start index of half `half` of `count` items: the first half has the odd item, and a
    /// narrow pass is all in the first half.
    int begin(int half, int count) {
        if (half == 0) {
            return 0;
        }
        return half == 1 && wide ? (count + 1) / 2 : count;
    }
}
