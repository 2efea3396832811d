package mlpexplorer.nn;

import java.util.random.RandomGenerator;

/// A seeded stream of random numbers that does not depend on the Java version: SplitMix64 (Steele,
/// Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) with Marsaglia's
/// polar method for Gaussians. A stream is addressed by a seed and any number of coordinates (an
/// epoch, a layer), so that the numbers one consumer draws never affect another.
public final class RandomStream implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spareGaussian = Double.NaN;

    /// The stream at `seed` and `coordinates`. Each coordinate c advances the preceding stream by c
    /// + 1 numbers, so that (1, 2) differs from (2, 1).
    public RandomStream(long seed, long... coordinates) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        for (long coordinate : coordinates) {
            mixed = mix(mixed + (coordinate + 1) * GOLDEN_GAMMA);
        }
        this.state = mixed;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// A uniform number in `[0, 1)` with 53 random bits.
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// A uniform number in `[min, max)`.
    public double uniform(double min, double max) {
        return min + (max - min) * nextDouble();
    }

    /// A uniform integer in `[0, bound)`, by multiplication; the bias is below `bound`/2³².
    @Override
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /// A standard normal number.
    @Override
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = v * scale;
        return u * scale;
    }

    /// Fills `order` (modified) with a random permutation of `0 … order.length − 1` (Fisher–Yates).
    public void permutation(int[] order) {
        for (int i = 0; i < order.length; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
