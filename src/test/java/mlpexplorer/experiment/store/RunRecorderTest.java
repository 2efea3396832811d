package mlpexplorer.experiment.store;

import static mlpexplorer.experiment.store.StoredRuns.log;
import static mlpexplorer.experiment.store.StoredRuns.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

final class RunRecorderTest {
    @TempDir private Path folder;

    private RunRecorder recorder() {
        return new RunRecorder(folder.resolve("runs.db"));
    }

    private RunStore stored() {
        return RunStore.open(folder.resolve("runs.db"));
    }

    @Test
    void answersAfterWhatWasLeftBeforeIsWritten() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            Recording recording = recorder.begin(run());
            recording.update(log(4).view());
            assertThat(
                            recorder.<Integer>ask(
                                    store -> store.metrics(recording.id().orElseThrow()).size()))
                    .isEqualTo(5);
        }
    }

    @Test
    void revealsOfTheTestNumbersAreKeptAfterTheEndOfARunToo() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            Recording recording = recorder.begin(run());
            recording.finish(log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
            recorder.revealed(recording, 1);
            recorder.revealed(recording, 2);
            assertThat(recorder.ask(RunStore::list))
                    .singleElement()
                    .satisfies(summary -> assertThat(summary.progress().reveals()).isEqualTo(2));
        }
    }

    @Test
    void aRunWithoutNewsIsNotWorthARow() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            recorder.begin(run());
            assertThat(recorder.ask(RunStore::list)).isEmpty();
        }
    }

    @Test
    void closingWritesWhatIsLeft() {
        try (RunRecorder recorder = recorder()) {
            recorder.begin(run()).finish(log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
        }
        try (RunStore store = stored()) {
            assertThat(store.list())
                    .singleElement()
                    .satisfies(summary ->
                            assertThat(summary.progress().state()).isEqualTo(RunState.FINISHED));
        }
    }

    @Test
    void onlyTheNewestNewsCount() {
        try (RunRecorder recorder = recorder()) {
            Recording recording = recorder.begin(run());
            recording.update(log(1).view());
            recording.update(log(7).view());
        }
        try (RunStore store = stored()) {
            assertThat(store.metrics(1).size()).isEqualTo(8);
        }
    }

    @Test
    void aForkOfARunThatIsStillWaitingKnowsItsParent() throws InterruptedException {
        try (RunRecorder recorder = recorder()) {
            Recording parent = recorder.begin(run());
            Recording fork = recorder.fork(run(), parent, 3);
            parent.update(log(5).view());
            fork.update(log(3).view());
            assertThat(
                            recorder.<Optional<RunSummary.Origin>>ask(store ->
                                    StoredRuns.find(store, fork.id().orElseThrow())
                                            .orElseThrow()
                                            .origin()))
                    .contains(new RunSummary.Origin(parent.id().orElseThrow(), 3));
        }
    }

    @Test
    void aRunThatIsAheadOfTheStoreWaitsForIt() {
        try (RunRecorder recorder = recorder()) {
            Recording recording = recorder.begin(run());
            recorder.recordUntil(recording, log(80).view());
            assertThat(recording.written().orElseThrow().log().lastSeconds()).isEqualTo(10);
            recorder.recordUntil(recording, log(90).view());
            assertThat(recording.written().orElseThrow().log().lastSeconds())
                    .isGreaterThanOrEqualTo(90 / 8.0 - RunRecorder.MAX_SECONDS_AHEAD);
        }
    }

    @Test
    void aRunDoesNotWaitForAStoreThatCannotBeWrittenTo() throws SQLException, InterruptedException {
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"), 50)) {
            recorder.ask(RunStore::list);
            Recording recording = recorder.begin(run());
            try (Connection other =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + folder.resolve("runs.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                recorder.recordUntil(recording, log(80).view());
                assertThat(recording.written()).isEmpty();
                assertThat(recorder.pollNotice().orElseThrow())
                        .contains("is locked by another program");
                statement.execute("COMMIT");
            }
            assertThat(
                            recorder.<Integer>ask(
                                    store -> store.metrics(recording.id().orElseThrow()).size()))
                    .isEqualTo(81);
        }
    }

    @Test
    void twoRecordersShareAFile() throws InterruptedException {
        try (RunRecorder one = recorder();
                RunRecorder two = recorder()) {
            one.begin(run()).finish(log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
            two.begin(run()).finish(log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
            // the one that finds the new file locked tries again
            while (one.ask(RunStore::list).size() + two.ask(RunStore::list).size() < 4) {
                Thread.onSpinWait();
            }
            assertThat(one.ask(RunStore::list)).hasSize(2);
            assertThat(two.ask(RunStore::list)).hasSize(2);
        }
    }

    @Test
    void troubleIsOneSentenceAndTheRunsGoOnInMemory() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        try (RunRecorder recorder = new RunRecorder(taken.resolve("runs.db"))) {
            recorder.begin(run()).finish(log(1).view(), StoredRuns.end(1), StoredRuns.WEIGHTS);
            assertThat(recorder.isPersistent()).isFalse();
            assertThat(recorder.ask(RunStore::list)).hasSize(1);
            assertThat(recorder.pollNotice()).isPresent();
            assertThat(recorder.pollNotice()).isEmpty();
        }
    }

    @Test
    void whatAQuestionThrowsReachesWhoAsked() {
        try (RunRecorder recorder = recorder()) {
            assertThatThrownBy(() -> recorder.ask(store -> store.spec(3)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no run 3");
        }
    }

    @Test
    void whoAsksTooLateIsTold() {
        RunRecorder recorder = recorder();
        recorder.close();
        assertThatThrownBy(() -> recorder.ask(RunStore::list))
                .isInstanceOf(StoreException.class)
                .hasMessage("The run database is closed.");
    }
}
