package mlpexplorer.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Wait;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.workbench.DrawnPoints;
import mlpexplorer.ui.workbench.ReadableFrame;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Navigation in a run of 120 epochs.
class TimeViewModelTest {
    private static final long PULSE_NANOS = 1_000_000_000 / 60;

    private final RunSpec usual = new RunSpec();
    private final Workbench workbench =
            new Workbench(
                    usual.withTraining(
                            usual.training().withStop(usual.training().stop().withEpochs(120))));
    private final TimeViewModel time =
            new TimeViewModel(
                    workbench, new ReadableFrame(workbench.frameProperty(), System::nanoTime));

    /// The time of the playback, advanced only by [#advancePlayback].
    private long now;

    @BeforeEach
    void train() {
        workbench.play();
        until(() -> workbench.phaseProperty().get() instanceof Phase.Finished);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void itFollowsTheRun() {
        assertThat(time.shownProperty().get()).isEqualTo(120);
        assertThat(time.lastProperty().get()).isEqualTo(120);
    }

    @Test
    void afterAnotherPointIsDrawnTimeBeginsThere() {
        workbench.change(spec ->
                DrawnPoints.begin(
                        spec,
                        spec.training().batch(),
                        new DataSpec.Points(
                                List.of(
                                        new LabeledPoint(0, 1, 0),
                                        new LabeledPoint(1, 0, 1),
                                        new LabeledPoint(1, 1, 1)),
                                2)));
        until(() ->
                frame().firstEpoch() == 120
                        && workbench.phaseProperty().get() instanceof Phase.Finished);
        assertThat(time.firstProperty().get()).isEqualTo(120);
        assertThat(time.lastProperty().get()).isGreaterThan(120);
        time.seek(3);
        assertThat(time.shownProperty().get()).isEqualTo(120);
        assertThat(time.momentsProperty().get()).allMatch(mark -> mark.epoch() >= 120);
        until(() -> frame().epoch() == 120);
        time.showLatest();
        until(() -> frame().epoch() == time.lastProperty().get());
        time.playOrStop(now);
        assertThat(time.shownProperty().get()).isEqualTo(120);
    }

    @Test
    void aSeekShowsThatEpoch() {
        time.seek(40);
        assertThat(time.shownProperty().get()).isEqualTo(40);
        until(() -> frame().epoch() == 40);
        assertThat(frame().lastEpoch()).isEqualTo(120);
    }

    @Test
    void onlyTheNewestOfManySeeksCounts() {
        List<Long> seen = new ArrayList<>();
        workbench.frameProperty().addListener((_, _, now) -> seen.add(now.orElseThrow().epoch()));
        for (int epoch = 100; epoch >= 10; epoch--) {
            time.seek(epoch);
        }
        until(() -> frame().epoch() == 10);
        assertThat(seen).containsOnly(10L);
    }

    @Test
    void stepsStayWithinTheRun() {
        time.step(1);
        until(() -> frame().epoch() == 120);
        time.seek(0);
        until(() -> frame().epoch() == 0);
        time.step(-1);
        time.step(1);
        until(() -> frame().epoch() == 1);
        time.showLatest();
        until(() -> frame().epoch() == 120);
        assertThat(frame().phase()).isInstanceOf(Phase.Finished.class);
    }

    @Test
    void aFilmShowsEpochsInOrderAndStopsAtTheLast() {
        List<Long> seen = new ArrayList<>();
        workbench.frameProperty().addListener((_, _, now) -> seen.add(now.orElseThrow().epoch()));
        time.speedProperty().set(4);
        time.playOrStop(now);
        while (time.playingProperty().get()) {
            advancePlayback();
        }
        assertThat(seen).isSorted().hasSizeBetween(40, 50).startsWith(2L).endsWith(120L);
    }

    @Test
    void aFilmInALoopBeginsAgain() {
        time.speedProperty().set(4);
        time.loopProperty().set(true);
        time.seek(110);
        until(() -> frame().epoch() == 110);
        time.playOrStop(now);
        while (frame().epoch() > 60) {
            advancePlayback();
        }
        assertThat(time.playingProperty().get()).isTrue();
        time.playOrStop(now);
        assertThat(time.playingProperty().get()).isFalse();
    }

    @Test
    void trainingEndsTheFilm() {
        time.speedProperty().set(0.25);
        time.playOrStop(now);
        until(() -> frame().phase() instanceof Phase.Paused);
        workbench.play();
        until(() -> !time.playingProperty().get());
        until(() -> frame().phase() instanceof Phase.Finished);
    }

    @Test
    void theMomentsAreBestValidationAndChanges() {
        Frame end = frame();
        int best = 0;
        for (int row = 1; row < end.log().size(); row++) {
            if (end.log().value(Column.VALIDATION_LOSS, row)
                    < end.log().value(Column.VALIDATION_LOSS, best)) {
                best = row;
            }
        }
        assertThat(time.momentsProperty().get())
                .containsExactly(new TimeViewModel.Mark(best, TimeViewModel.Mark.Kind.BEST));
        time.seek(30);
        until(() -> frame().epoch() == 30);
        workbench.edit(new ParameterEdit(new ParameterPlace.Bias(0, 0), 2));
        until(() -> !frame().adjustments().isEmpty());
        assertThat(time.momentsProperty().get())
                .contains(new TimeViewModel.Mark(30, TimeViewModel.Mark.Kind.EDIT));
        assertThat(time.momentsProperty().get()).allMatch(mark -> mark.epoch() <= 30);
    }

    private Frame frame() {
        return workbench.frameProperty().get().orElseThrow();
    }

    /// One pulse of the playback, until its epoch is shown.
    private void advancePlayback() {
        now += PULSE_NANOS;
        until(() -> frame().epoch() == time.shownProperty().get());
    }

    private void until(BooleanSupplier condition) {
        Wait.until(() -> {
            workbench.pulse(System.nanoTime());
            time.pulse(now);
            return condition.getAsBoolean();
        });
    }
}
