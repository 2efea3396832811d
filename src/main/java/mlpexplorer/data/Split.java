package mlpexplorer.data;

import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

    /// Assigns the rows of a dataset to parts.
    private static final class PartAssignment {
        private static final int NO_CLASS = 0;

        private final SplitSpec spec;
        private final DataShape.Given given;

        /// Class of each free row, in shuffled order; all the same unless stratified.
        private final int[] classes;

        private PartAssignment(SplitSpec spec, DataShape.Given given, int[] classes) {
            this.spec = spec;
            this.given = given;
            this.classes = classes;
        }

        /// The rows in the order training, validation and test part; within a part in the order of
        /// `shuffled`.
        static int[] order(Dataset dataset, DataShape.Given given, SplitSpec spec, int[] shuffled) {
            int[] free =
                    Arrays.stream(shuffled).filter(row -> dataset.part(row).isEmpty()).toArray();
            int[] classes =
                    Arrays.stream(free)
                            .map(row -> spec.stratify() ? dataset.samples().label(row) : NO_CLASS)
                            .toArray();
            Part[] parts = new PartAssignment(spec, given, classes).parts();
            Part[] partOf = new Part[shuffled.length];
            for (int i = 0; i < free.length; i++) {
                partOf[free[i]] = parts[i];
            }
            for (int row = 0; row < partOf.length; row++) {
                if (dataset.part(row).isPresent()) {
                    partOf[row] = dataset.part(row).get();
                }
            }
            return Arrays.stream(Part.values())
                    .flatMapToInt(
                            part -> Arrays.stream(shuffled).filter(row -> partOf[row] == part))
                    .toArray();
        }

        /// The part of each free row.
        private Part[] parts() {
            SplitSpec.Rows rows = spec.free(classes.length, given);
            int[] counts = new int[Arrays.stream(classes).max().orElse(NO_CLASS) + 1];
            for (int label : classes) {
                counts[label]++;
            }
            int[] test = shares(counts, rows.test());
            int[] rest = minus(counts, test);
            int[] validationFrom;
            int[] validationTo;
            if (spec.folds().isPresent()) {
                int[][] folds = folds(rest, spec.folds().get());
                validationFrom = new int[counts.length];
                for (int fold = 1; fold < spec.fold(); fold++) {
                    validationFrom = plus(validationFrom, folds[fold - 1]);
                }
                validationTo = plus(validationFrom, folds[spec.fold() - 1]);
            } else {
                validationFrom = minus(rest, shares(rest, rows.validation()));
                validationTo = rest;
            }
            int[] seen = new int[counts.length];
            Part[] parts = new Part[classes.length];
            for (int i = 0; i < classes.length; i++) {
                int label = classes[i];
                int position = seen[label]++;
                if (position >= rest[label]) {
                    parts[i] = Part.TEST;
                } else if (position >= validationFrom[label] && position < validationTo[label]) {
                    parts[i] = Part.VALIDATION;
                } else {
                    parts[i] = Part.TRAIN;
                }
            }
            return parts;
        }

        /// Divides `total` rows among classes in proportion to `counts`, rounded so that they sum
        /// to `total`: the largest fractions are rounded up, those of the first classes if equal.
        private static int[] shares(int[] counts, int total) {
            long all = Arrays.stream(counts).sum();
            int[] shares = new int[counts.length];
            if (all == 0) {
                return shares;
            }
            for (int c = 0; c < counts.length; c++) {
                shares[c] = (int) ((long) counts[c] * total / all);
            }
            List<Integer> byFraction = new ArrayList<>();
            IntStream.range(0, counts.length).forEach(byFraction::add);
            byFraction.sort(Comparator.comparingLong(c -> -((long) counts[c] * total % all)));
            int missing = total - Arrays.stream(shares).sum();
            for (int i = 0; i < missing; i++) {
                shares[byFraction.get(i)]++;
            }
            return shares;
        }

        /// The rows of each class in each fold: the classes are dealt to the folds one after the
        /// other, as in scikit-learn's `StratifiedKFold`.
        private static int[][] folds(int[] counts, int folds) {
            int[][] rows = new int[folds][counts.length];
            int next = 0;
            for (int c = 0; c < counts.length; c++) {
                for (int i = 0; i < counts[c]; i++) {
                    rows[next][c]++;
                    next = (next + 1) % folds;
                }
            }
            return rows;
        }

        private static int[] plus(int[] a, int[] b) {
            return IntStream.range(0, a.length).map(i -> a[i] + b[i]).toArray();
        }

        private static int[] minus(int[] a, int[] b) {
            return IntStream.range(0, a.length).map(i -> a[i] - b[i]).toArray();
        }
    }
}
