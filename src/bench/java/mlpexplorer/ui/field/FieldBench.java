package mlpexplorer.ui.field;

import mlpexplorer.bench.Workloads;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

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
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// W4: milliseconds for one boundary frame of 200 × 200 points: the network on all of them, and
/// their probabilities as colors.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
public class FieldBench {
    private static final int SIDE = 200;

    @Param({"TANH", "RELU"})
    public Activation activation = Activation.TANH;

    private final FieldEvaluator evaluator = new FieldEvaluator();
    private final ClassPainter painter = new ClassPainter(new ClassColors(2, Theme.LIGHT), false);
    private final Field field = new Field();
    private final int[] argb = new int[SIDE * SIDE];
    private FieldRequest request = request();

    @Setup
    public void prepare() {
        request = request();
    }

    private FieldRequest request() {
        int units = activation == Activation.TANH ? 16 : 64;
        Mlp mlp = Workloads.mlp(2, 2, activation, units, units);
        Split split = Workloads.spiralSplit();
        return new FieldRequest(
                mlp, mlp.initialize(1), split.scaling(), Domain.HOME, painter, SIDE);
    }

    @Benchmark
    public int[] frame() {
        evaluator.evaluate(request, SIDE, field, () -> false);
        painter.paint(field, argb, SIDE);
        return argb;
    }
}
