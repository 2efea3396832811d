package mlpexplorer.data;

import mlpexplorer.nn.Require;

/// The split of a dataset: fractions of training, validation and test rows, which sum to 1, and
/// whether features are standardized by mean and standard deviation of the training part. Default
/// 60/20/20, standardized.
public record SplitSpec(double train, double validation, double test, boolean standardize) {
    public SplitSpec() {
        this(0.6, 0.2, 0.2, true);
    }

    public SplitSpec {
        Require.between("split[0]", train, 0, 1);
        Require.between("split[1]", validation, 0, 1);
        Require.between("split[2]", test, 0, 1);
        if (Math.abs(train + validation + test - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    "split is ["
                            + train
                            + ", "
                            + validation
                            + ", "
                            + test
                            + "], but its three shares must sum to 1.");
        }
        if (train == 0) {
            throw new IllegalArgumentException(
                    "split[0] is 0, but some rows are needed for training.");
        }
    }

    /// Rows of the validation part among `rows`.
    public int validationRows(int rows) {
        return (int) Math.round(validation * rows);
    }

    /// Rows of the test part among `rows`.
    public int testRows(int rows) {
        return Math.min(rows - validationRows(rows), (int) Math.round(test * rows));
    }

    /// Rows of the training part among `rows`: the rest.
    public int trainRows(int rows) {
        return rows - validationRows(rows) - testRows(rows);
    }
}
