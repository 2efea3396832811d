package mlpexplorer.ui.timeline;

import mlpexplorer.Wait;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.training.Await;
import mlpexplorer.training.Command;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.Phase;
import mlpexplorer.training.Replay;
import mlpexplorer.training.TrainingSession;

import java.util.List;

/// The past of a run that was trained to its end.
final class Past {
    private Past() {}

    static Replay of(int epochs) {
        RunSpec spec = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=" + epochs));
        try (TrainingSession session = new TrainingSession()) {
            session.send(
                    new Command.Restart(
                            1, () -> new RunStart(spec).trainer(spec.splitData()), true));
            Await.frame(session, frame -> frame.phase() instanceof Phase.Finished);
            LatestValue<Replay> slot = new LatestValue<>();
            session.send(new Command.Recall(slot::publish));
            return Wait.forValue(slot::poll);
        }
    }
}
