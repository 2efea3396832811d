package mlpexplorer.training;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.landscape.WeightPath;

import java.util.List;
import java.util.function.Supplier;

/// Replays the history of a run on another thread while the run continues: the same numbers at
/// every epoch, bit for bit, including live changes and edits. Owned by one thread at a time.
public final class Replay {
    private final Mlp mlp;
    private final Split split;
    private final long lastEpoch;
    private final List<Checkpoint> kept;
    private final Supplier<History> copy;
    private List<History> opened = List.of();

    /// @param kept checkpoints by epoch, at least one
    Replay(Mlp mlp, Split split, long lastEpoch, List<Checkpoint> kept, Supplier<History> copy) {
        this.mlp = mlp;
        this.split = split;
        this.lastEpoch = lastEpoch;
        this.kept = kept;
        this.copy = copy;
    }

    public Mlp mlp() {
        return mlp;
    }

    public Split split() {
        return split;
    }

    public long lastEpoch() {
        return lastEpoch;
    }

    /// The first available epoch.
    public long firstEpoch() {
        return past().firstEpoch();
    }

    /// The weights at up to `most` (at least 2) checkpoints at even distances, including the first
    /// and the last; takes no training. The last one can be earlier than [#lastEpoch].
    public WeightPath path(int most) {
        return new WeightPath(
                WeightPath.thinned(kept, most).stream()
                        .map(step -> new WeightPath.Step(step.epoch(), step.parameters()))
                        .toList());
    }

    /// The parameters (not a copy) at the end of `epoch`, from [#firstEpoch] to [#lastEpoch]; copy
    /// them before seeking again. Seeking forward takes as long as training did, seeking back less.
    ///
    /// @throws InterruptedException if the thread is interrupted
    public Parameters goTo(long epoch) throws InterruptedException {
        History past = past();
        past.backTo(epoch);
        Trainer trainer = past.trainer();
        while (trainer.epochs() < epoch || trainer.isMidEpoch()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            past.redo();
            trainer.update();
        }
        if (epoch == lastEpoch) {
            past.redo();
        }
        return trainer.parameters();
    }

    /// The state of the training at the end of `epoch`; otherwise like [#goTo].
    ///
    /// @throws InterruptedException if the thread is interrupted
    public Checkpoint checkpoint(long epoch) throws InterruptedException {
        goTo(epoch);
        return past().trainer().checkpoint();
    }

    /// Created on first use, since that takes time.
    private History past() {
        if (opened.isEmpty()) {
            opened = List.of(copy.get());
        }
        return opened.getFirst();
    }
}
