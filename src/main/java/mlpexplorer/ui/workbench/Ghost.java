package mlpexplorer.ui.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;

/// The curves of the run before this one.
final class Ghost {
    /// A run younger than this does not replace the ghost of the one before it.
    private static final long SEEN_NANOS = 400_000_000;

    private final ReadOnlyObjectWrapper<MetricLog.View> curves = new ReadOnlyObjectWrapper<>(MetricLog.View.EMPTY);
    private boolean kept;

    ReadOnlyObjectProperty<MetricLog.View> property() {
        return curves.getReadOnlyProperty();
    }

    /// A gesture begins.
    void hold() {
        kept = false;
    }

    /// Another run takes the place of the one in `frame`. In a gesture the run before it stays, elsewhere any run that was there
    /// long enough to be seen.
    void leave(Optional<Frame> frame, boolean held, long age) {
        if (held ? !kept : age >= SEEN_NANOS) {
            kept = held;
            keep(frame);
        }
    }

    void keep(Optional<Frame> frame) {
        frame.map(Frame::log).filter(log -> log.size() > 1).ifPresent(curves::set);
    }
}
