package mlpexplorer.ui.runs;

import static mlpexplorer.ui.workbench.Pulses.epoch;
import static mlpexplorer.ui.workbench.Pulses.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunKeeperTest {
    private static final RunSpec SHORT = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=20"));
    private static final RunSpec ENDLESS = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=1000000"));

    @TempDir
    private Path folder;

    private final Workbench workbench = new Workbench(SHORT);
    private long now;

    @AfterEach
    void close() {
        workbench.close();
    }

    private RunRecorder recorder() {
        return new RunRecorder(folder.resolve("runs.db"));
    }

    /// Lets the keeper believe that a second has passed.
    private void later(RunKeeper keeper) {
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
    void a_run_that_has_trained_and_lasted_is_kept_with_its_end() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            trainToTheEnd();
            later(keeper);
            RunSummary run = stored(recorder).getFirst();
            assertThat(run.progress().state()).isEqualTo(RunState.FINISHED);
            assertThat(run.progress().epochs()).isEqualTo(20);
            assertThat(recorder.<Boolean>ask(store -> store.parameters(run.id()).isPresent())).isTrue();
            assertThat(recorder.<Boolean>ask(store -> store.finished(run.fingerprint()).isPresent())).isTrue();
        }
    }

    @Test
    void a_run_that_was_never_trained_is_not_kept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            until(workbench, () -> epoch(workbench) == 0);
            later(keeper);
            assertThat(stored(recorder)).isEmpty();
        }
    }

    @Test
    void a_run_that_a_drag_drops_is_not_kept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            trainToTheEnd();
            keeper.pulse(now);
            keeper.pulse(now + RunKeeper.WORTH_NANOS - 1);
            workbench.newSeed();
            until(workbench, () -> epoch(workbench) == 20);
            later(keeper);
            assertThat(stored(recorder)).hasSize(1);
        }
    }

    @Test
    void a_run_under_way_is_seen_running_and_ends_with_the_window() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
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
    void a_finished_run_that_is_trained_on_goes_on_and_no_longer_stands_for_its_start() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            trainToTheEnd();
            later(keeper);
            stored(recorder);
            workbench.play();
            until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished && epoch(workbench) == 40);
            RunSummary run = stored(recorder).getFirst();
            assertThat(run.progress().epochs()).isEqualTo(40);
            assertThat(run.progress().state()).isEqualTo(RunState.FINISHED);
            assertThat(recorder.<Boolean>ask(store -> store.finished(run.fingerprint()).isPresent())).isFalse();
        }
    }

    @Test
    void looking_back_is_no_new_end() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            trainToTheEnd();
            later(keeper);
            workbench.seek(3);
            until(workbench, () -> epoch(workbench) == 3);
            assertThat(stored(recorder).getFirst().progress().metrics().epoch()).isEqualTo(20);
        }
    }

    @Test
    void a_fork_knows_its_parent_even_where_that_was_young() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
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
            assertThat(runs.getFirst().origin()).contains(new RunSummary.Origin(runs.getLast().id(), left));
        }
    }

    @Test
    void live_changes_are_kept() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            workbench.change(_ -> ENDLESS);
            workbench.play();
            until(workbench, () -> epoch(workbench) > 5);
            later(keeper);
            workbench.change(spec -> spec.withTraining(spec.training().withRate(0.2)));
            until(workbench, () -> !workbench.frameProperty().get().orElseThrow().adjustments().isEmpty());
            long id = stored(recorder).getFirst().id();
            assertThat(recorder.<List<String>>ask(store -> store.changes(id).stream().map(change -> change.path() + " " + change.after()).toList()))
                    .containsExactly("training.rate 0.2");
        }
    }

    @Test
    void trouble_with_the_store_is_told_in_the_window() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        try (RunRecorder recorder = new RunRecorder(taken.resolve("runs.db"))) {
            RunKeeper keeper = new RunKeeper(workbench, recorder);
            stored(recorder);
            keeper.pulse(now);
            assertThat(workbench.noticeProperty().get()).endsWith("runs are kept in memory until the program ends.");
        }
    }
}
