package mlpexplorer.ui.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import mlpexplorer.experiment.RunStart;

/// The way back and forth through a window's specifications. All changes of one gesture, as a slider's drag or a brush
/// stroke, are one step, and no step at all if they end where they began.
final class SpecSteps {
    /// More than anybody walks back; the oldest go first.
    static final int MOST = 200;

    private final Deque<RunStart> past = new ArrayDeque<>();
    private final Deque<RunStart> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private boolean held;
    private boolean open;

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /// A gesture begins.
    void hold() {
        held = true;
        open = false;
    }

    /// The gesture is over, and `now` is where it led.
    void release(RunStart now) {
        held = false;
        if (open && now.equals(past.peekLast())) {
            past.removeLast();
        }
        open = false;
        tell();
    }

    /// Takes note of a change away from `before`.
    void changed(RunStart before) {
        future.clear();
        if (!open) {
            push(past, before);
            open = held;
        }
        tell();
    }

    /// The specification before the last step from `now`.
    Optional<RunStart> undo(RunStart now) {
        return walk(past, future, now);
    }

    /// The specification that the last undo left for `now`.
    Optional<RunStart> redo(RunStart now) {
        return walk(future, past, now);
    }

    private Optional<RunStart> walk(Deque<RunStart> from, Deque<RunStart> to, RunStart now) {
        open = false;
        Optional<RunStart> found = Optional.ofNullable(from.pollLast());
        found.ifPresent(_ -> push(to, now));
        tell();
        return found;
    }

    private static void push(Deque<RunStart> steps, RunStart start) {
        steps.addLast(start);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
    }

    private void tell() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }
}
