package mlpexplorer.nn;

import java.util.Arrays;

/// Labelled rows as a network sees them: `rows × columns` features, row after row, and a class index per row.
/// Immutable by agreement: the arrays are not copied, and nobody writes to them after construction.
public final class Samples {
    private final double[] features;
    private final int[] labels;
    private final int columns;

    /// @param features row-major, `labels.length × columns` values
    /// @param labels   class indices, 0-based
    public Samples(double[] features, int columns, int[] labels) {
        if (features.length != columns * labels.length) {
            throw new IllegalArgumentException(
                    "features has " + features.length + " values, but " + labels.length + " rows × " + columns + " columns need "
                            + columns * labels.length + ".");
        }
        this.features = features;
        this.columns = columns;
        this.labels = labels;
    }

    public int rows() {
        return labels.length;
    }

    public int columns() {
        return columns;
    }

    public int label(int row) {
        return labels[row];
    }

    public double feature(int row, int column) {
        return features[row * columns + column];
    }

    /// Copies one row into `target` (modified), starting at `offset`.
    public void copyRow(int row, double[] target, int offset) {
        System.arraycopy(features, row * columns, target, offset, columns);
    }

    /// The first `count` rows (all of them if there are fewer).
    public Samples head(int count) {
        int kept = Math.min(count, rows());
        return new Samples(Arrays.copyOf(features, kept * columns), columns, Arrays.copyOf(labels, kept));
    }
}
