package mlpexplorer.bench;

import com.sun.management.UnixOperatingSystemMXBean;

import mlpexplorer.experiment.store.RunStore;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the program holds of the machine at one moment. MB are millions of bytes; what this system
/// does not tell is NaN.
///
/// @param second since the first one
/// @param heap MB in use, after a collection
/// @param resident MB of memory
/// @param outside MB of resident memory beyond the heap's committed pages: the JVM's, JavaFX's and
///   the libraries' own
/// @param threads that live, daemons too
/// @param handles open files and sockets
/// @param store MB of the run store's files
/// @param frameP50 median processor time of the FX thread per frame since the last look, in ms
/// @param frameP99 99 % of frames took less, in ms
record ResourceUse(
        double second,
        double heap,
        double resident,
        double outside,
        int threads,
        double handles,
        double store,
        double frameP50,
        double frameP99) {
    static final String HEADING =
            "second  heap MB  resident MB  outside MB  threads  handles  store MB  frame p50  p99"
                    + " ms";
    private static final Path STATUS = Path.of("/proc/self/status");

    /// The collector returns unused pages of the heap on another thread.
    private static final long RELEASE_MILLIS = 1000;

    private static final String RESIDENT = "VmRSS:";

    /// To be taken while nothing is trained.
    ///
    /// @param frames processor times in ms
    static ResourceUse now(double second, Path home, double[] frames)
            throws IOException, InterruptedException {
        System.gc();
        System.gc();
        Thread.sleep(RELEASE_MILLIS);
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double resident = residentNow();
        return new ResourceUse(
                second,
                heap.getUsed() / 1e6,
                resident,
                resident - heap.getCommitted() / 1e6,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openHandles(),
                storeSize(home),
                frames[0],
                frames[1]);
    }

    private static double residentNow() throws IOException {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(
                            line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    private static double openHandles() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : Double.NaN;
    }

    /// With what is still in the database's log.
    private static double storeSize(Path home) throws IOException {
        double bytes = 0;
        for (String name : List.of(RunStore.FILE, RunStore.FILE + "-wal")) {
            Path file = home.resolve(name);
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        return bytes / 1e6;
    }

    @Override
    public String toString() {
        return "%6.0f %8.1f %12.1f %11.1f %8d %8.0f %9.2f %10.2f %7.2f"
                .formatted(
                        second, heap, resident, outside, threads, handles, store, frameP50,
                        frameP99);
    }
}
