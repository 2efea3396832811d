package mlpexplorer.training;

import java.util.List;
import java.util.function.Supplier;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

/// A run's past up to one moment, to be gone through once more on another thread while the run itself goes on: the same
/// numbers at every epoch, bit for bit, live changes and edits included. Belongs to one thread at a time.
public final class Replay {
    private final Mlp mlp;
    private final Split split;
    private final long lastEpoch;
    private final Supplier<History> twin;
    private List<History> opened = List.of();

    Replay(Mlp mlp, Split split, long lastEpoch, Supplier<History> twin) {
        this.mlp = mlp;
        this.split = split;
        this.lastEpoch = lastEpoch;
        this.twin = twin;
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

    /// The first epoch that can be gone to.
    public long firstEpoch() {
        return past().firstEpoch();
    }

    /// The live parameters at the end of `epoch`, from [#firstEpoch] to [#lastEpoch]; copy them before going elsewhere. Going
    /// forward takes the time that training took, going back less.
    ///
    /// @throws InterruptedException if the thread is interrupted on the way
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

    /// Made where it is used, as that takes a moment.
    private History past() {
        if (opened.isEmpty()) {
            opened = List.of(twin.get());
        }
        return opened.getFirst();
    }
}
