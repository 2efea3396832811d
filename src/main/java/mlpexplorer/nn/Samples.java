package mlpexplorer.nn;

import java.util.Arrays;

/// Labelled rows as a network sees them: `rows × columns` features, row after row, and a class index per row.
/// Immutable by convention: the arrays are not copied and must not be modified after construction.
public final class Samples {
    private final Features features;
    private final int[] labels;
    private final int columns;

    /// @param features row-major, `labels.length × columns` values
    /// @param labels   class indices, 0-based
    public Samples(double[] features, int columns, int[] labels) {
        this(new Features.Doubles(features, columns), columns, labels);
        if (features.length != (long) columns * labels.length) {
            throw new IllegalArgumentException(
                    "features has " + features.length + " values, but " + labels.length + " rows × " + columns + " columns need "
                            + (long) columns * labels.length + ".");
        }
    }

    private Samples(Features features, int columns, int[] labels) {
        this.features = features;
        this.columns = columns;
        this.labels = labels;
    }

    /// Images in an eighth of the memory: each unsigned byte is divided by 255, so features range from 0 to 1.
    ///
    /// @param pixels row-major, `labels.length × columns` values
    public static Samples ofPixels(byte[] pixels, int columns, int[] labels) {
        if (pixels.length != (long) columns * labels.length) {
            throw new IllegalArgumentException(
                    "pixels has " + pixels.length + " values, but " + labels.length + " rows × " + columns + " columns need "
                            + (long) columns * labels.length + ".");
        }
        return new Samples(new Features.Bytes(pixels, columns), columns, labels);
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
        return features.get(row, column);
    }

    /// Copies one row into `target` (modified), starting at `offset`.
    public void copyRow(int row, double[] target, int offset) {
        features.copy(row, target, offset);
    }

    /// The first `count` rows (all of them if there are fewer).
    public Samples head(int count) {
        return new Samples(features, columns, Arrays.copyOf(labels, Math.min(count, rows())));
    }

    /// The rows in `rows`, in that order, with every feature as `(x − mean)/deviation` of its column. Small tables are computed
    /// immediately; large ones and images row by row on access, so that they are stored only once.
    public Samples scaled(int[] rows, double[] means, double[] deviations) {
        int[] chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = labels[rows[i]];
        }
        return new Samples(features.scaled(columns, rows, means, deviations), columns, chosen);
    }
}
