package mlpexplorer.data;

import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The generators of the regression datasets. Each row uses its own random stream, so more rows do
/// not move earlier ones.
final class Surfaces {
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
        return new Dataset(Samples.ofTargets(features, 2, targets), List.of("x1", "x2"), List.of());
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
