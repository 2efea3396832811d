package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import mlpexplorer.experiment.RunStart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The undo history of the spec. All changes of one gesture, such as a slider drag or a brush
/// stroke, are one step, or none if they cancel out.
public final class UndoHistory {
    /// The maximum number of steps; the oldest are dropped.
    static final int MOST = 200;

    private final Deque<RunStart> past = new ArrayDeque<>();
    private final Deque<RunStart> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private boolean held;
    private boolean open;

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /// Called when a gesture starts.
    void hold() {
        held = true;
        open = false;
    }

    /// Called when a gesture ends with `now` as its result.
    void release(RunStart now) {
        held = false;
        if (open && now.equals(past.peekLast())) {
            past.removeLast();
        }
        open = false;
        tell();
    }

    /// Records a change from `before`.
    void changed(RunStart before) {
        future.clear();
        if (!open) {
            push(past, before);
            open = held;
        }
        tell();
    }

    /// The spec before the last step to `now`.
    Optional<RunStart> undo(RunStart now) {
        return walk(past, future, now);
    }

    /// The spec before the last undo.
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
