package mlpexplorer.data;

import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;

import java.util.List;
import java.util.Locale;

/// A dataset split into training, validation and test samples as the network sees them. Immutable.
///
/// Rows that the dataset assigns to a part belong to it. The others are ranges of one permutation
/// that depends only on the seed and the number of rows: training from its start, test from its
/// end, so that moving a boundary moves few rows. With folds, the rows before the test part are
/// divided into ranges of equal size; a stratified split does the same for the rows of each class.
public final class Split {
    private final Dataset dataset;
    private final DataShape shape;
    private final int[] order;
    private final Scaling scaling;
    private final Samples train;
    private final Samples validation;
    private final Samples test;

    /// The part that a row belongs to.
    public enum Part {
        TRAIN,
        VALIDATION,
        TEST;

        /// The name in files and ids: `train`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Splits `dataset`; throws [IllegalArgumentException] if no training row remains, if it cannot
    /// be split in this way, or if inputs are computed from other than two features.
    public Split(Dataset dataset, SplitSpec spec, long seed) {
        shape = dataset.shape();
        spec.requireFit(shape);
        int rows = dataset.rows();
        int[] shuffled = new int[rows];
        new RandomStream(seed).permutation(shuffled);
        SplitSpec.Rows parts = spec.rows(shape);
        int testFrom = parts.train() + parts.validation();
        this.dataset = dataset;
        this.order = PartAssignment.order(dataset, shape.given(), spec, shuffled);
        Samples inputs = Scaling.inputs(dataset.samples(), spec.inputs());
        Scaling plain =
                switch (spec.standardize()) {
                    case FULL -> Scaling.of(inputs, order, parts.train());
                    case CENTER -> Scaling.centered(inputs, order, parts.train());
                    case NONE -> Scaling.identity(inputs.columns());
                };
        this.scaling = plain.withInputs(spec.inputs());
        this.train = scaling.apply(inputs, order, 0, parts.train());
        this.validation = scaling.apply(inputs, order, parts.train(), testFrom);
        this.test = scaling.apply(inputs, order, testFrom, rows);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// The shape of the dataset. The network may have more or fewer inputs than features.
    public DataShape shape() {
        return shape;
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
