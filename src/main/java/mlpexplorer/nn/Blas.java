package mlpexplorer.nn;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/// General matrix products by OpenBLAS, called through the Foreign Function API on heap arrays
/// without copying.
///
/// The library is loaded from the folder in the system property `mlpexplorer.openblas`, where the
/// build puts the binary for this platform. Without it everything works, but slower; this is logged
/// once. OpenBLAS is limited to one thread: with more, its sums depend on the thread count, and a
/// run would not repeat bit for bit on another machine.
@SuppressWarnings("restricted") // calling OpenBLAS is what this class is for
final class Blas {
    private static final System.Logger LOG = System.getLogger(Blas.class.getName());
    private static final String FOLDER = "mlpexplorer.openblas";
    private static final int ROW_MAJOR = 101;
    private static final int AS_IS = 111;
    private static final int TRANSPOSED = 112;

    /// Below this many multiplications a plain loop is faster than the call.
    private static final long MIN_BLAS_WORK = 600;

    private static final @Nullable Library LIBRARY = load().orElse(null);

    private Blas() {}

    private record Library(MethodHandle dgemm, MethodHandle sgemm) {}

    /// Whether OpenBLAS multiplies matrices of these sizes faster than a loop.
    static boolean isFor(int rows, int inner, int columns) {
        return LIBRARY != null && rows > 1 && (long) rows * inner * columns >= MIN_BLAS_WORK;
    }

    /// `c = alpha·op(a)·op(b) + beta·c` for row-major matrices that start at the given offsets:
    /// op(a) is (m × k), op(b) is (k × n), and `lda`, `ldb`, `ldc` are the lengths of their rows in
    /// memory. Only `c` is modified.
    static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int atA,
            int lda,
            double[] b,
            int atB,
            int ldb,
            double beta,
            double[] c,
            int atC,
            int ldc) {
        MethodHandle gemm = library().dgemm();
        try {
            gemm.invokeExact(
                    ROW_MAJOR,
                    transposeA ? TRANSPOSED : AS_IS,
                    transposeB ? TRANSPOSED : AS_IS,
                    m,
                    n,
                    k,
                    alpha,
                    segment(a, atA),
                    lda,
                    segment(b, atB),
                    ldb,
                    beta,
                    segment(c, atC),
                    ldc);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS failed.", e);
        }
    }

    /// The same in single precision.
    static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int atA,
            int lda,
            float[] b,
            int atB,
            int ldb,
            float beta,
            float[] c,
            int atC,
            int ldc) {
        MethodHandle gemm = library().sgemm();
        try {
            gemm.invokeExact(
                    ROW_MAJOR,
                    transposeA ? TRANSPOSED : AS_IS,
                    transposeB ? TRANSPOSED : AS_IS,
                    m,
                    n,
                    k,
                    alpha,
                    segment(a, atA),
                    lda,
                    segment(b, atB),
                    ldb,
                    beta,
                    segment(c, atC),
                    ldc);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS failed.", e);
        }
    }

    private static Library library() {
        Library library = LIBRARY;
        if (library == null) {
            throw new IllegalStateException("OpenBLAS is not loaded.");
        }
        return library;
    }

    private static MemorySegment segment(double[] array, int at) {
        MemorySegment whole = MemorySegment.ofArray(array);
        return at == 0 ? whole : whole.asSlice((long) at * Double.BYTES);
    }

    private static MemorySegment segment(float[] array, int at) {
        MemorySegment whole = MemorySegment.ofArray(array);
        return at == 0 ? whole : whole.asSlice((long) at * Float.BYTES);
    }

    private static Optional<Library> load() {
        String folder = System.getProperty(FOLDER, "");
        try {
            return folder.isEmpty() ? Optional.empty() : Optional.of(link(Path.of(folder)));
        } catch (IllegalArgumentException
                | UnsupportedOperationException
                | NoSuchElementException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "OpenBLAS cannot be loaded from {0}, so large networks train slower: {1}",
                    folder,
                    e);
            return Optional.empty();
        }
    }

    /// Loads dependencies first, since not all of the libraries can locate each other.
    private static Library link(Path folder) {
        for (String support : supports()) {
            Path file = folder.resolve(support);
            if (file.toFile().exists()) {
                SymbolLookup.libraryLookup(file, Arena.global());
            }
        }
        SymbolLookup library =
                SymbolLookup.libraryLookup(folder.resolve(fileName()), Arena.global());
        Linker linker = Linker.nativeLinker();
        singleThreaded(linker, library);
        return new Library(
                product(linker, library.findOrThrow("cblas_dgemm"), ValueLayout.JAVA_DOUBLE),
                product(linker, library.findOrThrow("cblas_sgemm"), ValueLayout.JAVA_FLOAT));
    }

    private static MethodHandle product(Linker linker, MemorySegment function, ValueLayout number) {
        var i = ValueLayout.JAVA_INT;
        var p = ValueLayout.ADDRESS;
        return linker.downcallHandle(
                function,
                FunctionDescriptor.ofVoid(i, i, i, i, i, i, number, p, i, p, i, number, p, i),
                Linker.Option.critical(true));
    }

    private static void singleThreaded(Linker linker, SymbolLookup library) {
        MethodHandle setThreads =
                linker.downcallHandle(
                        library.findOrThrow("openblas_set_num_threads"),
                        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        try {
            setThreads.invokeExact(1);
        } catch (Throwable e) {
            throw new IllegalArgumentException("OpenBLAS does not take its number of threads.", e);
        }
    }

    private static List<String> supports() {
        return List.of(
                "libgcc_s.so.1",
                "libquadmath.so.0",
                "libgfortran.so.5",
                "libgcc_s.1.1.dylib",
                "libgcc_s.1.dylib",
                "libquadmath.0.dylib",
                "libgfortran.5.dylib",
                "libgcc_s_seh-1.dll",
                "libwinpthread-1.dll",
                "libquadmath-0.dll",
                "libgfortran-5.dll");
    }

    private static String fileName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return "libopenblas.dll";
        }
        return system.contains("mac") ? "libopenblas.0.dylib" : "libopenblas.so.0";
    }
}
