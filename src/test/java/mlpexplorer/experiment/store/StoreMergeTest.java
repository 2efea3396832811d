package mlpexplorer.experiment.store;

import static mlpexplorer.experiment.store.StoredRuns.finished;
import static mlpexplorer.experiment.store.StoredRuns.log;
import static mlpexplorer.experiment.store.StoredRuns.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.training.UpdateLog;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class StoreMergeTest {
    @TempDir private Path folder;
    private RunStore target;

    @BeforeEach
    void open() {
        target = RunStore.open(folder.resolve("runs.db"));
        finished(target, run("training.rate=0.5"), 2);
    }

    @AfterEach
    void close() {
        target.close();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private StoreMerge.Result merge(Path... files) {
        return StoreMerge.of(List.of(files)).into(target);
    }

    /// The rows of a table without the columns that name runs.
    private static List<Map<String, Object>> rows(RunStore store, String table, long run) {
        String id = table.equals("run") ? "id" : "run";
        return store.read(handle ->
                handle
                        .createQuery(
                                "SELECT * FROM " + table + " WHERE " + id + " = :run ORDER BY 1, 2")
                        .bind("run", run)
                        .mapToMap()
                        .list()
                        .stream()
                        .peek(row -> row.keySet().removeAll(List.of("id", "run", "parent")))
                        .peek(row ->
                                row.replaceAll((_, value) ->
                                        value instanceof byte[] bytes
                                                ? Arrays.toString(bytes)
                                                : value))
                        .toList());
    }

    private static List<String> tables(RunStore store) {
        return store.read(handle ->
                handle.createQuery(
                                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <>"
                                        + " 'sqlite_sequence'")
                        .mapTo(String.class)
                        .list());
    }

    /// A run with rows in all tables, and a fork of it.
    private static void storeParentAndFork(RunStore store) {
        NewRun start =
                new NewRun(
                        new RunStart(new RunSpec(), Optional.of(StoredRuns.WEIGHTS)),
                        114,
                        StoredRuns.STARTED,
                        "parent",
                        List.of("tag"));
        Recording parent = StoredRuns.recording(start);
        MetricLog log = log(9);
        log.mark(5);
        TrainingSpec before = new RunSpec().training();
        parent.losses(
                new UpdateLog.View(List.<double[][]>of(new double[][] {{15}, {0.5}, {0.25}}), 1));
        parent.update(
                log.view(),
                List.of(new Frame.Adjustment(4, before, before.withRate(0.5), List.of())));
        parent.finish(log.view(), StoredRuns.end(9), StoredRuns.WEIGHTS);
        long id = StoredRuns.write(store, parent);
        store.label(id, new RunLabel("it's", "notes", List.of("tag", "other"), true, "#00ff00"));
        store.reveals(id, 3);
        Recording fork =
                new Recording(run(), Optional.of(new Recording.Fork(parent, 4)), false, () -> {});
        fork.finish(log(5).view(), StoredRuns.end(5), StoredRuns.WEIGHTS);
        StoredRuns.write(store, fork);
    }

    @Test
    void allRowsOfARunAreCopiedOnce() {
        try (RunStore source = RunStore.open(file("shard.db"))) {
            storeParentAndFork(source);
            assertThat(merge(file("shard.db"))).isEqualTo(new StoreMerge.Result(2, 0, 0));
            for (String table : tables(source)) {
                assertThat(rows(target, table, 2))
                        .as(table)
                        .isNotEmpty()
                        .isEqualTo(rows(source, table, 1));
            }
            assertThat(rows(target, "run", 3)).isEqualTo(rows(source, "run", 2));
            assertThat(target.weights(2))
                    .hasValueSatisfying(
                            bytes -> assertThat(bytes).isEqualTo(source.weights(1).orElseThrow()));
            assertThat(target.start(2).fingerprint()).isEqualTo(source.start(1).fingerprint());
            assertThat(StoredRuns.find(target, 3).orElseThrow().origin())
                    .contains(new RunSummary.Origin(2, 4));
            assertThat(merge(file("shard.db"), file("shard.db")))
                    .isEqualTo(new StoreMerge.Result(0, 4, 0));
            assertThat(target.list()).hasSize(3);
        }
        assertThat(folder.toFile().list()).doesNotContain("shard.db-wal", "shard.db-shm");
    }

    @Test
    void newRunsOfAMergedFileAreAddedAndEditedLabelsAreKept() {
        try (RunStore source = RunStore.open(file("shard.db"))) {
            storeParentAndFork(source);
            merge(file("shard.db"));
            RunLabel edited = new RunLabel("mine", "", List.of(), false, "#00ff00");
            target.label(2, edited);
            finished(source, run("training.rate=0.25"), 3);
            assertThat(merge(file("shard.db"))).isEqualTo(new StoreMerge.Result(1, 2, 0));
            assertThat(StoredRuns.find(target, 2).orElseThrow().label()).isEqualTo(edited);
        }
    }

    @Test
    void deletedRunsAndRunsInTrainingAreNotCopied() {
        try (RunStore source = RunStore.open(file("shard.db"))) {
            long gone = finished(source, run(), 1);
            source.delete(List.of(gone), Instant.now());
            Recording training = StoredRuns.recording(run("training.rate=0.25"));
            training.update(log(5).view());
            StoredRuns.write(source, training);
            assertThat(merge(file("shard.db"))).isEqualTo(new StoreMerge.Result(0, 0, 1));
            assertThat(target.list()).hasSize(1);
        }
    }

    @Test
    void aStoreInAReadOnlyFolderIsMerged() throws IOException {
        Path place = Files.createDirectory(file("read-only"));
        try (RunStore source = RunStore.open(place.resolve("shard.db"))) {
            finished(source, run(), 1);
        }
        place.toFile().setWritable(false);
        try {
            assertThat(merge(place.resolve("shard.db")).added()).isEqualTo(1);
        } finally {
            place.toFile().setWritable(true);
        }
    }

    @Test
    void noFileIsMergedIfOneCannotBe() throws IOException {
        try (RunStore source = RunStore.open(file("good.db"))) {
            finished(source, run(), 1);
        }
        Files.writeString(file("notes.txt"), "x1,x2,class\n".repeat(100));
        Files.createFile(file("empty.db"));
        Files.createDirectory(file("folder"));
        refused("notes.txt", "The file FILE is not a run database; name another file.");
        refused("empty.db", "The file FILE is not a run database; name another file.");
        refused("folder", "The file FILE is not a run database; name another file.");
        refused("none.db", "FILE cannot be read: there is no such file or folder.");
        refused("runs.db", "The run database FILE cannot be merged into itself.");
        assertThat(file("notes.txt")).content().hasSize(1_200);
        assertThat(merge(file("good.db")).added()).isEqualTo(1);
    }

    private void refused(String name, String message) {
        assertThatThrownBy(() -> merge(file("good.db"), file(name)))
                .hasMessage(message.replace("FILE", file(name).toString()));
        assertThat(target.list()).hasSize(1);
    }

    @Test
    void aStoreOfAnotherVersionIsRefused() throws SQLException {
        try (RunStore source = RunStore.open(file("good.db"))) {
            finished(source, run(), 1);
        }
        int current = StoredRuns.count(target, "PRAGMA user_version", Integer.class);
        for (int version : List.of(3, 99)) {
            Path other = file("version-" + version + ".db");
            try (RunStore source = RunStore.open(other)) {
                finished(source, run(), 1);
                source.<Integer>read(handle -> handle.execute("PRAGMA user_version = " + version));
            }
        }
        refused(
                "version-3.db",
                "The run database FILE was written by an older version of this program (its version"
                    + " is 3, that of this program is "
                        + current
                        + "); list its runs once to update it.");
        refused(
                "version-99.db",
                "The run database FILE was written by a newer version of this program (its version"
                    + " is 99, the newest supported version is "
                        + current
                        + ").");
        try (Handle foreign = StoreFile.open(file("foreign.db"))) {
            foreign.execute("PRAGMA application_id = 7");
        }
        refused(
                "foreign.db",
                "The file FILE is a database of another program, not a run database.");
    }

    @Test
    void aDamagedStoreIsRefusedAndLeftAlone() throws IOException {
        try (RunStore source = RunStore.open(file("shard.db"))) {
            for (int i = 0; i < 20; i++) {
                finished(source, run("seeds.init=" + i), 500);
            }
        }
        long size = Files.size(file("shard.db"));
        try (RandomAccessFile raw = new RandomAccessFile(file("shard.db").toFile(), "rw")) {
            raw.seek(size / 2);
            raw.write(new byte[1 << 14]);
        }
        assertThatThrownBy(() -> merge(file("shard.db")))
                .hasMessage("The run database " + file("shard.db") + " is damaged.");
        assertThat(target.list()).hasSize(1);
        assertThat(file("shard.db")).hasSize(size);
        try (RandomAccessFile raw = new RandomAccessFile(file("shard.db").toFile(), "rw")) {
            raw.setLength(size / 3);
        }
        assertThatThrownBy(() -> merge(file("shard.db")))
                .hasMessage("The run database " + file("shard.db") + " is damaged.");
    }

    @Test
    void aLockedTargetAddsNothing() {
        try (RunStore source = RunStore.open(file("shard.db"))) {
            finished(source, run(), 1);
        }
        try (RunStore patient = RunStore.open(file("runs.db"), 50)) {
            try (Handle other = StoreFile.open(file("runs.db"))) {
                other.execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> StoreMerge.of(List.of(file("shard.db"))).into(patient))
                        .hasMessage(
                                "The run database "
                                        + file("runs.db")
                                        + " is locked by another program.");
                other.execute("ROLLBACK");
            }
            assertThat(StoreMerge.of(List.of(file("shard.db"))).into(patient).added()).isEqualTo(1);
        }
    }

    @Test
    void aFailureInTheMiddleAddsNothing() {
        try (RunStore source = RunStore.open(file("shard.db"))) {
            for (int i = 0; i < 20; i++) {
                finished(source, run("seeds.init=" + i), 500);
            }
        }
        StoredRuns.limitedTo(60).apply(target);
        assertThatThrownBy(() -> merge(file("shard.db")))
                .hasMessage(
                        "The run database "
                                + file("runs.db")
                                + " cannot grow because the disk is full.");
        assertThat(target.list()).hasSize(1);
        StoredRuns.limitedTo(1_000_000).apply(target);
        assertThat(merge(file("shard.db")).added()).isEqualTo(20);
    }
}
