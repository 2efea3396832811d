package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;

import java.util.Optional;
import java.util.function.LongSupplier;

/// The frame whose numbers are shown as text: the newest, but during training it changes at a
/// readable rate, since each change costs a layout pass. The start and the end of training are
/// shown at once. Whatever shows it shows the same epoch. FX thread.
public final class ReadableFrame {
    private static final long MIN_INTERVAL_NANOS = 60_000_000;

    private final ReadOnlyObjectWrapper<Optional<Frame>> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
    private final LongSupplier clock;
    private long shownAt;

    /// Follows `newest`.
    ///
    /// @param clock time in ns
    public ReadableFrame(ObservableValue<Optional<Frame>> newest, LongSupplier clock) {
        this.clock = clock;
        newest.subscribe(this::take);
    }

    private void take(Optional<Frame> newest) {
        long now = clock.getAsLong();
        if (!(isRunning(newest) && isRunning(frame.get())) || now - shownAt >= MIN_INTERVAL_NANOS) {
            shownAt = now;
            frame.set(newest);
        }
    }

    private static boolean isRunning(Optional<Frame> one) {
        return one.filter(frame -> frame.phase() instanceof Phase.Running).isPresent();
    }

    public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }
}
