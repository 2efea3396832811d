package mlpexplorer.nn;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// What this machine can do at most, on two threads: matrix products of our OpenBLAS, and memory.
public final class ProductLimit {
    private static final int THREADS = 2;
    private static final int SIZE = 768;
    private static final int ROUNDS = 7;
    private static final int PER_ROUND = 8;
    private static final int MEMORY = 1 << 25;

    private ProductLimit() {}

    /// Billions of floating-point operations per second.
    public static double gflops(Precision precision) {
        double operations = 2.0 * SIZE * SIZE * SIZE * PER_ROUND;
        return perSecond(
                        operations,
                        () ->
                                switch (precision) {
                                    case DOUBLE -> inDouble();
                                    case SINGLE -> inSingle();
                                })
                / 1e9;
    }

    /// Billions of bytes read and written per second by a copy.
    public static double gigabytes() {
        return perSecond(2.0 * Double.BYTES * MEMORY, ProductLimit::copy) / 1e9;
    }

    /// The best round of all threads together.
    private static double perSecond(double each, LongSupplier nanos) {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(_ ->
                        IntStream.range(0, THREADS)
                                .parallel()
                                .mapToDouble(_ -> each * 1e9 / nanos.getAsLong())
                                .sum())
                .max()
                .orElseThrow();
    }

    private static long inDouble() {
        double[] a = new double[SIZE * SIZE];
        Arrays.fill(a, 0.5);
        double[] c = new double[a.length];
        long began = System.nanoTime();
        for (int i = 0; i < PER_ROUND; i++) {
            Blas.multiply(false, false, SIZE, SIZE, SIZE, 1, a, 0, SIZE, a, 0, SIZE, 0, c, 0, SIZE);
        }
        return checked(System.nanoTime() - began, c[c.length - 1]);
    }

    private static long inSingle() {
        float[] a = new float[SIZE * SIZE];
        Arrays.fill(a, 0.5f);
        float[] c = new float[a.length];
        long began = System.nanoTime();
        for (int i = 0; i < PER_ROUND; i++) {
            Blas.multiply(false, false, SIZE, SIZE, SIZE, 1, a, 0, SIZE, a, 0, SIZE, 0, c, 0, SIZE);
        }
        return checked(System.nanoTime() - began, c[c.length - 1]);
    }

    private static long checked(long nanos, double element) {
        if (element != 0.25 * SIZE) {
            throw new IllegalStateException("OpenBLAS computes wrong products.");
        }
        return nanos;
    }

    private static long copy() {
        double[] from = new double[MEMORY];
        double[] to = new double[MEMORY];
        System.arraycopy(to, 0, from, 0, MEMORY);
        long began = System.nanoTime();
        System.arraycopy(from, 0, to, 0, MEMORY);
        return System.nanoTime() - began;
    }
}
