package mlpexplorer.ui.boundary;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LatestJobRunner;

import java.util.BitSet;
import java.util.Optional;

/// Finds the misclassified points of the newest frame in the background while enabled. FX thread.
final class Mistakes {
    private static final long REST = 10_000_000;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ReadOnlyObjectWrapper<BitSet> positions =
            new ReadOnlyObjectWrapper<>(new BitSet());
    private final LatestJobRunner<Frame, Found> follower;
    private Optional<Frame> newest = Optional.empty();

    private record Found(Split split, BitSet positions) {}

    Mistakes(Jobs jobs) {
        follower = new LatestJobRunner<>(jobs, REST, Mistakes::find, this::show);
        wanted.addListener((_, _, now) -> {
            if (now) {
                newest.ifPresent(follower::submit);
            } else {
                follower.cancel();
                positions.set(new BitSet());
            }
        });
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    /// Indices in the order training, validation and test part; must not be modified.
    ReadOnlyObjectProperty<BitSet> positionsProperty() {
        return positions.getReadOnlyProperty();
    }

    void follow(Frame frame) {
        if (newest.filter(before -> before.split() == frame.split()).isEmpty()) {
            forget();
        }
        newest = Optional.of(frame);
        if (wanted.get()) {
            follower.submit(frame);
        }
    }

    void forget() {
        newest = Optional.empty();
        follower.cancel();
        positions.set(new BitSet());
    }

    void pulse(long now) {
        follower.pulse(now);
    }

    private void show(Found found) {
        if (newest.filter(frame -> frame.split() == found.split()).isPresent()) {
            positions.set(found.positions());
        }
    }

    private static Optional<Found> find(Frame frame) {
        Split split = frame.split();
        BitSet wrong = new BitSet(split.dataset().rows());
        Workspace w = frame.mlp().workspace(Predictions.CHUNK);
        int position = 0;
        for (Samples part : new Samples[] {split.train(), split.validation(), split.test()}) {
            Optional<Predictions> predictions =
                    Predictions.of(
                            frame.mlp(),
                            frame.parameters(),
                            part,
                            w,
                            () -> Thread.currentThread().isInterrupted());
            if (predictions.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < part.rows(); i++) {
                wrong.set(position++, predictions.get().predicted()[i] != part.label(i));
            }
        }
        return Optional.of(new Found(split, wrong));
    }
}
