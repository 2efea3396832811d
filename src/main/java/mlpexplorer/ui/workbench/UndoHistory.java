package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.ui.controls.Messages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The undo history of the spec and of edited weights. All changes of one gesture, such as a slider
/// drag or a brush stroke, are one step, or none if they cancel out.
public final class UndoHistory {
    /// The maximum number of steps; the oldest are dropped.
    static final int MAX_STEPS = 200;

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private boolean dragging;
    private boolean open;

    /// A step to undo or redo.
    sealed interface Step {
        /// Spec and given weights to return to.
        record Start(RunStart start) implements Step {}

        /// An edited weight. It can be changed back only in the run of that generation.
        record Edit(long generation, ParameterEdit before, ParameterEdit after) implements Step {}
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /// Called when a gesture starts.
    void hold() {
        dragging = true;
        open = false;
    }

    /// Called when a gesture ends with `now` as its result.
    void release(RunStart now) {
        dragging = false;
        if (open && new Step.Start(now).equals(past.peekLast())) {
            past.removeLast();
        }
        open = false;
        updateProperties();
    }

    /// Records a change from `before`.
    void changed(RunStart before) {
        future.clear();
        if (!open) {
            push(past, new Step.Start(before));
            open = dragging;
        }
        updateProperties();
    }

    /// Records an edited weight.
    void edited(Step.Edit edit) {
        future.clear();
        push(past, edit);
        updateProperties();
    }

    /// The step to take back, from `now` in the run of `generation`.
    Optional<Step> undo(RunStart now, long generation) {
        return move(past, future, now, generation);
    }

    /// The step to repeat, from `now` in the run of `generation`.
    Optional<Step> redo(RunStart now, long generation) {
        return move(future, past, now, generation);
    }

    private Optional<Step> move(Deque<Step> from, Deque<Step> to, RunStart now, long generation) {
        open = false;
        while (from.peekLast() instanceof Step.Edit edit && edit.generation() != generation) {
            from.removeLast();
        }
        Optional<Step> found = Optional.ofNullable(from.pollLast());
        found.ifPresent(step -> push(to, step instanceof Step.Edit ? step : new Step.Start(now)));
        updateProperties();
        return found;
    }

    /// Throws [UserError] if another data file of `there` has vanished.
    static void requireData(RunSpec now, RunSpec there) {
        if (!now.data().equals(there.data())) {
            DataLoader.missing(there.data())
                    .ifPresent(gone -> {
                        throw UserError.input(Messages.text("undo.file-gone", gone));
                    });
        }
    }

    private static void push(Deque<Step> steps, Step step) {
        steps.addLast(step);
        if (steps.size() > MAX_STEPS) {
            steps.removeFirst();
        }
    }

    private void updateProperties() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }
}
