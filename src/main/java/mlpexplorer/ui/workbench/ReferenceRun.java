package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;

import java.util.Optional;

/// The curves of the previous run.
final class ReferenceRun {
    /// A run shorter than this does not replace the earlier run.
    private static final long SEEN_NANOS = 400_000_000;

    private final ReadOnlyObjectWrapper<MetricLog.View> curves =
            new ReadOnlyObjectWrapper<>(MetricLog.View.EMPTY);
    private boolean kept;

    ReadOnlyObjectProperty<MetricLog.View> property() {
        return curves.getReadOnlyProperty();
    }

    /// Called when a gesture starts.
    void hold() {
        kept = false;
    }

    /// Called when another run replaces the one in `frame`. During a gesture, the run before it is
    /// kept; otherwise any run that lasted long enough to be seen.
    void onRunEnd(Optional<Frame> frame, boolean held, long age) {
        if (held ? !kept : age >= SEEN_NANOS) {
            kept = held;
            remember(frame);
        }
    }

    void remember(Optional<Frame> frame) {
        frame.map(Frame::log).filter(log -> log.size() > 1).ifPresent(curves::set);
    }
}
