package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A database of runs on a disk that may only be read.
final class ReadOnlyStoreIT {
    @TempDir private Path folder;

    private Path store;
    private byte[] before;

    @BeforeEach
    void oneRun() throws Exception {
        store = Files.createDirectory(folder.resolve("disk")).resolve("runs.db");
        new Product(folder)
                .run("train", "--preset", "xor-mlp", "--quiet", "--store", store.toString());
        before = Files.readAllBytes(store);
    }

    private Product.Ended run(String... arguments) throws IOException, InterruptedException {
        Product.Ended ended =
                OtherDisk.readOnly(new Product(folder), store.getParent()).run(arguments);
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
        return ended;
    }

    @Test
    void it_is_listed_and_that_nothing_is_kept_is_told() throws Exception {
        Product.Ended ended = run("runs", "list", "--store", store.toString());
        assertThat(ended.out().lines()).hasSize(2);
        assertThat(ended.sentences())
                .containsExactly(
                        "The run store " + store + " is read-only; new runs are not saved in it.");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_run_is_trained_all_the_same() throws Exception {
        Product.Ended ended = run("train", "--preset", "xor-mlp", "--store", store.toString());
        assertThat(ended.out()).contains("finished after 300 epochs").doesNotContain("saved as");
        assertThat(ended.sentences())
                .containsExactly(
                        "The run store " + store + " is read-only; new runs are not saved in it.");
        assertThat(ended.code()).isZero();
    }

    @Test
    void nothing_is_deleted_from_it() throws Exception {
        Product.Ended ended = run("runs", "delete", "1", "--store", store.toString());
        assertThat(ended.sentences())
                .containsExactly(
                        "The run store " + store + " is read-only, so nothing was changed.");
        assertThat(ended.code()).isEqualTo(1);
    }
}
