package mlpexplorer.data;

import java.util.List;
import java.util.Optional;
import mlpexplorer.nn.Require;

/// Which rows to train on: configuration only. [Plane#generate] makes the sets of the plane, which live in the domain
/// [−6, 6]²; the others stand in files, and `data.io` reads them.
///
/// `noise` is a share, 0 to 0.5 (0 to 50 %): every point is moved by a Gaussian whose standard deviation in each
/// coordinate is `noise` domain units, and keeps its label.
public sealed interface DataSpec {
    int MIN_SAMPLES = 4;
    int MAX_SAMPLES = 5000;
    double MAX_NOISE = 0.5;
    int MAX_CLASSES = 8;

    /// Points of the plane, made from the specification and a seed alone.
    sealed interface Plane extends DataSpec {
        int FEATURES = 2;

        /// The points of this specification; the same seed gives the same points.
        default Dataset generate(long seed) {
            return PlanePoints.of(this, seed);
        }

        /// Classes there are.
        default int classes() {
            return switch (this) {
                case Circles _, Moons _, Xor _, XorTable _ -> 2;
                case Spiral(_, int arms, _, _) -> arms;
                case Gaussians(_, int classes, _) -> classes;
                case Points(_, int classes) -> classes;
            };
        }

        /// Rows there are.
        default int rows() {
            return switch (this) {
                case Generated generated -> generated.samples();
                case XorTable() -> 4;
                case Points(List<LabelledPoint> points, _) -> points.size();
            };
        }
    }

    /// Points at random: any number of them, moved by noise.
    sealed interface Generated extends Plane {
        int samples();

        double noise();

        /// The same with `samples` points, or one point a class if that is more.
        Generated withSamples(int samples);

        Generated withNoise(double noise);
    }

    /// Two circles: class 0 has radius U(0, 2.5), class 1 U(3.5, 5), angles uniform. Default 300 points, noise 0.1.
    record Circles(int samples, double noise) implements Generated {
        public Circles() {
            this(300, 0.1);
        }

        public Circles {
            requireSamples(samples);
            requireNoise(noise);
        }

        @Override
        public Circles withSamples(int other) {
            return new Circles(other, noise);
        }

        @Override
        public Circles withNoise(double other) {
            return new Circles(samples, other);
        }
    }

    /// Two moons, half circles of radius 3 that reach into one another: class 0 the upper one around (−1.5, −0.75), class 1
    /// the lower one around (1.5, 0.75); angles U(0, π). Default 300 points, noise 0.1.
    record Moons(int samples, double noise) implements Generated {
        public Moons() {
            this(300, 0.1);
        }

        public Moons {
            requireSamples(samples);
            requireNoise(noise);
        }

        @Override
        public Moons withSamples(int other) {
            return new Moons(other, noise);
        }

        @Override
        public Moons withNoise(double other) {
            return new Moons(samples, other);
        }
    }

    /// One class an arm: with n points an arm, point i has radius 5·i/n and angle `turns`·2π·i/n + 2π·arm/`arms`.
    /// Default 300 points, 3 arms, 1.75 turns, noise 0.1.
    record Spiral(int samples, int arms, double turns, double noise) implements Generated {
        public Spiral() {
            this(300, 3, 1.75, 0.1);
        }

        public Spiral {
            requireSamples(samples);
            Require.between("arms", arms, 2, 5);
            Require.between("turns", turns, 0.1, 5);
            requireNoise(noise);
            if (samples < arms) {
                throw new IllegalArgumentException(
                        "samples is " + samples + ", but " + arms + " arms need at least " + arms + ".");
            }
        }

        @Override
        public Spiral withSamples(int other) {
            return new Spiral(Math.max(other, arms), arms, turns, noise);
        }

        @Override
        public Spiral withNoise(double other) {
            return new Spiral(samples, arms, turns, other);
        }
    }

    /// One blob a class: a Gaussian of deviation 1 around a corner of the regular polygon with radius 3, class c at the angle
    /// 45° + 360°·c/`classes`. Default 300 points, 3 classes, noise 0.1, which adds to the deviation.
    record Gaussians(int samples, int classes, double noise) implements Generated {
        public Gaussians() {
            this(300, 3, 0.1);
        }

        public Gaussians {
            requireSamples(samples);
            Require.between("classes", classes, 2, 5);
            requireNoise(noise);
            if (samples < classes) {
                throw new IllegalArgumentException(
                        "samples is " + samples + ", but " + classes + " classes need at least " + classes + ".");
            }
        }

        @Override
        public Gaussians withSamples(int other) {
            return new Gaussians(Math.max(other, classes), classes, noise);
        }

        @Override
        public Gaussians withNoise(double other) {
            return new Gaussians(samples, classes, other);
        }
    }

    /// XOR by quadrants: U(−5, 5)², pushed 0.3 away from both axes; class 1 where x₁·x₂ ≥ 0. Default 300, noise 0.1.
    record Xor(int samples, double noise) implements Generated {
        public Xor() {
            this(300, 0.1);
        }

        public Xor {
            requireSamples(samples);
            requireNoise(noise);
        }

        @Override
        public Xor withSamples(int other) {
            return new Xor(other, noise);
        }

        @Override
        public Xor withNoise(double other) {
            return new Xor(samples, other);
        }
    }

    /// XOR as a truth table: its four rows (0,0)→0, (1,0)→1, (0,1)→1, (1,1)→0.
    record XorTable() implements Plane {}

    /// Points given one by one, of 2 to 8 classes (as many as the colour-blind-safe Okabe–Ito palette tells apart). A class may
    /// have none; where there is no point at all, as before the first one is drawn, there is nothing to train on yet.
    /// Default: one point of each of two classes.
    record Points(List<LabelledPoint> points, int classes) implements Plane {
        public Points() {
            this(List.of(new LabelledPoint(-2, 0, 0), new LabelledPoint(2, 0, 1)), 2);
        }

        public Points {
            points = List.copyOf(points);
            Require.between("classes", classes, 2, MAX_CLASSES);
            if (points.size() > MAX_SAMPLES) {
                throw new IllegalArgumentException(
                        "points has " + points.size() + " rows, but must have at most " + MAX_SAMPLES + ".");
            }
            for (int i = 0; i < points.size(); i++) {
                Require.between("points[" + i + "].label", points.get(i).label(), 0, classes - 1);
            }
        }
    }

    /// Fisher's irises (1936), bundled: 150 flowers, lengths and widths of sepals and petals in cm, three species.
    record Iris() implements DataSpec {}

    /// A table of numbers in a CSV file; separator and header are found out. Default: no file yet.
    ///
    /// @param path        of the file, from the working folder
    /// @param classColumn the column of the class, by its name or number (from 1); the last one unless given
    record Csv(String path, Optional<String> classColumn) implements DataSpec {
        public Csv() {
            this("", Optional.empty());
        }

        public Csv(String path) {
            this(path, Optional.empty());
        }
    }

    /// Pictures and their labels in a pair of IDX files, the format of MNIST, gzipped or not. Features are pixels, 0 to 1.
    /// Default: the 60,000 training digits of MNIST from where they are downloaded to.
    ///
    /// @param images path of the pictures; both paths are empty for MNIST
    /// @param labels path of the labels
    /// @param limit  takes the first so many pictures alone
    record Idx(String images, String labels, Optional<Integer> limit) implements DataSpec {
        public Idx() {
            this("", "", Optional.empty());
        }

        public Idx {
            limit.ifPresent(rows -> Require.between("limit", rows, MIN_SAMPLES, 10_000_000));
            if (images.isEmpty() != labels.isEmpty()) {
                throw new IllegalArgumentException((images.isEmpty() ? "images" : "labels")
                        + " is empty, but pictures and labels must be given together.");
            }
        }
    }

    /// How large the data are; empty for a file, which only tells when it is read.
    default Optional<DataShape> shape() {
        return switch (this) {
            case Plane plane -> Optional.of(new DataShape(plane.rows(), Plane.FEATURES, plane.classes()));
            case Iris() -> Optional.of(new DataShape(150, 4, 3));
            case Csv _, Idx _ -> Optional.empty();
        };
    }

    private static void requireSamples(int samples) {
        Require.between("samples", samples, MIN_SAMPLES, MAX_SAMPLES);
    }

    private static void requireNoise(double noise) {
        Require.between("noise", noise, 0, MAX_NOISE);
    }
}
