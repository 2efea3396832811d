package mlpexplorer.bench;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.LocalSweepExecutor;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// U5: seconds for 72 small runs (6 sizes × 4 λ × 3 seeds, 200 epochs of two circles), one and two
/// at a time. The warm-up is long since a compiler at work takes a processor from two at a time,
/// but none from one at a time.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(3)
@Warmup(iterations = 20)
@Measurement(iterations = 15)
public class SweepBench {
    @Param({"1", "2"})
    private int jobs;

    private final Sweep sweep =
            new Sweep(
                    Presets.named("circles-capacity").start(),
                    List.of(
                            Axis.parse("model.hidden=1,2,4,8,16,32"),
                            Axis.parse("training.regularizer.l2=0,1e-4,1e-3,1e-2")),
                    3);

    @Benchmark
    public SweepTable sweep() {
        return new SweepRunner(new LocalSweepExecutor(jobs), RunCache.NONE, System::nanoTime)
                .run(sweep, () -> false, (_, _, _) -> {});
    }
}
