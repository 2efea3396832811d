package mlpexplorer.bench;

import mlpexplorer.data.DataSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.LossSurface;
import mlpexplorer.nn.landscape.WeightPlane;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// One loss landscape as the window draws it: 41 × 41 losses of a 2-16-16-2 tanh network on 300
/// points, in one thread.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class LandscapeBench {
    private final Mlp mlp = Workloads.mlp(2, 2, Activation.TANH, 16, 16);
    private final WeightPlane plane = WeightPlane.random(mlp.initialize(1), 1).orElseThrow();
    private final LossSurface surface =
            new LossSurface(
                    mlp,
                    new DataSpec.Spiral(300, 2, 1.75, 0.1).generate(1).samples(),
                    new Regularizer.L2());

    @Benchmark
    public LossGrid grid() {
        return LossGrid.of(surface, plane, new LossGrid.Extent(-1, 1, -1, 1), 41, () -> false)
                .orElseThrow();
    }
}
