package mlpexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.NewRun;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.experiment.store.StoredRuns;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Three finished runs: number 1 with 8, 2 with 16, 3 with 4 hidden units.
final class RunsViewModelTest {
    @TempDir private Path folder;

    private Workbench workbench;
    private RunRecorder recorder;
    private RunsViewModel model;
    private long now;

    @BeforeEach
    void open() {
        workbench = new Workbench(new RunSpec());
        recorder = new RunRecorder(folder.resolve("runs.db"));
        for (int hidden : new int[] {8, 16, 4}) {
            recorder.begin(StoredRuns.run("model.hidden=" + hidden))
                    .finish(StoredRuns.log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
        }
        model = new RunsViewModel(workbench, recorder, new CallingThreadJobs());
        look();
    }

    @AfterEach
    void close() {
        recorder.close();
        workbench.close();
    }

    private void look() {
        now += 60_000_000_000L;
        model.pulse(now);
    }

    private List<Long> shown() {
        return model.shownProperty().get().stream().map(RunSummary::id).toList();
    }

    private RunSummary run(long id) {
        return model.allProperty().get().stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private RunSummary stored(long id) throws InterruptedException {
        return recorder.ask(store -> StoredRuns.find(store, id).orElseThrow());
    }

    @Test
    void theNewestRunComesFirst() {
        assertThat(shown()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void whileTheTestPartIsLockedNeitherListNorFilterKnowsOfIt() {
        EpochMetrics tested =
                new EpochMetrics(
                        4,
                        60,
                        new Score(0.2, 0.75),
                        new Score(0.3, 0.5),
                        new Score(0.1, 0.875),
                        0,
                        0.03);
        recorder.begin(StoredRuns.run("model.hidden=5"))
                .finish(
                        StoredRuns.log(4).view(),
                        new RunEnd(StoredRuns.end(4).outcome(), 4, 60, 1, tested),
                        StoredRuns.WEIGHTS);
        look();
        model.filterProperty().set("test_acc > 0.8");
        assertThat(shown()).containsExactly(4L);
        model.testHiddenProperty().set(true);
        assertThat(shown()).isEmpty();
        assertThat(run(4).progress().metrics().test().metric()).isNaN();
        model.testHiddenProperty().set(false);
        look();
        assertThat(shown()).containsExactly(4L);
    }

    @Test
    void aRunWhoseFileIsGoneIsNotOpenedAndThatIsTold() {
        Path gone = folder.resolve("gone.csv");
        recorder.begin(StoredRuns.run("data.type=csv", "data.path=" + gone))
                .finish(StoredRuns.log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
        look();
        assertThat(run(4).title()).startsWith("gone.csv · ");
        assertThat(run(4).factors().data()).isEqualTo("gone.csv");
        RunSpec before = workbench.spec();
        model.open(
                run(4),
                () -> {
                    throw new AssertionError("It was opened");
                });
        assertThat(workbench.spec()).isEqualTo(before);
        assertThat(workbench.notice().messageProperty().get())
                .isEqualTo(
                        "Run 4 was trained on "
                                + gone
                                + ", which no longer exists. Restore the file to open the run.");
    }

    @Test
    void aRunWhoseFileWasChangedIsOpenedAndThatIsTold() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("flowers.csv"), "1,2,x\n3,4,y\n5,6,x\n7,8,y\n9,8,x\n");
        recorder.begin(StoredRuns.run("data.type=csv", "data.path=" + file, "training.batch=full"))
                .finish(StoredRuns.log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
        look();
        model.open(run(4), () -> {});
        assertThat(workbench.notice().messageProperty().get()).isEmpty();
        Files.writeString(file, "1,2,x\n3,4,y\n5,6,x\n7,8,y\n9,9,x\n");
        model.open(run(4), () -> {});
        assertThat(workbench.notice().messageProperty().get())
                .isEqualTo(
                        "Run 4 was trained on "
                                + file
                                + ", which has changed since, so its curves cannot be reproduced.");
    }

    @Test
    void aRunFromGivenWeightsIsOpenedWithThem() {
        RunStart worked = Presets.named("worked-example").start();
        recorder.begin(new NewRun(worked, 17, StoredRuns.STARTED, "", List.of()))
                .finish(StoredRuns.log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
        look();
        model.open(run(4), () -> {});
        assertThat(workbench.start().fingerprint()).isEqualTo(worked.fingerprint());
        workbench.undo();
        assertThat(workbench.start().weights()).isEmpty();
        assertThat(workbench.spec()).isEqualTo(new RunSpec());
    }

    @Test
    void whatAnotherProgramWritesIsSeenAtTheNextLook() {
        try (RunStore other = RunStore.open(folder.resolve("runs.db"))) {
            StoredRuns.finished(other, StoredRuns.run(), 1);
        }
        model.pulse(now + 1);
        assertThat(shown()).hasSize(3);
        look();
        assertThat(shown()).hasSize(4);
    }

    @Test
    void aFilterPicksAtOnce() {
        model.filterProperty().set("hidden > 4");
        assertThat(shown()).containsExactly(2L, 1L);
        model.filterProperty().set("");
        assertThat(shown()).hasSize(3);
    }

    @Test
    void aFilterThatIsNotFinishedKeepsTheListAndTellsTheColumn() {
        model.filterProperty().set("hidden > 4");
        model.filterProperty().set("hidden > 4 and val_acc >");
        assertThat(shown()).containsExactly(2L, 1L);
        assertThat(model.problemProperty().get().orElseThrow().column()).isEqualTo(25);
        model.filterProperty().set("hidden > 8");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(shown()).containsExactly(2L);
    }

    @Test
    void anOrderIsKeptUnderAFilter() {
        model.orderProperty().set(Comparator.comparing(run -> run.factors().hidden().getFirst()));
        assertThat(shown()).containsExactly(3L, 1L, 2L);
        model.filterProperty().set("hidden > 4");
        assertThat(shown()).containsExactly(1L, 2L);
    }

    @Test
    void aNewNameShowsAtOnceAndIsStored() throws InterruptedException {
        model.rename(run(2), " wide ");
        assertThat(run(2).title()).isEqualTo("wide");
        assertThat(stored(2).label().name()).isEqualTo("wide");
    }

    @Test
    void aNameThatWasLeftAsItWasIsNoName() throws InterruptedException {
        model.rename(run(2), run(2).title());
        assertThat(stored(2).label().name()).isEmpty();
    }

    @Test
    void labelsAreStored() throws InterruptedException {
        model.label(
                run(1),
                label ->
                        label.withPinned(true)
                                .withColor("#00ff00")
                                .withTags(List.of("a"))
                                .withNotes("n"));
        assertThat(stored(1).label()).isEqualTo(run(1).label());
        assertThat(run(1).label().pinned()).isTrue();
    }

    @Test
    void deletionsAreUndoneOneAfterAnother() {
        model.delete(List.of(run(1), run(2)));
        model.delete(List.of(run(3)));
        assertThat(shown()).isEmpty();
        assertThat(model.deletedProperty().get()).isEqualTo(1);
        model.undo();
        look();
        assertThat(shown()).containsExactly(3L);
        assertThat(model.deletedProperty().get()).isEqualTo(2);
        model.undo();
        look();
        assertThat(shown()).containsExactly(3L, 2L, 1L);
        assertThat(model.deletedProperty().get()).isZero();
        model.undo();
        assertThat(shown()).hasSize(3);
    }

    @Test
    void aBaselineIsToggledAndGoesWithItsRun() {
        model.toggleBaseline(run(1));
        assertThat(model.baselineProperty().get()).contains(run(1));
        model.toggleBaseline(run(1));
        assertThat(model.baselineProperty().get()).isEmpty();
        model.toggleBaseline(run(1));
        model.delete(List.of(run(1)));
        assertThat(model.baselineProperty().get()).isEmpty();
    }

    @Test
    void aRunOpensInTheWindow() {
        boolean[] opened = new boolean[1];
        model.open(run(2), () -> opened[0] = true);
        assertThat(opened[0]).isTrue();
        assertThat(workbench.spec().model().hidden()).containsExactly(16);
    }

    @Test
    void aSpecificationThatCannotBeReadIsTold() throws Exception {
        recorder.ask(store -> StoredRuns.find(store, 1));
        try (var raw =
                        java.sql.DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("runs.db"));
                var statement = raw.createStatement()) {
            statement.execute(
                    "UPDATE run SET spec = json_set(spec, '$.model.hidden', json('[0]')) WHERE id ="
                            + " 1");
        }
        RunSpec before = workbench.spec();
        model.open(run(1), () -> {});
        assertThat(workbench.spec()).isEqualTo(before);
        assertThat(workbench.notice().messageProperty().get()).contains("model.hidden");
    }

    @Test
    void pinnedRunsComeWithTheirCurvesAndColors() {
        model.label(run(2), label -> label.withPinned(true).withColor("#00ff00").withName("wide"));
        assertThat(model.pinnedProperty().get())
                .singleElement()
                .satisfies(pinned -> {
                    assertThat(pinned.name()).isEqualTo("#2 wide");
                    assertThat(pinned.rgb()).isEqualTo(0x00ff00);
                    assertThat(pinned.log().size()).isEqualTo(5);
                });
        model.label(run(2), label -> label.withPinned(false));
        assertThat(model.pinnedProperty().get()).isEmpty();
    }

    @Test
    void aLabelThatWasChangedMeanwhileKeepsThatChange() throws InterruptedException {
        RunSummary before = run(1);
        model.label(before, label -> label.withPinned(true));
        model.label(before, label -> label.withNotes("seen"));
        assertThat(stored(1).label().pinned()).isTrue();
        assertThat(stored(1).label().notes()).isEqualTo("seen");
    }
}
