package mlpexplorer.nn;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Rows as a network sees them: `rows × columns` features, row after row, and a class index or, in
/// regression, a target per row. Immutable by convention: the arrays are not copied and must not be
/// modified after construction.
public final class Samples {
    private static final double[] NO_TARGETS = {};

    private final Storage features;
    private final int[] labels;
    private final double[] targets;
    private final double targetVariance;
    private final int columns;

    /// @param features row-major, `labels.length × columns` values
    /// @param labels class indices, 0-based
    public Samples(double[] features, int columns, int[] labels) {
        this(new Storage.Doubles(features, columns), columns, labels, NO_TARGETS);
        if (features.length != (long) columns * labels.length) {
            throw new IllegalArgumentException(
                    "features has "
                            + features.length
                            + " values, but "
                            + labels.length
                            + " rows × "
                            + columns
                            + " columns need "
                            + (long) columns * labels.length
                            + ".");
        }
    }

    private Samples(Storage features, int columns, int[] labels, double[] targets) {
        this.features = features;
        this.columns = columns;
        this.labels = labels;
        this.targets = targets;
        this.targetVariance = variance(targets);
    }

    /// Rows with numbers to predict.
    ///
    /// @param features row-major, `targets.length × columns` values
    public static Samples ofTargets(double[] features, int columns, double[] targets) {
        Samples rows = new Samples(features, columns, new int[targets.length]);
        return new Samples(rows.features, columns, rows.labels, targets);
    }

    /// Images in an eighth of the memory: each unsigned byte is divided by 255, so features range
    /// from 0 to 1.
    ///
    /// @param pixels row-major, `labels.length × columns` values
    public static Samples ofPixels(byte[] pixels, int columns, int[] labels) {
        if (pixels.length != (long) columns * labels.length) {
            throw new IllegalArgumentException(
                    "pixels has "
                            + pixels.length
                            + " values, but "
                            + labels.length
                            + " rows × "
                            + columns
                            + " columns need "
                            + (long) columns * labels.length
                            + ".");
        }
        return new Samples(new Storage.Bytes(pixels, columns), columns, labels, NO_TARGETS);
    }

    public int rows() {
        return labels.length;
    }

    public int columns() {
        return columns;
    }

    /// The class index; 0 in regression.
    public int label(int row) {
        return labels[row];
    }

    /// The number to predict; 0 in classification.
    public double target(int row) {
        return targets.length == 0 ? 0 : targets[row];
    }

    /// Writes the number to predict (0 in classification) into element `at` of `to` (modified).
    void copyTarget(int row, double[] to, int at) {
        to[at] = target(row);
    }

    void copyTarget(int row, float[] to, int at) {
        to[at] = (float) target(row);
    }

    /// The population variance of the targets (divisor n); NaN without rows.
    public double targetVariance() {
        return targetVariance;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    public double feature(int row, int column) {
        return features.get(row, column);
    }

    /// Copies one row into `target` (modified), starting at `offset`.
    public void copyRow(int row, double[] target, int offset) {
        features.copy(row, target, offset);
    }

    /// The same in single precision.
    void copyRow(int row, float[] target, int offset) {
        features.copy(row, target, offset);
    }

    /// The same rows with other features, row-major, and the same labels and targets.
    public Samples withFeatures(double[] values, int columns) {
        return new Samples(new Storage.Doubles(values, columns), columns, labels, targets);
    }

    /// The first `count` rows (all of them if there are fewer).
    public Samples head(int count) {
        int rows = Math.min(count, rows());
        return new Samples(
                features,
                columns,
                Arrays.copyOf(labels, rows),
                targets.length == 0 ? targets : Arrays.copyOf(targets, rows));
    }

    /// These rows followed by those of `other`, which has the same columns and also labels or
    /// targets.
    public Samples followedBy(Samples other) {
        return new Samples(
                features.followedBy(other.features, rows(), other.rows(), columns),
                columns,
                joined(labels, other.labels),
                targets.length == 0
                        ? targets
                        : DoubleStream.concat(Arrays.stream(targets), Arrays.stream(other.targets))
                                .toArray());
    }

    private static int[] joined(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    /// The rows in `rows`, in that order, with every feature as `(x − mean)/deviation` of its
    /// column. Small tables are computed immediately; large ones and images row by row on access,
    /// so that they are stored only once.
    public Samples scaled(int[] rows, double[] means, double[] deviations) {
        return new Samples(
                features.scaled(columns, rows, means, deviations),
                columns,
                Arrays.stream(rows).map(row -> labels[row]).toArray(),
                targets.length == 0
                        ? targets
                        : Arrays.stream(rows).mapToDouble(row -> targets[row]).toArray());
    }

    /// The same rows with every target as `(y − mean)/deviation`; itself without targets.
    public Samples withScaledTargets(double mean, double deviation) {
        return targets.length == 0 || (mean == 0 && deviation == 1)
                ? this
                : new Samples(
                        features,
                        columns,
                        labels,
                        Arrays.stream(targets).map(y -> (y - mean) / deviation).toArray());
    }

    /// Storage of the features of [Samples]. Immutable by convention, like the samples.
    private sealed interface Storage {

        /// Up to this many values (32 MB), a scaled selection is copied rather than computed row by
        /// row.
        int COPIED = 4 << 20;

        double get(int row, int column);

        /// Copies one row into `target` (modified), starting at `offset`.
        void copy(int row, double[] target, int offset);

        /// The same in single precision.
        void copy(int row, float[] target, int offset);

        /// `(x − mean)/deviation` of each column, for the rows in `rows`, in that order.
        default Storage scaled(int columns, int[] rows, double[] means, double[] deviations) {
            boolean asIs =
                    Arrays.stream(means).allMatch(mean -> mean == 0)
                            && Arrays.stream(deviations).allMatch(d -> d == 1);
            Storage view =
                    asIs ? new Chosen(this, rows) : new Scaled(this, rows, means, deviations);
            if ((long) rows.length * columns > COPIED || this instanceof Bytes) {
                return view;
            }
            double[] values = new double[rows.length * columns];
            for (int row = 0; row < rows.length; row++) {
                view.copy(row, values, row * columns);
            }
            return new Doubles(values, columns);
        }

        /// These rows followed by those of `other`, as bytes if both are.
        default Storage followedBy(Storage other, int rows, int otherRows, int columns) {
            if (this instanceof Bytes(byte[] first, _) && other instanceof Bytes(byte[] last, _)) {
                byte[] values = Arrays.copyOf(first, first.length + last.length);
                System.arraycopy(last, 0, values, first.length, last.length);
                return new Bytes(values, columns);
            }
            double[] values = new double[(rows + otherRows) * columns];
            for (int row = 0; row < rows; row++) {
                copy(row, values, row * columns);
            }
            for (int row = 0; row < otherRows; row++) {
                other.copy(row, values, (rows + row) * columns);
            }
            return new Doubles(values, columns);
        }

        /// Row-major values.
        record Doubles(double[] values, int columns) implements Storage {
            @Override
            public double get(int row, int column) {
                return values[row * columns + column];
            }

            @Override
            public void copy(int row, double[] target, int offset) {
                System.arraycopy(values, row * columns, target, offset, columns);
            }

            @Override
            public void copy(int row, float[] target, int offset) {
                int from = row * columns;
                for (int c = 0; c < columns; c++) {
                    target[offset + c] = (float) values[from + c];
                }
            }
        }

        /// Row-major unsigned bytes, each divided by 255; an eighth of the memory.
        record Bytes(byte[] values, int columns) implements Storage {
            private static final double[] SHARES = shares();

            private static double[] shares() {
                double[] shares = new double[256];
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = i / 255.0;
                }
                return shares;
            }

            @Override
            public double get(int row, int column) {
                return SHARES[values[row * columns + column] & 0xff];
            }

            @Override
            public void copy(int row, double[] target, int offset) {
                int from = row * columns;
                for (int c = 0; c < columns; c++) {
                    target[offset + c] = SHARES[values[from + c] & 0xff];
                }
            }

            @Override
            public void copy(int row, float[] target, int offset) {
                int from = row * columns;
                for (int c = 0; c < columns; c++) {
                    target[offset + c] = (float) SHARES[values[from + c] & 0xff];
                }
            }
        }

        /// A selection of rows.
        record Chosen(Storage source, int[] rows) implements Storage {
            @Override
            public double get(int row, int column) {
                return source.get(rows[row], column);
            }

            @Override
            public void copy(int row, double[] target, int offset) {
                source.copy(rows[row], target, offset);
            }

            @Override
            public void copy(int row, float[] target, int offset) {
                source.copy(rows[row], target, offset);
            }
        }

        /// A selection of rows, standardized on access so that a large table is stored only once.
        record Scaled(Storage source, int[] rows, double[] means, double[] deviations)
                implements Storage {
            @Override
            public double get(int row, int column) {
                return (source.get(rows[row], column) - means[column]) / deviations[column];
            }

            @Override
            public void copy(int row, double[] target, int offset) {
                source.copy(rows[row], target, offset);
                for (int c = 0; c < means.length; c++) {
                    target[offset + c] = (target[offset + c] - means[c]) / deviations[c];
                }
            }

            @Override
            public void copy(int row, float[] target, int offset) {
                for (int c = 0; c < means.length; c++) {
                    target[offset + c] = (float) get(row, c);
                }
            }
        }
    }
}
