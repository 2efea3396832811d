package mlpexplorer.bench;

import mlpexplorer.nn.Parallel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// U5's limit: how much more two bare training loops do at once than one alone, on two processors
/// that may share a core, its clock or the machine with others. No sweep can gain more.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class ScalingBench {
    private final EpochLoop loop = Workload.W1A.loop(Parallel.SINGLE);

    @Benchmark
    @Threads(1)
    public double alone() {
        return loop.epoch();
    }

    @Benchmark
    @Threads(2)
    public double sideBySide() {
        return loop.epoch();
    }
}
