package mlpexplorer.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.ParameterEdit;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class UndoHistoryTest {
    private final UndoHistory steps = new UndoHistory();

    @Test
    void thereIsNothingToUndoAtFirst() {
        assertThat(undo(of(4))).isEmpty();
        assertThat(redo(of(4))).isEmpty();
        assertThat(steps.canUndoProperty().get()).isFalse();
    }

    @Test
    void undoAndRedoWalkTheSameWay() {
        steps.changed(of(4));
        steps.changed(of(5));
        assertThat(undo(of(6))).contains(of(5));
        assertThat(undo(of(5))).contains(of(4));
        assertThat(steps.canUndoProperty().get()).isFalse();
        assertThat(redo(of(4))).contains(of(5));
        assertThat(redo(of(5))).contains(of(6));
        assertThat(steps.canRedoProperty().get()).isFalse();
    }

    @Test
    void aChangeAfterAnUndoForgetsWhatWasUndone() {
        steps.changed(of(4));
        undo(of(5));
        steps.changed(of(4));
        assertThat(redo(of(6))).isEmpty();
    }

    @Test
    void theChangesOfAGestureAreOneStep() {
        steps.changed(of(4));
        steps.hold();
        steps.changed(of(5));
        steps.changed(of(6));
        steps.changed(of(7));
        steps.release(of(8));
        assertThat(undo(of(8))).contains(of(5));
        assertThat(undo(of(5))).contains(of(4));
    }

    @Test
    void aGestureThatEndsWhereItBeganIsNoStep() {
        steps.hold();
        steps.changed(of(5));
        steps.changed(of(6));
        steps.release(of(5));
        assertThat(steps.canUndoProperty().get()).isFalse();
    }

    @Test
    void aGestureWithoutAChangeIsNoStep() {
        steps.changed(of(4));
        steps.hold();
        steps.release(of(5));
        assertThat(undo(of(5))).contains(of(4));
        assertThat(undo(of(4))).isEmpty();
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 0; i <= UndoHistory.MAX_STEPS; i++) {
            steps.changed(of(4 + i));
        }
        RunStart oldest = of(1000);
        while (steps.canUndoProperty().get()) {
            oldest = undo(oldest).orElseThrow();
        }
        assertThat(oldest).isEqualTo(of(5));
    }

    private static RunStart of(int samples) {
        return new RunStart(
                new RunSpec()
                        .withTraining(new RunSpec().training().withBatch(new BatchSize.Full()))
                        .withData(new DataSpec.Circles(samples, 0)));
    }

    @Test
    void anEditedWeightIsAStepOfItsRun() {
        ParameterPlace place = new ParameterPlace.Bias(0, 0);
        UndoHistory.Step.Edit edit =
                new UndoHistory.Step.Edit(
                        7, new ParameterEdit(place, 1), new ParameterEdit(place, 9));
        steps.changed(of(4));
        steps.edited(edit);
        assertThat(steps.undo(of(5), 7)).contains(edit);
        assertThat(steps.redo(of(5), 7)).contains(edit);
        assertThat(steps.undo(of(5), 8)).contains(new UndoHistory.Step.Start(of(4)));
    }

    private Optional<RunStart> undo(RunStart now) {
        return steps.undo(now, 1).map(step -> ((UndoHistory.Step.Start) step).start());
    }

    private Optional<RunStart> redo(RunStart now) {
        return steps.redo(now, 1).map(step -> ((UndoHistory.Step.Start) step).start());
    }
}
