package mlpexplorer.nn;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// What this machine can do at most, on two threads: matrix products of our OpenBLAS, and memory.
public final class ProductLimit {
    private static final int THREADS = 2;
    private static final int SIZE = 768;
    private static final int ROUNDS = 7;
    private static final double OPERATIONS_PER_ROUND = 7e9;
    private static final int MEMORY = 1 << 25;

    private ProductLimit() {}

    /// One product c = op(a)·b per thread: c is (m × n), and k numbers are summed for each element.
    ///
    /// @param transposed whether op(a) is the transposed first half of a batch of rows, as in the
    ///   gradient of weights
    public record Product(boolean transposed, int m, int n, int k) {
        double operations() {
            return 2.0 * m * n * k;
        }

        private int lda() {
            return transposed ? 2 * m : k;
        }

        private int sizeOfA() {
            return transposed ? k * 2 * m : m * k;
        }
    }

    /// The fastest.
    public static final List<Product> LARGE = List.of(new Product(false, SIZE, SIZE, SIZE));

    /// Forwards and gradient of the first layer of 784-300-10 for a batch of 50, as the training
    /// splits them between two threads.
    public static final List<Product> W3A =
            List.of(new Product(false, 25, 300, 784), new Product(true, 392, 300, 50));

    /// Billions of floating-point operations per second of these products in turns.
    public static double gflops(Precision precision, List<Product> products) {
        double each = products.stream().mapToDouble(Product::operations).sum();
        int turns = Math.max(1, (int) (OPERATIONS_PER_ROUND / each));
        return perSecond(
                        each * turns,
                        () ->
                                switch (precision) {
                                    case DOUBLE -> inDouble(products, turns);
                                    case SINGLE -> inSingle(products, turns);
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

    private static long inDouble(List<Product> products, int turns) {
        double[] a = new double[products.stream().mapToInt(Product::sizeOfA).max().orElseThrow()];
        double[] b = new double[products.stream().mapToInt(p -> p.k() * p.n()).max().orElseThrow()];
        double[] c = new double[products.stream().mapToInt(p -> p.m() * p.n()).max().orElseThrow()];
        Arrays.fill(a, 0.5);
        Arrays.fill(b, 0.5);
        long began = System.nanoTime();
        for (int i = 0; i < turns; i++) {
            for (Product p : products) {
                Blas.multiply(
                        p.transposed(),
                        false,
                        p.m(),
                        p.n(),
                        p.k(),
                        1,
                        a,
                        0,
                        p.lda(),
                        b,
                        0,
                        p.n(),
                        0,
                        c,
                        0,
                        p.n());
            }
        }
        return checked(System.nanoTime() - began, c[0], products.getLast());
    }

    private static long inSingle(List<Product> products, int turns) {
        float[] a = new float[products.stream().mapToInt(Product::sizeOfA).max().orElseThrow()];
        float[] b = new float[products.stream().mapToInt(p -> p.k() * p.n()).max().orElseThrow()];
        float[] c = new float[products.stream().mapToInt(p -> p.m() * p.n()).max().orElseThrow()];
        Arrays.fill(a, 0.5f);
        Arrays.fill(b, 0.5f);
        long began = System.nanoTime();
        for (int i = 0; i < turns; i++) {
            for (Product p : products) {
                Blas.multiply(
                        p.transposed(),
                        false,
                        p.m(),
                        p.n(),
                        p.k(),
                        1,
                        a,
                        0,
                        p.lda(),
                        b,
                        0,
                        p.n(),
                        0,
                        c,
                        0,
                        p.n());
            }
        }
        return checked(System.nanoTime() - began, c[0], products.getLast());
    }

    private static long checked(long nanos, double element, Product last) {
        if (element != 0.25 * last.k()) {
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
