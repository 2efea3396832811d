package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The window is closed in every phase of its run: the run is saved with its outcome, and the
/// window opens again.
class ClosingIT extends WindowTestCase {
    private static final RunSpec ENDLESS = spec("training.stop.epochs=100000000");

    private static RunSpec spec(String... settings) {
        return SpecJson.set(new RunSpec(), List.of(settings));
    }

    /// Closes the window, and returns the stored runs.
    private List<RunSummary> leave() {
        reopen();
        await(() ->
                workbench().frameProperty().get().isPresent() || phase() instanceof Phase.Failed);
        return savedRuns();
    }

    private void play() {
        interact(() -> workbench().play());
        await(() -> phase() instanceof Phase.Running && epoch() > 2);
    }

    @Test
    void ready() {
        open(ThemeChoice.LIGHT, ENDLESS);
        assertThat(leave()).isEmpty();
        assertThat(workbench().spec()).isEqualTo(ENDLESS);
    }

    @Test
    void running() {
        open(ThemeChoice.LIGHT, ENDLESS);
        play();
        long seen = epoch();
        Explorer closed = explorer();
        assertThat(leave())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.progress().state()).isEqualTo(RunState.STOPPED);
                    assertThat(run.progress().epochs()).isGreaterThanOrEqualTo(seen);
                });
        assertThat(call(closed::mayClose)).as("when asked to close again").isTrue();
    }

    @Test
    void paused() {
        open(ThemeChoice.LIGHT, ENDLESS);
        play();
        interact(() -> workbench().pause());
        await(() -> phase() instanceof Phase.Paused);
        long last = frame().lastEpoch();
        assertThat(leave())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.progress().state()).isEqualTo(RunState.STOPPED);
                    assertThat(run.progress().epochs()).isEqualTo(last);
                });
    }

    @Test
    void lookingAtThePast() {
        open(ThemeChoice.LIGHT, ENDLESS);
        play();
        interact(() -> workbench().pause());
        await(() -> phase() instanceof Phase.Paused);
        long last = frame().lastEpoch();
        interact(() -> workbench().seek(1));
        await(() -> epoch() == 1);
        assertThat(leave())
                .singleElement()
                .satisfies(run -> assertThat(run.progress().epochs()).isEqualTo(last));
    }

    @Test
    void finished() {
        open(ThemeChoice.LIGHT, spec("training.stop.epochs=20"));
        trainToTheEnd();
        assertThat(leave())
                .singleElement()
                .satisfies(run -> assertThat(run.progress().state()).isEqualTo(RunState.FINISHED));
    }

    @Test
    void diverged() {
        open(
                ThemeChoice.LIGHT,
                spec(
                        "model.activation=relu",
                        "model.hidden=[16,16]",
                        "training.rate=1",
                        "data.noise=0.5",
                        "training.optimizer=momentum"));
        interact(() -> workbench().play());
        await(() -> phase() instanceof Phase.Diverged);
        assertThat(leave())
                .singleElement()
                .satisfies(run -> assertThat(run.progress().state()).isEqualTo(RunState.DIVERGED));
    }

    @Test
    void failedForLackOfItsFile() throws IOException {
        Path table =
                Files.writeString(
                        home.resolve("table.csv"),
                        "1,2,x\n2,1,y\n2,3,x\n3,2,y\n4,5,x\n5,4,y\n6,7,x\n7,6,y\n");
        open(ThemeChoice.LIGHT, spec("data.type=csv", "data.path=" + table, "training.batch=2"));
        Files.delete(table);
        interact(() -> workbench().change(before -> before.withSeeds(before.seeds().withSplit(9))));
        await(() -> phase() instanceof Phase.Failed);
        assertThat(leave()).isEmpty();
        assertThat(phase()).isInstanceOf(Phase.Failed.class);
        assertThat(workbench().notice().messageProperty().get()).contains("table.csv");
    }

    @Test
    void inTheMiddleOfADrag() {
        open(ThemeChoice.LIGHT, ENDLESS);
        play();
        await(() -> savedEpochs() > 0);
        interact(() -> {
            workbench().beginDrag();
            workbench().change(before -> before.withSeeds(before.seeds().withInit(7)));
        });
        assertThat(leave())
                .isNotEmpty()
                .allMatch(run -> run.progress().state() == RunState.STOPPED);
        assertThat(workbench().spec().seeds().init()).isEqualTo(7);
    }

    @Test
    void theUserIsAskedWhileRunsAreNotSavedAndTheyAreSavedOnceTheyCanBe() throws IOException {
        Path taken = Files.createDirectory(home.resolve(RunStore.FILE));
        open(ThemeChoice.LIGHT, ENDLESS);
        play();
        await(() -> lookup("#status-unsaved").query().isVisible());
        AtomicBoolean may = new AtomicBoolean(true);
        interact(() -> may.set(explorer().mayClose()));
        assertThat(may).isFalse();
        assertThat(lookup("#unsaved-question").queryLabeled().getText())
                .startsWith("The run database " + taken)
                .endsWith("If you close the window now, they are lost.");
        clickOn("#unsaved-no");
        assertThat(lookup("#unsaved-question").tryQuery()).isEmpty();
        Files.delete(taken);
        await(() -> !lookup("#status-unsaved").query().isVisible());
        interact(() -> may.set(explorer().mayClose()));
        assertThat(may).isTrue();
        assertThat(leave())
                .singleElement()
                .satisfies(run -> assertThat(run.progress().state()).isEqualTo(RunState.STOPPED));
    }

    @Test
    void theUserIsAskedWhenTheStoreFailsOnlyAtClosingAndTheRunGoesOn() throws Exception {
        open(ThemeChoice.LIGHT, ENDLESS);
        play();
        Path file = home.resolve(RunStore.FILE);
        await(() -> savedEpochs() > 0);
        AtomicBoolean may = new AtomicBoolean(true);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
            assertThat(lookup("#status-unsaved").query().isVisible()).isFalse();
            interact(() -> may.set(explorer().mayClose()));
            assertThat(may).isFalse();
            assertThat(lookup("#unsaved-question").queryLabeled().getText())
                    .startsWith("The run database " + file + " is locked by another program");
            statement.execute("ROLLBACK");
        }
        clickOn("#unsaved-no");
        await(() -> !lookup("#status-unsaved").query().isVisible());
        long epochs = savedEpochs();
        await(() -> savedEpochs() > epochs);
        interact(() -> may.set(explorer().mayClose()));
        assertThat(may).isTrue();
        assertThat(leave())
                .singleElement()
                .satisfies(run -> assertThat(run.progress().state()).isEqualTo(RunState.STOPPED));
    }

    private long savedEpochs() {
        return savedRuns().stream().mapToLong(run -> run.progress().epochs()).sum();
    }
}
