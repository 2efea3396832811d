package mlpexplorer.bench;

import mlpexplorer.nn.Parallel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// W2: milliseconds to 99 % training accuracy, over 15 seeds; the median is the sample's 50th
/// percentile. A run is a function of its seed, so the epochs that it needs are found beforehand
/// and nothing but training is on the clock.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 3)
public class ConvergenceBench {
    private static final int SEEDS = 15;
    private static final int MAX_EPOCHS = 2_000;

    private final EpochLoop loop = Workload.W2.loop(Parallel.SINGLE);
    private final int[] epochs = new int[SEEDS];
    private int seed;

    @Setup
    public void findEpochs() {
        for (int s = 0; s < SEEDS; s++) {
            loop.rewind(s);
            while (epochs[s] < MAX_EPOCHS && loop.accuracy() < 0.99) {
                loop.epoch();
                epochs[s]++;
            }
        }
    }

    @Setup(Level.Invocation)
    public void rewind() {
        seed = (seed + 1) % SEEDS;
        loop.rewind(seed);
    }

    @Benchmark
    public double train() {
        double loss = 0;
        for (int epoch = 0; epoch < epochs[seed]; epoch++) {
            loss = loop.epoch();
        }
        return loss;
    }
}
