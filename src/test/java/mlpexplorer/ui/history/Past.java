package mlpexplorer.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.training.Command;
import mlpexplorer.training.Latest;
import mlpexplorer.training.Phase;
import mlpexplorer.training.Replay;
import mlpexplorer.training.TrainingSession;

/// The past of a run that was trained to its end.
final class Past {
    private static final long PATIENCE = 20_000_000_000L;

    private Past() {}

    static Replay of(int epochs) {
        RunSpec spec = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=" + epochs));
        try (TrainingSession session = new TrainingSession()) {
            session.send(new Command.Restart(1, () -> spec.trainer(spec.splitData()), true));
            await(() -> session.pollFrame().filter(frame -> frame.phase() instanceof Phase.Finished));
            Latest<Replay> slot = new Latest<>();
            session.send(new Command.Recall(slot::publish));
            return await(slot::poll);
        }
    }

    private static <T> T await(Supplier<Optional<T>> source) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE) {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("Nothing came in 20 s");
    }
}
