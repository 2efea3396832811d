package mlpexplorer.ui.workbench;

import java.util.Optional;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Trainer;

/// Makes trainers on the session's thread and keeps the last split, so that changing the model does not make the same
/// data again. Touched by that thread alone.
final class TrainerSource {
    private record Key(DataSpec data, SplitSpec split, long dataSeed, long splitSeed) {}

    private record Made(Key key, Split split) {}

    private Optional<Made> last = Optional.empty();

    Trainer trainer(RunStart start) {
        return start.trainer(split(start.spec()));
    }

    Split split(RunSpec spec) {
        Key key = new Key(spec.data(), spec.split(), spec.seeds().data(), spec.seeds().split());
        if (last.isEmpty() || !last.get().key().equals(key)) {
            last = Optional.of(new Made(key, spec.splitData()));
        }
        return last.get().split();
    }
}
