package mlpexplorer.data;

import mlpexplorer.nn.Require;

import java.util.List;

/// The split of a dataset: fractions of training, validation and test rows, which sum to 1, and
/// whether inputs are standardized by mean and standard deviation of the training part. Default
/// 60/20/20, standardized, the features themselves as inputs.
///
/// @param inputs inputs computed from two features, in this order; if empty, the features are the
///   inputs
public record SplitSpec(
        double train, double validation, double test, boolean standardize, List<Input> inputs) {
    public SplitSpec() {
        this(0.6, 0.2, 0.2, true);
    }

    /// The features themselves as inputs.
    public SplitSpec(double train, double validation, double test, boolean standardize) {
        this(train, validation, test, standardize, List.of());
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
        inputs = List.copyOf(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.indexOf(inputs.get(i)) < i) {
                throw new IllegalArgumentException(
                        "inputs contains " + inputs.get(i).formula() + " twice.");
            }
        }
    }

    /// The same with other shares.
    public SplitSpec withShares(double train, double validation, double test) {
        return new SplitSpec(train, validation, test, standardize, inputs);
    }

    public SplitSpec withStandardize(boolean standardize) {
        return new SplitSpec(train, validation, test, standardize, inputs);
    }

    public SplitSpec withInputs(List<Input> inputs) {
        return new SplitSpec(train, validation, test, standardize, inputs);
    }

    /// The same for data with this number of features: inputs are computed from two features only.
    public SplitSpec forFeatures(int features) {
        return features == Input.FEATURES || inputs.isEmpty() ? this : withInputs(List.of());
    }

    /// The number of network inputs for data with this number of features.
    public int inputCount(int features) {
        return inputs.isEmpty() ? features : inputs.size();
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
