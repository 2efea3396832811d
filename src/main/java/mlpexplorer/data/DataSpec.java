package mlpexplorer.data;

import java.util.List;
import mlpexplorer.nn.Require;

/// Which points to train on: configuration only, [#generate] makes them. Plane sets live in the domain [−6, 6]².
///
/// `noise` is a share, 0 to 0.5 (0 to 50 %): every point is moved by a Gaussian whose standard deviation in each
/// coordinate is `noise` domain units, and keeps its label.
public sealed interface DataSpec {
    int MIN_SAMPLES = 4;
    int MAX_SAMPLES = 5000;
    double MAX_NOISE = 0.5;
    int MAX_CLASSES = 8;

    /// Two circles: class 0 has radius U(0, 2.5), class 1 U(3.5, 5), angles uniform. Default 300 points, noise 0.1.
    record Circles(int samples, double noise) implements DataSpec {
        public Circles() {
            this(300, 0.1);
        }

        public Circles {
            requireSamples(samples);
            requireNoise(noise);
        }
    }

    /// One class an arm: with n points an arm, point i has radius 5·i/n and angle `turns`·2π·i/n + 2π·arm/`arms`.
    /// Default 300 points, 3 arms, 1.75 turns, noise 0.1.
    record Spiral(int samples, int arms, double turns, double noise) implements DataSpec {
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
    }

    /// XOR by quadrants: U(−5, 5)², pushed 0.3 away from both axes; class 1 where x₁·x₂ ≥ 0. Default 300, noise 0.1.
    record Xor(int samples, double noise) implements DataSpec {
        public Xor() {
            this(300, 0.1);
        }

        public Xor {
            requireSamples(samples);
            requireNoise(noise);
        }
    }

    /// XOR as a truth table: its four rows (0,0)→0, (1,0)→1, (0,1)→1, (1,1)→0.
    record XorTable() implements DataSpec {}

    /// Points given one by one, at least one, of 2 to 8 classes (as many as the colour-blind-safe Okabe–Ito palette
    /// tells apart). A class may have none. Default: one point of each of two classes.
    record Points(List<LabelledPoint> points, int classes) implements DataSpec {
        public Points() {
            this(List.of(new LabelledPoint(-2, 0, 0), new LabelledPoint(2, 0, 1)), 2);
        }

        public Points {
            points = List.copyOf(points);
            Require.between("classes", classes, 2, MAX_CLASSES);
            if (points.isEmpty() || points.size() > MAX_SAMPLES) {
                throw new IllegalArgumentException(
                        "points has " + points.size() + " rows, but must have from 1 to " + MAX_SAMPLES + ".");
            }
            for (int i = 0; i < points.size(); i++) {
                Require.between("points[" + i + "].label", points.get(i).label(), 0, classes - 1);
            }
        }
    }

    /// The points of this specification; the same seed gives the same points.
    default Dataset generate(long seed) {
        return switch (this) {
            case Circles(int samples, double noise) ->
                    PlanePoints.generate(samples, 2, noise, seed, (row, random) -> PlanePoints.circle(row, random));
            case Spiral(int samples, int arms, double turns, double noise) ->
                    PlanePoints.generate(samples, arms, noise, seed, (row, _) -> PlanePoints.spiral(row, samples, arms, turns));
            case Xor(int samples, double noise) ->
                    PlanePoints.generate(samples, 2, noise, seed, (_, random) -> PlanePoints.quadrant(random));
            case XorTable() -> Dataset.plane(new double[] {0, 0, 1, 0, 0, 1, 1, 1}, new int[] {0, 1, 1, 0}, 2);
            case Points(List<LabelledPoint> points, int classes) -> PlanePoints.given(points, classes);
        };
    }

    /// Features a point has.
    default int features() {
        return switch (this) {
            case Circles _, Spiral _, Xor _, XorTable _, Points _ -> 2;
        };
    }

    /// Classes there are.
    default int classes() {
        return switch (this) {
            case Circles _, Xor _, XorTable _ -> 2;
            case Spiral(_, int arms, _, _) -> arms;
            case Points(_, int classes) -> classes;
        };
    }

    /// Rows there are.
    default int rows() {
        return switch (this) {
            case Circles(int samples, _) -> samples;
            case Spiral(int samples, _, _, _) -> samples;
            case Xor(int samples, _) -> samples;
            case XorTable() -> 4;
            case Points(List<LabelledPoint> points, _) -> points.size();
        };
    }

    private static void requireSamples(int samples) {
        Require.between("samples", samples, MIN_SAMPLES, MAX_SAMPLES);
    }

    private static void requireNoise(double noise) {
        Require.between("noise", noise, 0, MAX_NOISE);
    }
}
