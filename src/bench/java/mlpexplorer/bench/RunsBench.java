package mlpexplorer.bench;

import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.store.ManyRuns;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the table of runs waits for when ten thousand are kept: the store opened and listed, and a
/// filter applied.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 9)
public class RunsBench {
    private final RunFilter filter = new RunFilter("val_acc > 0.4 and hidden = 8 and tag = odd");
    private Path file = Path.of("runs.db");
    private List<RunSummary> runs = List.of();

    @Setup
    public void fill() throws IOException {
        file = Files.createTempDirectory("runs-bench").resolve("runs.db");
        ManyRuns.in(file, 10_000);
        runs = list();
    }

    @Benchmark
    public List<RunSummary> list() {
        try (RunStore store = RunStore.open(file)) {
            return store.list();
        }
    }

    @Benchmark
    public List<RunSummary> filter() {
        return runs.stream().filter(filter).toList();
    }
}
