package mlpexplorer.data;

import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;

import java.util.List;

/// A dataset split into training, validation and test samples as the network sees them. Immutable.
///
/// The parts are ranges of one permutation that depends only on the seed and the number of rows:
/// training from its start, test from its end, so that moving a boundary moves few rows.
public final class Split {
    private final Dataset dataset;
    private final int[] order;
    private final Scaling scaling;
    private final Samples train;
    private final Samples validation;
    private final Samples test;

    /// The part that a row belongs to.
    public enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    /// Splits `dataset`; throws [IllegalArgumentException] if no training row remains, or if inputs
    /// are computed from other than two features.
    public Split(Dataset dataset, SplitSpec spec, long seed) {
        int rows = dataset.rows();
        int trainRows = spec.trainRows(rows);
        int testFrom = rows - spec.testRows(rows);
        if (trainRows < 1) {
            throw new IllegalArgumentException(
                    "split leaves no training rows out of "
                            + rows
                            + ", but at least one is needed.");
        }
        this.dataset = dataset;
        this.order = new int[rows];
        new RandomStream(seed).permutation(order);
        Samples inputs = Scaling.inputs(dataset.samples(), spec.inputs());
        this.scaling =
                (spec.standardize()
                                ? Scaling.of(inputs, order, trainRows)
                                : Scaling.identity(inputs.columns()))
                        .withInputs(spec.inputs());
        this.train = scaling.apply(inputs, order, 0, trainRows);
        this.validation = scaling.apply(inputs, order, trainRows, testFrom);
        this.test = scaling.apply(inputs, order, testFrom, rows);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// The shape of the dataset. The network may have more or fewer inputs than features.
    public DataShape shape() {
        return dataset.shape();
    }

    /// The names of the network inputs: features, or formulas with their names.
    public List<String> inputNames() {
        List<String> features = dataset.featureNames();
        return scaling.inputs().isEmpty()
                ? features
                : scaling.inputs().stream().map(input -> input.formula(features)).toList();
    }

    /// The scaling from raw features to network inputs.
    public Scaling scaling() {
        return scaling;
    }

    /// The root mean squared error in the data's units.
    ///
    /// @param loss mean squared error of the standardized targets
    public double rmse(double loss) {
        return Math.sqrt(loss) * scaling.targetDeviation();
    }

    public Samples train() {
        return train;
    }

    public Samples validation() {
        return validation;
    }

    public Samples test() {
        return test;
    }

    /// The rows of a part.
    public Samples part(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /// The row of the dataset at `position` in the order training, validation and test part.
    public int row(int position) {
        return order[position];
    }

    /// The part of that position.
    public Part part(int position) {
        if (position < train.rows()) {
            return Part.TRAIN;
        }
        return position < train.rows() + validation.rows() ? Part.VALIDATION : Part.TEST;
    }
}
