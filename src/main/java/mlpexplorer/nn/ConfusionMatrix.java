package mlpexplorer.nn;

/// Counts of true against predicted classes, with precision, recall and F1. Ratios with a zero
/// denominator are NaN.
public final class ConfusionMatrix {
    private final int classes;
    private final int[] counts;

    private ConfusionMatrix(int classes) {
        this.classes = classes;
        counts = new int[classes * classes];
    }

    /// @param predictions of all rows of `samples`
    public static ConfusionMatrix of(Predictions predictions, Samples samples, int classes) {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        for (int row = 0; row < samples.rows(); row++) {
            matrix.counts[samples.label(row) * classes + predictions.predicted()[row]]++;
        }
        return matrix;
    }

    public int classes() {
        return classes;
    }

    /// The number of rows of class `truth` that were predicted as `predicted`.
    public int count(int truth, int predicted) {
        return counts[truth * classes + predicted];
    }

    /// The number of rows of a class.
    public int rowsOf(int truth) {
        int sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += count(truth, c);
        }
        return sum;
    }

    /// The number of rows predicted as a class.
    public int rowsPredictedAs(int predicted) {
        int sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += count(c, predicted);
        }
        return sum;
    }

    public int total() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    public int correct() {
        int sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += count(c, c);
        }
        return sum;
    }

    /// The fraction of rows of class `truth` that were predicted as `predicted`.
    public double rowFraction(int truth, int predicted) {
        return (double) count(truth, predicted) / rowsOf(truth);
    }

    public double accuracy() {
        return (double) correct() / total();
    }

    /// The fraction of the rows predicted as a class that belong to it.
    public double precision(int label) {
        return (double) count(label, label) / rowsPredictedAs(label);
    }

    /// The fraction of the rows of a class that were predicted as it.
    public double recall(int label) {
        return (double) count(label, label) / rowsOf(label);
    }

    /// The harmonic mean of precision and recall: 2·hits / (rows of the class + rows predicted as
    /// it).
    public double f1(int label) {
        return 2.0 * count(label, label) / (rowsOf(label) + rowsPredictedAs(label));
    }
}
