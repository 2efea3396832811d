package mlpexplorer.data;

import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Require;
import mlpexplorer.nn.Samples;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The generators of the synthetic datasets, and those of two-dimensional points with labels. Each
/// row uses its own random stream, so more rows do not move earlier ones.
final class PlanePoints {
    private static final long POSITION = 1;
    private static final long NOISE = 2;
    private static final double AXIS_GAP = 0.3;
    private static final double MOON_RADIUS = 3;
    private static final double BLOB_DISTANCE = 3;

    private PlanePoints() {}

    /// A point before noise.
    record Point(double x, double y, int label) {}

    interface Generator {
        Point point(int row, RandomStream random);
    }

    static Dataset of(DataSpec.Synthetic spec, long seed) {
        return switch (spec) {
            case DataSpec.Circles circles -> generate(circles, 2, PlanePoints::circle, seed);
            case DataSpec.Moons moons -> generate(moons, 2, PlanePoints::moon, seed);
            case DataSpec.Xor xor -> generate(xor, 2, (_, random) -> quadrant(random), seed);
            case DataSpec.Spiral spiral ->
                    generate(spiral, spiral.arms(), (row, _) -> spiral(row, spiral), seed);
            case DataSpec.Gaussians blobs ->
                    generate(
                            blobs,
                            blobs.classes(),
                            (row, random) -> blob(row, blobs.classes(), random),
                            seed);
            case DataSpec.XorTable() ->
                    Dataset.plane(new double[] {0, 0, 1, 0, 0, 1, 1, 1}, new int[] {0, 1, 1, 0}, 2);
            case DataSpec.Points(List<LabeledPoint> points, int classes) -> given(points, classes);
            case DataSpec.PlaneSurface surface -> Surfaces.of(surface, seed);
            case DataSpec.HillsSurface surface -> Surfaces.of(surface, seed);
            case DataSpec.Curve curve -> Surfaces.of(curve, seed);
        };
    }

    private static Dataset generate(
            DataSpec.Generated spec, int classes, Generator generator, long seed) {
        double[] features = new double[2 * spec.samples()];
        int[] labels = new int[spec.samples()];
        for (int row = 0; row < labels.length; row++) {
            Point point = generator.point(row, new RandomStream(seed, POSITION, row));
            RandomStream direction = new RandomStream(seed, NOISE, row);
            features[2 * row] = point.x + spec.noise() * direction.nextGaussian();
            features[2 * row + 1] = point.y + spec.noise() * direction.nextGaussian();
            labels[row] = point.label;
        }
        return Dataset.plane(features, labels, classes);
    }

    private static Dataset given(List<LabeledPoint> points, int classes) {
        double[] features = new double[2 * points.size()];
        int[] labels = new int[points.size()];
        for (int row = 0; row < labels.length; row++) {
            LabeledPoint point = points.get(row);
            features[2 * row] = point.x1();
            features[2 * row + 1] = point.x2();
            labels[row] = point.label();
        }
        return Dataset.plane(features, labels, classes);
    }

    private static Point circle(int row, RandomStream random) {
        int label = row % 2;
        double radius = label == 0 ? random.uniform(0, 2.5) : random.uniform(3.5, 5);
        double angle = random.uniform(0, 2 * Math.PI);
        return new Point(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), label);
    }

    private static Point moon(int row, RandomStream random) {
        int label = row % 2;
        double angle = random.uniform(0, Math.PI);
        double side = label == 0 ? 1 : -1;
        double x = MOON_RADIUS * (StrictMath.cos(angle) - 0.5);
        double y = MOON_RADIUS * (StrictMath.sin(angle) - 0.25);
        return new Point(side * x, side * y, label);
    }

    private static Point blob(int row, int classes, RandomStream random) {
        int label = row % classes;
        double angle = Math.PI / 4 + 2 * Math.PI * label / classes;
        double x = BLOB_DISTANCE * StrictMath.cos(angle) + random.nextGaussian();
        double y = BLOB_DISTANCE * StrictMath.sin(angle) + random.nextGaussian();
        return new Point(x, y, label);
    }

    private static Point spiral(int row, DataSpec.Spiral spec) {
        int arms = spec.arms();
        int arm = row % arms;
        int inArm = (spec.samples() - arm + arms - 1) / arms;
        double share = (double) (row / arms) / inArm;
        double radius = 5 * share;
        double angle = spec.turns() * 2 * Math.PI * share + 2 * Math.PI * arm / arms;
        return new Point(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), arm);
    }

    private static Point quadrant(RandomStream random) {
        double x = awayFromAxis(random.uniform(-5, 5));
        double y = awayFromAxis(random.uniform(-5, 5));
        return new Point(x, y, x * y >= 0 ? 1 : 0);
    }

    private static double awayFromAxis(double value) {
        return value + (value > 0 ? AXIS_GAP : -AXIS_GAP);
    }

    /// Throws [IllegalArgumentException] unless generated data can have that size and noise.
    static void require(int samples, double noise) {
        Require.between("samples", samples, DataSpec.MIN_SAMPLES, DataSpec.MAX_SAMPLES);
        Require.between("noise", noise, 0, DataSpec.MAX_NOISE);
    }

    /// Throws [IllegalArgumentException] unless there is a point for each class.
    static void requireOneEach(int samples, int count, String of) {
        if (samples < count) {
            throw new IllegalArgumentException(
                    "samples is %s, but %s %s need at least %s."
                            .formatted(samples, count, of, count));
        }
    }

    /// The generators of the regression datasets. Each row uses its own random stream, so more rows
    /// do not move earlier ones.
    private static final class Surfaces {
        private static final long POSITION = 1;
        private static final long NOISE = 2;
        private static final double REACH = 6;
        private static final double HILL_RADIUS = 2;
        private static final double[][] HILLS = {
            {-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}
        };

        private Surfaces() {}

        private interface Surface {
            double at(double x1, double x2);
        }

        static Dataset of(DataSpec.PlaneSurface spec, long seed) {
            return surface(spec, (x1, x2) -> (x1 + x2) / 10, seed);
        }

        static Dataset of(DataSpec.HillsSurface spec, long seed) {
            return surface(spec, Surfaces::hills, seed);
        }

        static Dataset of(DataSpec.Curve spec, long seed) {
            DoubleUnaryOperator curve = spec.function()::at;
            double[] features = new double[spec.samples()];
            double[] targets = new double[spec.samples()];
            for (int row = 0; row < targets.length; row++) {
                features[row] = new RandomStream(seed, POSITION, row).uniform(-REACH, REACH);
                targets[row] =
                        curve.applyAsDouble(features[row])
                                + spec.noise() * new RandomStream(seed, NOISE, row).nextGaussian();
            }
            return new Dataset(Samples.ofTargets(features, 1, targets), List.of("x"), List.of());
        }

        private static Dataset surface(DataSpec.Generated spec, Surface surface, long seed) {
            double[] features = new double[2 * spec.samples()];
            double[] targets = new double[spec.samples()];
            for (int row = 0; row < targets.length; row++) {
                RandomStream position = new RandomStream(seed, POSITION, row);
                RandomStream direction = new RandomStream(seed, NOISE, row);
                double x1 = position.uniform(-REACH, REACH);
                double x2 = position.uniform(-REACH, REACH);
                features[2 * row] = x1 + spec.noise() * direction.nextGaussian();
                features[2 * row + 1] = x2 + spec.noise() * direction.nextGaussian();
                targets[row] = surface.at(x1, x2);
            }
            return new Dataset(
                    Samples.ofTargets(features, 2, targets), List.of("x1", "x2"), List.of());
        }

        /// The height of the highest hill or deepest valley at a point.
        private static double hills(double x1, double x2) {
            double height = 0;
            for (double[] hill : HILLS) {
                double distance = Math.hypot(x1 - hill[0], x2 - hill[1]);
                double share = hill[2] * Math.max(0, 1 - distance / HILL_RADIUS);
                if (Math.abs(share) > Math.abs(height)) {
                    height = share;
                }
            }
            return height;
        }
    }
}
