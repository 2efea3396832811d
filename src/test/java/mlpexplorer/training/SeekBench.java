package mlpexplorer.training;

import java.util.Arrays;
import java.util.List;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;

/// Prints how long it takes from asking for an epoch of the past to its frame, in milliseconds, over places all over the run.
public final class SeekBench {
    private SeekBench() {}

    static void main() {
        RunSpec usual = new RunSpec();
        print("default", usual);
        ModelSpec wide = new ModelSpec(List.of(32, 32), Activation.TANH, new Initializer.Xavier());
        RunSpec spiral = usual.withData(new DataSpec.Spiral(500, 2, 1.75, 0.05)).withModel(wide);
        print("spiral 32-32, 500 epochs", spiral.withTraining(spiral.training().withOptimizer(new Optimizer.Adam()).withRate(0.01)));
        ModelSpec large = new ModelSpec(List.of(256, 256), Activation.RELU, new Initializer.He());
        print("spiral 256-256, 500 epochs", spiral.withModel(large));
    }

    private static void print(String name, RunSpec spec) {
        try (TrainingSession session = new TrainingSession()) {
            session.send(new Command.Restart(1, () -> spec.trainer(spec.splitData()), true));
            long last = 0;
            while (last == 0) {
                last = session.pollFrame().filter(frame -> frame.phase() instanceof Phase.Finished).map(Frame::epoch).orElse(0L);
            }
            double[] millis = new double[200];
            for (int i = 0; i < millis.length; i++) {
                long epoch = i * 7919L % last;
                long began = System.nanoTime();
                session.send(new Command.Seek(epoch));
                Await.frame(session, frame -> frame.epoch() == epoch);
                millis[i] = (System.nanoTime() - began) * 1e-6;
            }
            Arrays.sort(millis);
            IO.println(String.format("%s: median %.2f ms, p95 %.2f ms, worst %.2f ms", name, millis[100], millis[190], millis[199]));
        }
    }
}
