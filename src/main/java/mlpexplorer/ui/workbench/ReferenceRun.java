package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.DataSpec;
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

    /// Called when a run on `after` replaces the one in `frame`, which is on `before`. During a
    /// gesture, the run before it is kept; otherwise any run that lasted long enough to be seen. No
    /// run is kept for a different problem, whose losses cannot be compared.
    void onRunEnd(
            Optional<Frame> frame, DataSpec before, DataSpec after, boolean dragging, long age) {
        if (!isSameProblem(before, after)) {
            kept = true;
            curves.set(MetricLog.View.EMPTY);
        } else if (dragging ? !kept : age >= SEEN_NANOS) {
            kept = dragging;
            remember(frame);
        }
    }

    void remember(Optional<Frame> frame) {
        frame.map(Frame::log).filter(log -> log.size() > 1).ifPresent(curves::set);
    }

    /// Whether the data is of the same kind, or from the same file, with as many classes. Samples
    /// and noise may differ.
    private static boolean isSameProblem(DataSpec before, DataSpec after) {
        return before.getClass() == after.getClass()
                && (before instanceof DataSpec.Synthetic was
                                && after instanceof DataSpec.Synthetic now
                        ? was.task().equals(now.task())
                        : before.equals(after));
    }
}
