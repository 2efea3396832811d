package mlpexplorer.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.training.BatchSize;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingViewModelTest {
    private final Workbench workbench = new Workbench(new RunSpec());
    private final TrainingViewModel model = new TrainingViewModel(workbench);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aBatchBeyondTheTrainingRowsIsAnsweredWithTheRange() {
        assertThat(model.batchProblem(181))
                .isEqualTo("181 is more than the 180 training rows. Enter 1 to 180 or full");
        assertThat(model.batchProblem(180)).isEmpty();
        assertThat(model.batchProblem(Double.POSITIVE_INFINITY)).isEmpty();
    }

    @Test
    void aSliderStopBeyondTheTrainingRowsMeansFull() {
        model.batch(256);
        assertThat(workbench.spec().training().batch()).isEqualTo(new BatchSize.Full());
        assertThat(TrainingViewModel.batchSize(workbench.spec().training())).isInfinite();
    }

    @Test
    void aNewScheduleLastsAsLongAsTheRun() {
        model.scheduleKind(new LearningRateSchedule.Step());
        assertThat(workbench.spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Step(0.5, 100));
        model.epochs(40);
        model.scheduleKind(new LearningRateSchedule.Cosine());
        assertThat(workbench.spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Cosine(40, 0));
        model.epochs(3);
        model.scheduleKind(new LearningRateSchedule.Step());
        assertThat(workbench.spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Step(0.5, 1));
    }

    @Test
    void epochsAreThoseOfTheStopRule() {
        model.epochs(42);
        assertThat(workbench.spec().training().stop().epochs()).isEqualTo(42);
    }
}
