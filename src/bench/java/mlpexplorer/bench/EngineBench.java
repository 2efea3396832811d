package mlpexplorer.bench;

import mlpexplorer.nn.Precision;
import mlpexplorer.training.TwoThreads;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// W1 and W3: epochs a second, training only.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 7, time = 2)
public class EngineBench {
    @Param({"W1A", "W1B", "W3A", "W3B", "W3C"})
    public Workload workload = Workload.W1A;

    @Param({"DOUBLE", "SINGLE"})
    public Precision precision = Precision.DOUBLE;

    private final TwoThreads lanes = new TwoThreads();
    private EpochLoop loop = workload.loop(lanes);

    @Setup
    public void load() {
        loop = workload.loop(precision, lanes);
    }

    @TearDown
    public void close() {
        lanes.close();
    }

    @Benchmark
    public double epochs() {
        return loop.epoch();
    }
}
