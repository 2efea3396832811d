package mlpexplorer.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.BatchSize;

import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final UndoHistory steps = new UndoHistory();

    @Test
    void thereIsNothingToUndoAtFirst() {
        assertThat(steps.undo(of(4))).isEmpty();
        assertThat(steps.redo(of(4))).isEmpty();
        assertThat(steps.canUndoProperty().get()).isFalse();
    }

    @Test
    void undoAndRedoWalkTheSameWay() {
        steps.changed(of(4));
        steps.changed(of(5));
        assertThat(steps.undo(of(6))).contains(of(5));
        assertThat(steps.undo(of(5))).contains(of(4));
        assertThat(steps.canUndoProperty().get()).isFalse();
        assertThat(steps.redo(of(4))).contains(of(5));
        assertThat(steps.redo(of(5))).contains(of(6));
        assertThat(steps.canRedoProperty().get()).isFalse();
    }

    @Test
    void aChangeAfterAnUndoForgetsWhatWasUndone() {
        steps.changed(of(4));
        steps.undo(of(5));
        steps.changed(of(4));
        assertThat(steps.redo(of(6))).isEmpty();
    }

    @Test
    void theChangesOfAGestureAreOneStep() {
        steps.changed(of(4));
        steps.hold();
        steps.changed(of(5));
        steps.changed(of(6));
        steps.changed(of(7));
        steps.release(of(8));
        assertThat(steps.undo(of(8))).contains(of(5));
        assertThat(steps.undo(of(5))).contains(of(4));
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
        assertThat(steps.undo(of(5))).contains(of(4));
        assertThat(steps.undo(of(4))).isEmpty();
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 0; i <= UndoHistory.MOST; i++) {
            steps.changed(of(4 + i));
        }
        RunStart oldest = of(1000);
        while (steps.canUndoProperty().get()) {
            oldest = steps.undo(oldest).orElseThrow();
        }
        assertThat(oldest).isEqualTo(of(5));
    }

    private static RunStart of(int samples) {
        return new RunStart(
                new RunSpec()
                        .withTraining(new RunSpec().training().withBatch(new BatchSize.Full()))
                        .withData(new DataSpec.Circles(samples, 0)));
    }
}
