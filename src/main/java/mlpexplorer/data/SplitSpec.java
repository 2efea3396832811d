package mlpexplorer.data;

import mlpexplorer.nn.Require;
import mlpexplorer.nn.Task;

import java.util.List;
import java.util.Optional;

/// How a dataset is split and scaled. Default 60/20/20, standardized, the features themselves as
/// inputs.
///
/// The shares divide the rows that the data does not assign to a part. If the data contains a
/// validation or test part, its share is divided among the other parts in proportion to theirs.
///
/// @param train share of training rows, above 0
/// @param validation share of validation rows
/// @param test share of test rows; the three shares sum to 1
/// @param standardize how inputs are scaled
/// @param inputs inputs computed from two features, in this order; if empty, the features are the
///   inputs
/// @param stratify whether all parts have the same class proportions, as far as possible
/// @param folds cross-validation: after the test part, the rows are divided into this many folds of
///   equal size (±1), one of which is the validation part, at least 2
/// @param fold number of the fold that is the validation part, 1 to `folds`; 1 without folds
public record SplitSpec(
        double train,
        double validation,
        double test,
        Standardize standardize,
        List<Input> inputs,
        boolean stratify,
        Optional<Integer> folds,
        int fold) {

    /// How inputs (and, in regression, the target) are scaled.
    public enum Standardize {
        /// Unchanged.
        NONE,
        /// Minus the mean of the training part.
        CENTER,
        /// Minus the mean, divided by the standard deviation of the training part.
        FULL
    }

    public SplitSpec() {
        this(0.6, 0.2, 0.2, true);
    }

    /// A random split, with standardized features or unchanged ones as inputs.
    public SplitSpec(double train, double validation, double test, boolean standardize) {
        this(
                train,
                validation,
                test,
                standardize ? Standardize.FULL : Standardize.NONE,
                List.of(),
                false,
                Optional.empty(),
                1);
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
        folds.ifPresent(count -> Require.between("folds", count, 2, Integer.MAX_VALUE));
        if (folds.isEmpty() && fold != 1) {
            throw new IllegalArgumentException(
                    "fold is "
                            + fold
                            + ", but data.folds is null; set that to the number of folds.");
        }
        Require.between("fold", fold, 1, folds.orElse(1));
        inputs = List.copyOf(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.indexOf(inputs.get(i)) < i) {
                throw new IllegalArgumentException(
                        "inputs contains " + inputs.get(i).formula() + " twice.");
            }
        }
    }

    public SplitSpec withInputs(List<Input> other) {
        return new SplitSpec(train, validation, test, standardize, other, stratify, folds, fold);
    }

    /// A copy for data with this number of features: inputs are computed from two features only.
    public SplitSpec forFeatures(int features) {
        return features == Input.FEATURES || inputs.isEmpty() ? this : withInputs(List.of());
    }

    /// The number of network inputs for data with this number of features.
    public int inputCount(int features) {
        return inputs.isEmpty() ? features : inputs.size();
    }

    /// A copy with other shares.
    public SplitSpec withShares(double train, double validation, double test) {
        return new SplitSpec(train, validation, test, standardize, inputs, stratify, folds, fold);
    }

    public SplitSpec withStandardize(Standardize other) {
        return new SplitSpec(train, validation, test, other, inputs, stratify, folds, fold);
    }

    public SplitSpec withStratify(boolean on) {
        return new SplitSpec(train, validation, test, standardize, inputs, on, folds, fold);
    }

    /// A copy with fold `fold` of `folds` as the validation part.
    public SplitSpec withFolds(Optional<Integer> folds, int fold) {
        return new SplitSpec(train, validation, test, standardize, inputs, stratify, folds, fold);
    }

    /// The number of rows of each part.
    public record Rows(int train, int validation, int test) {}

    /// The number of rows of each part of data of this shape.
    public Rows rows(DataShape shape) {
        DataShape.Given given = shape.given();
        Rows free = free(given.freeOf(shape.rows()), given);
        return new Rows(
                given.train() + free.train,
                given.validation() + free.validation,
                given.test() + free.test);
    }

    /// How many of `count` rows without a given part belong to each part.
    Rows free(int count, DataShape.Given given) {
        double validationShare = given.validation() > 0 ? 0 : validation;
        double testShare = given.test() > 0 ? 0 : test;
        double sum = given.isNone() ? 1 : train + validationShare + testShare;
        int validationRows =
                folds.isPresent() ? 0 : (int) Math.round(validationShare / sum * count);
        int testRows =
                Math.min(
                        count - validationRows,
                        (int)
                                Math.round(
                                        (folds.isPresent() ? testShare : testShare / sum) * count));
        int rest = count - testRows;
        if (folds.isPresent()) {
            validationRows = foldRows(rest, folds.get(), fold);
        }
        return new Rows(rest - validationRows, validationRows, testRows);
    }

    /// The size of fold `fold`, from 1, if `rows` rows are divided into `folds` folds.
    static int foldRows(int rows, int folds, int fold) {
        return rows / folds + (fold <= rows % folds ? 1 : 0);
    }

    /// Throws [IllegalArgumentException] if data of this shape cannot be split in this way.
    public void requireFit(DataShape shape) {
        if (stratify && shape.task() instanceof Task.Regression) {
            throw new IllegalArgumentException(
                    "stratify is true, but the data has a numeric target and no classes; set it"
                            + " to false.");
        }
        Rows rows = rows(shape);
        if (folds.isPresent()) {
            requireFolds(shape, folds.get());
        }
        if (rows.train() < 1) {
            throw new IllegalArgumentException(
                    "split leaves no training rows out of "
                            + shape.rows()
                            + ", but at least one is needed.");
        }
    }

    private void requireFolds(DataShape shape, int count) {
        DataShape.Given given = shape.given();
        if (given.train() > 0 || given.validation() > 0) {
            throw new IllegalArgumentException(
                    "folds is "
                            + count
                            + ", but the data gives the rows of the "
                            + (given.validation() > 0 ? "validation" : "training")
                            + " part; set it to null.");
        }
        int free = given.freeOf(shape.rows());
        int rest = free - free(free, given).test();
        if (count > rest) {
            throw new IllegalArgumentException(
                    "folds is "
                            + count
                            + ", but must be at most "
                            + rest
                            + ", the number of rows outside of the test part.");
        }
    }
}
