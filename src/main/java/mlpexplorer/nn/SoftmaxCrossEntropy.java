package mlpexplorer.nn;

/// Softmax output with the cross-entropy loss `−ln p(label)`. The loss is computed as log-sum-exp,
/// `ln Σ exp(z_j − max z) + max z − z_label`, which neither overflows nor takes the logarithm of a
/// rounded 0; its derivative with respect to the weighted inputs is `p − y` (y one-hot).
final class SoftmaxCrossEntropy implements OutputLayer {
    /// Sums of logarithms are computed as the logarithm of a product over many rows, taken before
    /// the product can overflow.
    private static final double LARGE = 1e100; // double in both precisions

    private final int classes;

    SoftmaxCrossEntropy(int classes) {
        this.classes = classes;
    }

    /// Uses the last layer's delta as scratch memory; it is not needed before the backward pass.
    @Override
    public void outputs(Workspace w, int half, int from, int to) {
        int last = w.z.length - 1;
        softmax(
                w.z[last].data,
                w.a[last + 1].data,
                w.delta[last].data,
                w.scratch[half],
                from,
                to,
                classes);
    }

    @Override
    public double loss(Workspace w, int half, int from, int to) { // double in both precisions
        int last = w.z.length - 1;
        return forward(
                w.z[last].data,
                w.a[last + 1].data,
                w.delta[last].data,
                w.scratch[half],
                w.labels,
                from,
                to,
                classes);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        int last = w.z.length - 1;
        backward(
                w.a[last + 1].data,
                w.labels,
                w.delta[last].data,
                from,
                to,
                classes,
                Real.of(1.0 / w.rows()));
    }

    @Override
    public int correct(Workspace w) {
        return correct(w.a[w.z.length].data, w.labels, 0, w.rows(), classes);
    }

    /// Writes the class probabilities of rows `from … to − 1` of weighted inputs `z` into `p`
    /// (modified) and returns the sum of the rows' losses. `shifted` and `scratch` (modified) are
    /// as long as `z`.
    static double forward( // double in both precisions
            double[] z,
            double[] p,
            double[] shifted,
            double[] scratch,
            int[] labels,
            int from,
            int to,
            int classes) {
        double loss = 0; // double in both precisions
        loss += softmax(z, p, shifted, scratch, from, to, classes);
        for (int r = from; r < to; r++) {
            loss -= shifted[r * classes + labels[r]];
        }
        return loss;
    }

    /// Writes the class probabilities of rows `from … to − 1` into `p` (modified), and `z − max z`
    /// of each row into `shifted` (modified), whose summed log-sum-exp it returns. `scratch` is
    /// modified.
    static double softmax( // double in both precisions
            double[] z,
            double[] p,
            double[] shifted,
            double[] scratch,
            int from,
            int to,
            int classes) {
        for (int r = from; r < to; r++) {
            int at = r * classes;
            double max = max(z, at, classes);
            for (int j = at; j < at + classes; j++) {
                shifted[j] = z[j] - max;
            }
        }
        VectorMath.exp(shifted, p, scratch, from * classes, to * classes);
        for (int r = from; r < to; r++) {
            scratch[r] = normalize(p, r * classes, classes);
        }
        return sumOfLogarithms(scratch, from, to);
    }

    /// The sum of the logarithms of values `from … to − 1`, each at least 1.
    static double sumOfLogarithms( // double in both precisions
            double[] values, int from, int to) {
        double sum = 0; // double in both precisions
        double product = 1; // double in both precisions
        for (int i = from; i < to; i++) {
            product *= values[i];
            if (product > LARGE) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    private static double max(double[] z, int at, int classes) {
        double max = z[at];
        for (int j = at + 1; j < at + classes; j++) {
            max = Math.max(max, z[j]);
        }
        return max;
    }

    /// Divides a row of exponentials (modified) by their sum, which it returns.
    private static double normalize(double[] p, int at, int classes) {
        double sum = 0;
        for (int j = at; j < at + classes; j++) {
            sum += p[j];
        }
        double scale = 1 / sum;
        for (int j = at; j < at + classes; j++) {
            p[j] *= scale;
        }
        return sum;
    }

    /// Writes `scale·(p − y)` of rows `from … to − 1` into `delta` (modified): with scale 1/rows,
    /// the gradient of the mean loss with respect to the weighted inputs.
    static void backward(
            double[] p, int[] labels, double[] delta, int from, int to, int classes, double scale) {
        for (int i = from * classes; i < to * classes; i++) {
            delta[i] = p[i] * scale;
        }
        for (int r = from; r < to; r++) {
            delta[r * classes + labels[r]] -= scale;
        }
    }

    /// The number of rows in `from … to − 1` whose most probable class (the first of equals) is the
    /// label.
    static int correct(double[] p, int[] labels, int from, int to, int classes) {
        int correct = 0;
        for (int r = from; r < to; r++) {
            if (argMax(p, r * classes, classes) == labels[r]) {
                correct++;
            }
        }
        return correct;
    }

    private static int argMax(double[] p, int at, int classes) {
        int best = 0;
        for (int j = 1; j < classes; j++) {
            if (p[at + j] > p[at + best]) {
                best = j;
            }
        }
        return best;
    }
}
