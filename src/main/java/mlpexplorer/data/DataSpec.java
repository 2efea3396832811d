package mlpexplorer.data;

import mlpexplorer.nn.Require;
import mlpexplorer.nn.Task;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The dataset of a run: configuration only. [Synthetic#generate] computes the datasets in the
/// domain [−6, 6]; the others are files read by `data.io`.
///
/// `noise` is a fraction, 0 to 0.5 (0 to 50%): every point is moved by a Gaussian whose standard
/// deviation in each coordinate is `noise` domain units, and keeps its label or target. For a
/// curve, the noise is added to the target.
public sealed interface DataSpec {
    int MIN_SAMPLES = 4;
    int MAX_SAMPLES = 5000;
    double MAX_NOISE = 0.5;
    int MAX_CLASSES = 8;

    /// Data that depends only on the spec and a seed.
    sealed interface Synthetic extends DataSpec {
        /// Generates the rows; the same seed gives the same rows.
        default Dataset generate(long seed) {
            return PlanePoints.of(this, seed);
        }

        /// The number of rows.
        int rows();

        /// The number of features.
        int features();

        /// What is predicted.
        Task task();
    }

    /// Two-dimensional points.
    sealed interface Plane extends Synthetic {
        int FEATURES = 2;

        @Override
        default int features() {
            return FEATURES;
        }

        /// The number of classes; 0 in regression.
        default int classes() {
            return switch (this) {
                case Circles _, Moons _, Xor _, XorTable _ -> 2;
                case Spiral(_, int arms, _, _) -> arms;
                case Gaussians(_, int classes, _) -> classes;
                case Points(_, int classes) -> classes;
                case PlaneSurface _, HillsSurface _ -> 0;
            };
        }

        @Override
        default Task task() {
            return classes() == 0 ? new Task.Regression() : new Task.Classification(classes());
        }

        @Override
        default int rows() {
            return switch (this) {
                case Generated generated -> generated.samples();
                case XorTable() -> 4;
                case Points(List<LabeledPoint> points, _) -> points.size();
            };
        }
    }

    /// Randomly generated points: any number of them, with noise.
    sealed interface Generated extends Synthetic {
        int samples();

        double noise();

        /// A copy with `samples` points, but at least one per class.
        default Generated withSamples(int samples) {
            return with(samples, noise());
        }

        default Generated withNoise(double noise) {
            return with(samples(), noise);
        }

        private Generated with(int samples, double noise) {
            return switch (this) {
                case Circles _ -> new Circles(samples, noise);
                case Moons _ -> new Moons(samples, noise);
                case Xor _ -> new Xor(samples, noise);
                case Spiral(_, int arms, double turns, _) ->
                        new Spiral(Math.max(samples, arms), arms, turns, noise);
                case Gaussians(_, int classes, _) ->
                        new Gaussians(Math.max(samples, classes), classes, noise);
                case PlaneSurface _ -> new PlaneSurface(samples, noise);
                case HillsSurface _ -> new HillsSurface(samples, noise);
                case Curve(_, Curve.Function function, _) -> new Curve(samples, function, noise);
            };
        }
    }

    /// Two circles: class 0 has radius U(0, 2.5), class 1 U(3.5, 5), angles uniform. Default 300
    /// points, noise 0.1.
    record Circles(int samples, double noise) implements Plane, Generated {
        public Circles() {
            this(300, 0.1);
        }

        public Circles {
            PlanePoints.require(samples, noise);
        }
    }

    /// Two moons, interleaving half circles of radius 3: class 0 the upper one around (−1.5,
    /// −0.75), class 1 the lower one around (1.5, 0.75); angles U(0, π). Default 300 points, noise
    /// 0.1.
    record Moons(int samples, double noise) implements Plane, Generated {
        public Moons() {
            this(300, 0.1);
        }

        public Moons {
            PlanePoints.require(samples, noise);
        }
    }

    /// One class per arm: with n points per arm, point i has radius 5·i/n and angle `turns`·2π·i/n
    /// + 2π·arm/`arms`. Default 300 points, 3 arms, 1.75 turns, noise 0.1.
    record Spiral(int samples, int arms, double turns, double noise) implements Plane, Generated {
        public Spiral() {
            this(300, 3, 1.75, 0.1);
        }

        public Spiral {
            PlanePoints.require(samples, noise);
            Require.between("arms", arms, 2, 5);
            Require.between("turns", turns, 0.1, 5);
            PlanePoints.requireOneEach(samples, arms, "arms");
        }
    }

    /// One blob per class: a Gaussian with standard deviation 1 around a corner of the regular
    /// polygon with radius 3, class c at the angle 45° + 360°·c/`classes`. Default 300 points, 3
    /// classes, noise 0.1, in addition to the deviation.
    record Gaussians(int samples, int classes, double noise) implements Plane, Generated {
        public Gaussians() {
            this(300, 3, 0.1);
        }

        public Gaussians {
            PlanePoints.require(samples, noise);
            Require.between("classes", classes, 2, 5);
            PlanePoints.requireOneEach(samples, classes, "classes");
        }
    }

    /// XOR by quadrants: U(−5, 5)², pushed 0.3 away from both axes; class 1 where x₁·x₂ ≥ 0.
    /// Default 300, noise 0.1.
    record Xor(int samples, double noise) implements Plane, Generated {
        public Xor() {
            this(300, 0.1);
        }

        public Xor {
            PlanePoints.require(samples, noise);
        }
    }

    /// XOR as a truth table: its four rows (0,0)→0, (1,0)→1, (0,1)→1, (1,1)→0.
    record XorTable() implements Plane {}

    /// Explicit points of 2 to 8 classes (the number of colors in the color-blind safe Okabe–Ito
    /// palette). Classes may be empty; without any point, there is nothing to train on. Default:
    /// one point of each of two classes.
    record Points(List<LabeledPoint> points, int classes) implements Plane {
        public Points() {
            this(List.of(new LabeledPoint(-2, 0, 0), new LabeledPoint(2, 0, 1)), 2);
        }

        public Points {
            points = List.copyOf(points);
            Require.between("classes", classes, 2, MAX_CLASSES);
            if (points.size() > MAX_SAMPLES) {
                throw new IllegalArgumentException(
                        "points has %s rows, but must have at most %s."
                                .formatted(points.size(), MAX_SAMPLES));
            }
            for (int i = 0; i < points.size(); i++) {
                Require.between("points[" + i + "].label", points.get(i).label(), 0, classes - 1);
            }
        }
    }

    /// Regression on an inclined plane, TensorFlow Playground's: points U(−6, 6)², target (x₁ +
    /// x₂)/10. Default 300 points, noise 0.1.
    record PlaneSurface(int samples, double noise) implements Plane, Generated {
        public PlaneSurface() {
            this(300, 0.1);
        }

        public PlaneSurface {
            PlanePoints.require(samples, noise);
        }
    }

    /// Regression on six hills and valleys, TensorFlow Playground's multi-Gaussian: points U(−6,
    /// 6)²; the target falls from ±1 at the centers (−4, 0, 4) × (−2.5, 2.5) to 0 at distance 2.
    /// Default 300 points, noise 0.1.
    record HillsSurface(int samples, double noise) implements Plane, Generated {
        public HillsSurface() {
            this(300, 0.1);
        }

        public HillsSurface {
            PlanePoints.require(samples, noise);
        }
    }

    /// Regression on a function of one feature, x = U(−6, 6). Default 40 points of a sine, noise
    /// 0.1.
    record Curve(int samples, Function function, double noise) implements Generated {
        public Curve() {
            this(40, Function.SINE, 0.1);
        }

        public Curve {
            PlanePoints.require(samples, noise);
        }

        /// The function.
        public enum Function {
            /// sin x
            SINE,
            /// −1 below 0, else 1
            STEP,
            /// sin(2x)/(2x)
            SINC,
            /// (x/4)³ − x/4
            CUBIC;

            /// The value without noise.
            public double at(double x) {
                return switch (this) {
                    case SINE -> StrictMath.sin(x);
                    case STEP -> x < 0 ? -1 : 1;
                    case SINC -> x == 0 ? 1 : StrictMath.sin(2 * x) / (2 * x);
                    case CUBIC -> (x / 4) * (x / 4) * (x / 4) - x / 4;
                };
            }
        }

        @Override
        public int rows() {
            return samples;
        }

        @Override
        public int features() {
            return 1;
        }

        @Override
        public Task task() {
            return new Task.Regression();
        }
    }

    /// Fisher's Iris data (1936), bundled: 150 flowers, lengths and widths of sepals and petals in
    /// cm, three species.
    record Iris() implements DataSpec {}

    /// What to do with rows that have missing values.
    enum Missing {
        /// Reject the file.
        REFUSE,
        /// Leave these rows out.
        SKIP
    }

    /// A table of numbers in a CSV file; separator, header and, unless they are given, the columns
    /// are detected. Columns are given by name or number (from 1). Default: no file.
    ///
    /// @param path path of the file, absolute or relative to the working folder; in a spec file
    ///   relative to that file
    /// @param classColumn class column; by default the last one, unless that clearly holds no
    ///   classes
    /// @param features feature columns, in this order; if empty, all other columns except row names
    ///   and row numbers
    /// @param missing what to do with rows that have missing values
    /// @param validationPath path of a file with the same columns, the validation part
    /// @param testPath path of a file with the same columns, the test part
    /// @param partColumn column that gives the part of each row: `train`, `validation` or `test`
    /// @param target column of numbers to predict, in a regression; excludes a class column
    record Csv(
            String path,
            Optional<String> classColumn,
            List<String> features,
            Missing missing,
            Optional<String> validationPath,
            Optional<String> testPath,
            Optional<String> partColumn,
            Optional<String> target)
            implements DataSpec {
        private static final Optional<String> NONE = Optional.empty();

        public Csv() {
            this("");
        }

        public Csv(String path) {
            this(path, Optional.empty());
        }

        public Csv(String path, Optional<String> classColumn) {
            this(path, classColumn, List.of(), Missing.REFUSE);
        }

        public Csv(
                String path, Optional<String> classColumn, List<String> features, Missing missing) {
            this(path, classColumn, features, missing, NONE, NONE, NONE, NONE);
        }

        public Csv {
            features = List.copyOf(features);
            if (partColumn.isPresent() && (validationPath.isPresent() || testPath.isPresent())) {
                throw new IllegalArgumentException(
                        (validationPath.isPresent() ? "validationPath" : "testPath")
                                + " names a file, but partColumn already gives the part of each"
                                + " row; set one of them to null.");
            }
            if (classColumn.isPresent() && target.isPresent()) {
                throw new IllegalArgumentException(
                        "target is given beside classColumn, but a file has either a class or a"
                                + " numeric target.");
            }
        }

        /// The same columns of the file or files at `path`, `validationPath` and `testPath`.
        public Csv withPaths(
                String path, Optional<String> validationPath, Optional<String> testPath) {
            return rows(path, missing, validationPath, testPath, partColumn);
        }

        public Csv withMissing(Missing other) {
            return rows(path, other, validationPath, testPath, partColumn);
        }

        public Csv withPartColumn(Optional<String> column) {
            return rows(path, missing, validationPath, testPath, column);
        }

        private Csv rows(
                String file,
                Missing skip,
                Optional<String> validation,
                Optional<String> test,
                Optional<String> part) {
            return new Csv(file, classColumn, features, skip, validation, test, part, target);
        }

        public Csv withFeatures(List<String> others) {
            return columns(classColumn, others, target);
        }

        /// The same files with `column` for the classes or, if it is `numeric`, the targets.
        public Csv withLabels(String column, boolean numeric, List<String> others) {
            Optional<String> chosen = Optional.of(column);
            return numeric ? columns(NONE, others, chosen) : columns(chosen, others, NONE);
        }

        private Csv columns(Optional<String> label, List<String> others, Optional<String> number) {
            return new Csv(
                    path, label, others, missing, validationPath, testPath, partColumn, number);
        }

        /// The chosen class or target column.
        public Optional<String> labelColumn() {
            return target.or(() -> classColumn);
        }
    }

    /// Images and their labels in a pair of IDX files, the format of MNIST, gzipped or not.
    /// Features are pixels, 0 to 1. Default: the 60,000 downloaded MNIST training digits.
    ///
    /// @param images path of the images; both paths are empty for MNIST
    /// @param labels path of the labels
    /// @param limit uses only this many images of each file
    /// @param testImages path of the images of the test part; empty text for those of MNIST
    /// @param testLabels path of their labels
    record Idx(
            String images,
            String labels,
            Optional<Integer> limit,
            Optional<String> testImages,
            Optional<String> testLabels)
            implements DataSpec {
        /// MNIST with its own test set: 60,000 and 10,000 digits.
        public static final Idx MNIST =
                new Idx("", "", Optional.empty(), Optional.of(""), Optional.of(""));

        public Idx() {
            this("", "", Optional.empty());
        }

        public Idx(String images, String labels, Optional<Integer> limit) {
            this(images, labels, limit, Optional.empty(), Optional.empty());
        }

        public Idx {
            limit.ifPresent(rows -> Require.between("limit", rows, MIN_SAMPLES, 10_000_000));
            if (images.isEmpty() != labels.isEmpty()) {
                throw new IllegalArgumentException(
                        (images.isEmpty() ? "images" : "labels")
                                + " is empty, but images and labels must be given together.");
            }
            if (!testImages.map(String::isEmpty).equals(testLabels.map(String::isEmpty))) {
                throw new IllegalArgumentException(
                        (testImages.filter(path -> !path.isEmpty()).isPresent()
                                        ? "testLabels"
                                        : "testImages")
                                + " is missing, but testImages and testLabels must be given"
                                + " together.");
            }
        }

        /// Whether the images are those of MNIST.
        public boolean isMnist() {
            return images.isEmpty();
        }

        /// Whether files of MNIST are needed.
        public boolean needsMnist() {
            return isMnist() || testImages.filter(String::isEmpty).isPresent();
        }
    }

    /// NumPy arrays: features `X`, a row for each sample or image, and their classes `y`. Default:
    /// no file.
    ///
    /// @param path path of an `.npz` file with both arrays, or an `.npy` file with the features
    /// @param labels path of an `.npy` file with the classes; if empty, they are in the file of the
    ///   features, in its last column if that is an `.npy` file
    record Numpy(String path, String labels) implements DataSpec {
        public Numpy() {
            this("", "");
        }
    }

    /// The shape of the data; empty for a file, which must be read first.
    default Optional<DataShape> shape() {
        return switch (this) {
            case Synthetic data ->
                    Optional.of(new DataShape(data.rows(), data.features(), data.task()));
            case Iris() -> Optional.of(new DataShape(150, 4, 3));
            case Csv _, Idx _, Numpy _ -> Optional.empty();
        };
    }

    /// A copy with `change` applied to the paths of its files.
    default DataSpec withPaths(UnaryOperator<String> change) {
        return switch (this) {
            case Csv csv ->
                    csv.withPaths(
                            apply(change, csv.path()),
                            csv.validationPath().map(path -> apply(change, path)),
                            csv.testPath().map(path -> apply(change, path)));
            case Idx idx ->
                    new Idx(
                            apply(change, idx.images()),
                            apply(change, idx.labels()),
                            idx.limit(),
                            idx.testImages().map(path -> apply(change, path)),
                            idx.testLabels().map(path -> apply(change, path)));
            case Numpy(String path, String labels) when !path.isEmpty() ->
                    new Numpy(change.apply(path), labels.isEmpty() ? labels : change.apply(labels));
            case Synthetic _, Iris _, Numpy _ -> this;
        };
    }

    private static String apply(UnaryOperator<String> change, String path) {
        return path.isEmpty() ? path : change.apply(path);
    }

    /// The metric for predictions on this data.
    default Task.Metric metric() {
        return switch (this) {
            case Synthetic data -> data.task().metric();
            case Csv csv when csv.target().isPresent() -> Task.Metric.R2;
            case Csv _, Iris _, Idx _, Numpy _ -> Task.Metric.ACCURACY;
        };
    }
}
