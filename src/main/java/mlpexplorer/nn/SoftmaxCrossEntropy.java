package mlpexplorer.nn;

/// Softmax output with the cross-entropy loss `−ln p(label)`. The loss is computed as log-sum-exp,
/// `ln Σ exp(z_j − max z) + max z − z_label`, which neither overflows nor takes the logarithm of a rounded 0;
/// its derivative by the weighted inputs is `p − y` (y one-hot).
final class SoftmaxCrossEntropy {
    private SoftmaxCrossEntropy() {}

    /// Writes the class probabilities of rows `from … to − 1` of weighted inputs `z` into `p` (modified) and returns the
    /// sum of the rows' losses.
    static double forward(double[] z, double[] p, int[] labels, int from, int to, int classes) {
        double loss = 0;
        for (int r = from; r < to; r++) {
            int at = r * classes;
            loss += softmax(z, p, at, classes) - z[at + labels[r]];
        }
        return loss;
    }

    /// Writes the class probabilities of the row at `at` into `p` (modified) and returns its log-sum-exp.
    static double softmax(double[] z, double[] p, int at, int classes) {
        double max = z[at];
        for (int j = 1; j < classes; j++) {
            max = Math.max(max, z[at + j]);
        }
        double sum = 0;
        for (int j = 0; j < classes; j++) {
            double e = Math.exp(z[at + j] - max);
            p[at + j] = e;
            sum += e;
        }
        double scale = 1 / sum;
        for (int j = 0; j < classes; j++) {
            p[at + j] *= scale;
        }
        return max + Math.log(sum);
    }

    /// Writes `scale·(p − y)` of rows `from … to − 1` into `delta` (modified): with scale 1/rows the gradient of the mean
    /// loss by the weighted inputs.
    static void backward(double[] p, int[] labels, double[] delta, int from, int to, int classes, double scale) {
        for (int i = from * classes; i < to * classes; i++) {
            delta[i] = p[i] * scale;
        }
        for (int r = from; r < to; r++) {
            delta[r * classes + labels[r]] -= scale;
        }
    }

    /// How many of the rows `from … to − 1` have their largest probability at the label (the first one, if several are largest).
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
