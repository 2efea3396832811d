package mlpexplorer.ui.runs;

import static mlpexplorer.ui.workbench.Pulses.epoch;
import static mlpexplorer.ui.workbench.Pulses.generation;
import static mlpexplorer.ui.workbench.Pulses.until;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.LiveChange;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.workbench.DrawnPoints;
import mlpexplorer.ui.workbench.Pulses;
import mlpexplorer.ui.workbench.TestLock;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

final class RunAutoSaverTest {
    private static final RunSpec SHORT =
            SpecJson.set(new RunSpec(), List.of("training.stop.epochs=20"));
    private static final RunSpec ENDLESS =
            SpecJson.set(new RunSpec(), List.of("training.stop.epochs=1000000"));

    @TempDir private Path folder;

    private final Workbench workbench = new Workbench(SHORT);
    private long now;

    @AfterEach
    void close() {
        workbench.close();
    }

    private RunRecorder recorder() {
        return new RunRecorder(folder.resolve("runs.db"));
    }

    /// Makes the saver believe that a second has passed.
    private void later(RunAutoSaver keeper) {
        keeper.pulse(now);
        now += 1_000_000_000;
        keeper.pulse(now);
    }

    private void trainToTheEnd() {
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished);
    }

    private static List<RunSummary> stored(RunRecorder recorder) throws InterruptedException {
        return recorder.ask(RunStore::list);
    }

    @Test
    void aRunThatHasTrainedAndLastedIsKeptWithItsEnd() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            trainToTheEnd();
            later(keeper);
            RunSummary run = stored(recorder).getFirst();
            assertThat(run.progress().state()).isEqualTo(RunState.FINISHED);
            assertThat(run.progress().epochs()).isEqualTo(20);
            assertThat(recorder.<Boolean>ask(store -> store.parameters(run.id()).isPresent()))
                    .isTrue();
            assertThat(
                            recorder.<Boolean>ask(
                                    store -> store.finished(run.fingerprint()).isPresent()))
                    .isTrue();
        }
    }

    @Test
    void aRunThatWasNeverTrainedIsNotKept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            until(workbench, () -> epoch(workbench) == 0);
            later(keeper);
            assertThat(stored(recorder)).isEmpty();
        }
    }

    @Test
    void aRunThatADragDropsIsNotKept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            trainToTheEnd();
            keeper.pulse(now);
            keeper.pulse(now + RunAutoSaver.MIN_RUN_NANOS - 1);
            long dropped = Pulses.generation(workbench);
            workbench.newSeed();
            until(
                    workbench,
                    () -> Pulses.generation(workbench) > dropped && epoch(workbench) == 20);
            later(keeper);
            assertThat(stored(recorder)).hasSize(1);
        }
    }

    @Test
    void aRunUnderWayIsSeenRunningAndEndsWithTheWindow() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.change(_ -> ENDLESS);
            workbench.play();
            until(workbench, () -> epoch(workbench) > 20);
            later(keeper);
            assertThat(stored(recorder).getFirst().progress().state()).isEqualTo(RunState.RUNNING);
            keeper.close();
            assertThat(stored(recorder).getFirst().progress().state()).isEqualTo(RunState.STOPPED);
        }
    }

    @Test
    void aFinishedRunThatIsTrainedOnGoesOnAndNoLongerStandsForItsStart()
            throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            trainToTheEnd();
            later(keeper);
            stored(recorder);
            workbench.play();
            until(
                    workbench,
                    () ->
                            workbench.phaseProperty().get() instanceof Phase.Finished
                                    && epoch(workbench) == 40);
            RunSummary run = stored(recorder).getFirst();
            assertThat(run.progress().epochs()).isEqualTo(40);
            assertThat(run.progress().state()).isEqualTo(RunState.FINISHED);
            assertThat(
                            recorder.<Boolean>ask(
                                    store -> store.finished(run.fingerprint()).isPresent()))
                    .isFalse();
        }
    }

    @Test
    void lookingBackIsNoNewEnd() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            trainToTheEnd();
            later(keeper);
            workbench.seek(3);
            until(workbench, () -> epoch(workbench) == 3);
            assertThat(stored(recorder).getFirst().progress().metrics().epoch()).isEqualTo(20);
        }
    }

    @Test
    void aForkKnowsItsParentEvenWhereThatWasYoung() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.change(_ -> ENDLESS);
            workbench.play();
            until(workbench, () -> epoch(workbench) > 5);
            workbench.pause();
            until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Paused);
            long left = epoch(workbench);
            workbench.fork(training -> training.withRate(0.2));
            workbench.play();
            until(workbench, () -> epoch(workbench) > left + 5);
            later(keeper);
            List<RunSummary> runs = stored(recorder);
            assertThat(runs).hasSize(2);
            assertThat(runs.getFirst().origin())
                    .contains(new RunSummary.Origin(runs.getLast().id(), left));
        }
    }

    @Test
    void liveChangesAreKept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.change(_ -> ENDLESS);
            workbench.play();
            until(workbench, () -> epoch(workbench) > 5);
            later(keeper);
            workbench.change(spec -> spec.withTraining(spec.training().withRate(0.2)));
            until(
                    workbench,
                    () -> !workbench.frameProperty().get().orElseThrow().adjustments().isEmpty());
            long id = stored(recorder).getFirst().id();
            assertThat(
                            recorder.<List<String>>ask(store ->
                                    store.changes(id).stream()
                                            .map(change -> change.path() + " " + change.after())
                                            .toList()))
                    .containsExactly("training.rate 0.2");
        }
    }

    @Test
    void ofTheRunsOfADragTheOneThatIsThereAtItsEndIsKept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.beginDrag();
            for (int units = 3; units <= 6; units++) {
                dragTo(units);
                later(keeper);
            }
            assertThat(stored(recorder)).isEmpty();
            workbench.endDrag();
            keeper.pulse(now);
            assertThat(stored(recorder))
                    .singleElement()
                    .satisfies(run -> assertThat(run.factors().hidden()).containsExactly(6));
        }
    }

    @Test
    void aRunThatAHandHoldsStillForIsKept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.beginDrag();
            dragTo(3);
            keeper.pulse(now);
            keeper.pulse(now + RunAutoSaver.MIN_DRAG_RUN_NANOS - 1);
            assertThat(stored(recorder)).isEmpty();
            keeper.pulse(now + RunAutoSaver.MIN_DRAG_RUN_NANOS);
            assertThat(stored(recorder)).hasSize(1);
        }
    }

    @Test
    void theRunBeforeAGestureIsKept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            trainToTheEnd();
            workbench.beginDrag();
            later(keeper);
            dragTo(3);
            dragTo(4);
            assertThat(stored(recorder)).hasSize(1);
        }
    }

    @Test
    void theRunAtTheEndOfABrushStrokeWentOnFromTheOneBeforeIt() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.change(_ -> drawn(10));
            trainToTheEnd();
            later(keeper);
            workbench.beginDrag();
            for (int points = 11; points <= 14; points++) {
                brushTo(points);
                later(keeper);
            }
            workbench.endDrag();
            keeper.pulse(now);
            List<RunSummary> runs = stored(recorder);
            assertThat(runs).hasSize(2);
            assertThat(pointsOfStored(recorder)).containsExactly(14, 10);
            assertThat(runs.getFirst().origin())
                    .contains(new RunSummary.Origin(runs.getLast().id(), 20));
        }
    }

    @Test
    void aStrokeThatBeganWithNothingKeepsTheRunThatItsWeightsComeFrom()
            throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            workbench.beginDrag();
            workbench.change(_ -> drawn(10));
            trainToTheEnd();
            for (int points = 11; points <= 14; points++) {
                brushTo(points);
            }
            workbench.endDrag();
            later(keeper);
            List<RunSummary> runs = stored(recorder);
            assertThat(pointsOfStored(recorder)).containsExactly(14, 10);
            assertThat(
                            recorder.<Boolean>ask(store ->
                                    store.finished(runs.getFirst().fingerprint()).isPresent()))
                    .isFalse();
        }
    }

    private static List<Integer> pointsOfStored(RunRecorder recorder) throws InterruptedException {
        return recorder.ask(store ->
                store.list().stream()
                        .map(run -> ((DataSpec.Points) store.spec(run.id()).data()).rows())
                        .toList());
    }

    private void dragTo(int units) {
        workbench.change(before -> SpecJson.set(before, List.of("model.hidden=[" + units + "]")));
        untilTrained();
    }

    private void brushTo(int points) {
        workbench.change(_ -> drawn(points));
        untilTrained();
    }

    private void untilTrained() {
        untilTrained(workbench.runProperty().get().generation() + 1);
    }

    private void untilTrained(long least) {
        until(
                workbench,
                () ->
                        workbench.runProperty().get().generation() >= least
                                && generation(workbench)
                                        == workbench.runProperty().get().generation()
                                && workbench.phaseProperty().get() instanceof Phase.Finished);
    }

    private static RunSpec drawn(int points) {
        List<LabeledPoint> all =
                IntStream.range(0, points)
                        .mapToObj(i -> new LabeledPoint(Math.cos(i), Math.sin(i), i % 2))
                        .toList();
        return DrawnPoints.begin(SHORT, SHORT.training().batch(), new DataSpec.Points(all, 2));
    }

    @Test
    void revealsOfTheTestNumbersAreKeptWithTheirRun() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            TestLock lock = new TestLock(workbench.runProperty());
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            keeper.countReveals(lock.revealsProperty());
            lock.lockedProperty().set(true);
            trainToTheEnd();
            lock.reveal();
            later(keeper);
            workbench.newSeed();
            untilTrained(2);
            later(keeper);
            assertThat(stored(recorder))
                    .extracting(run -> run.progress().reveals())
                    .containsExactly(0L, 1L);
        }
    }

    @Test
    void aRunWithAWeightSetByHandTellsOfItAndNoLongerStandsForItsStart()
            throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            until(workbench, () -> epoch(workbench) == 0);
            workbench.edit(new ParameterEdit(new ParameterPlace.Weight(0, 1, 2), 0.5));
            trainToTheEnd();
            later(keeper);
            RunSummary run = stored(recorder).getFirst();
            assertThat(recorder.<List<LiveChange>>ask(store -> store.changes(run.id())))
                    .containsExactly(new LiveChange(0, "W1[1, 2]", "-", "0.5"));
            assertThat(
                            recorder.<Boolean>ask(
                                    store -> store.finished(run.fingerprint()).isPresent()))
                    .isFalse();
        }
    }

    @Test
    void troubleWithTheStoreIsToldInTheWindow() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        try (RunRecorder recorder = new RunRecorder(taken.resolve("runs.db"))) {
            RunAutoSaver keeper = new RunAutoSaver(workbench, recorder);
            stored(recorder);
            keeper.pulse(now);
            assertThat(workbench.notice().messageProperty().get())
                    .endsWith("runs are kept in memory until the program exits.");
        }
    }
}
