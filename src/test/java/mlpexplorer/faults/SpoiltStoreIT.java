package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;

/// The database of runs is damaged, or another program does not let go of it. One that may only be
/// read is in `ReadOnlyStoreIT`.
final class SpoiltStoreIT {
    private static final String[] TRAIN = {"train", "--preset", "xor-mlp", "--quiet"};

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("home").resolve(RunStore.FILE);
    }

    private int runs() {
        try (RunStore store = RunStore.open(file())) {
            assertThat(store.notice()).isEmpty();
            return store.list().size();
        }
    }

    @BeforeEach
    void oneRun() throws Exception {
        assertThat(new Product(folder).run(TRAIN).code()).isZero();
    }

    @Test
    void a_damaged_one_is_set_aside_whole_and_the_run_is_kept_in_a_new_one() throws Exception {
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.write(new byte[100]);
        }
        byte[] damaged = Files.readAllBytes(file());
        Product.Ended ended = new Product(folder).run(TRAIN);
        assertThat(ended.isTidy()).as(ended.err()).isTrue();
        assertThat(ended.sentences())
                .singleElement()
                .asString()
                .matches(
                        "The run store "
                                + file()
                                + " is damaged; it was renamed to runs\\.db\\.damaged-[-\\d]+, and"
                                + " a new one was created\\.");
        assertThat(ended.code()).isZero();
        assertThat(runs()).isEqualTo(1);
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files.filter(path -> path.toString().contains("damaged")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).hasBinaryContent(damaged));
        }
    }

    @Test
    void beside_a_program_that_locks_it_a_run_is_trained_all_the_same_and_nothing_in_it_is_lost()
            throws Exception {
        try (Connection greedy = Sqlite.open(file());
                Statement statement = greedy.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("UPDATE run SET notes = 'mine'");
            Product.Ended ended = new Product(folder).run("train", "--preset", "xor-mlp", "--json");
            assertThat(ended.isTidy()).as(ended.err()).isTrue();
            assertThat(ended.out()).contains("\"outcome\": \"finished\"");
            assertThat(ended.sentences())
                    .containsExactly(
                            "The run store "
                                    + file()
                                    + " is locked by another program; runs are kept in memory until"
                                    + " the program exits.");
            assertThat(ended.code()).isZero();
            statement.execute("COMMIT");
        }
        assertThat(Sqlite.integrity(file())).isEqualTo("ok");
        assertThat(runs()).isEqualTo(1);
    }
}
