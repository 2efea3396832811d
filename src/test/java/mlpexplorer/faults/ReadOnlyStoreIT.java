package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The run database is on a read-only disk.
final class ReadOnlyStoreIT {
    @TempDir private Path folder;

    @Test
    void runsAreListedAndTrainedButNothingIsStoredOrDeleted() throws Exception {
        Path file = Files.createDirectory(folder.resolve("disk")).resolve("runs.db");
        String store = file.toString();
        assertThat(
                        CommandLines.run(
                                        "train", "--preset", "xor-mlp", "--quiet", "--store", store)
                                .code())
                .isZero();
        byte[] before = Files.readAllBytes(file);
        List<ChildProcess.Result> results =
                MountedFolder.readOnly(new ChildProcess(folder), file.getParent())
                        .runAll(
                                List.of(
                                        List.of("runs", "list", "--store", store),
                                        List.of("train", "--preset", "xor-mlp", "--store", store),
                                        List.of("runs", "delete", "1", "--store", store)));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        String notice =
                "The run database " + store + " is read-only; new runs are not saved in it.";
        assertThat(results.get(0).out().lines()).hasSize(2);
        assertThat(results.get(0).messages()).containsExactly(notice);
        assertThat(results.get(0).code()).isZero();
        assertThat(results.get(1).out())
                .contains("finished after 300 epochs")
                .doesNotContain("saved as");
        assertThat(results.get(1).messages()).containsExactly(notice);
        assertThat(results.get(1).code()).isZero();
        assertThat(results.get(2).messages())
                .containsExactly(
                        "The run database " + store + " is read-only, so nothing was changed.");
        assertThat(results.get(2).code()).isEqualTo(1);
    }
}
