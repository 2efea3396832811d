package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same program twice on the same folder.
final class SecondInstanceTest {
    @TempDir
    private Path folder;

    @Test
    void two_programs_keep_their_runs_in_one_file_and_each_sees_the_others() throws Exception {
        Product product = new Product(folder);
        String[] training = {"train", "--set", "training.stop.epochs=2000", "--set", "data.samples=200", "--quiet"};
        Process first = product.start(training);
        Process second = product.start(training);
        try {
            assertThat(first.waitFor()).isZero();
            assertThat(second.waitFor()).isZero();
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
        try (RunStore store = RunStore.open(folder.resolve("home").resolve(RunStore.FILE))) {
            List<RunSummary> runs = store.list();
            assertThat(runs).hasSize(2).allMatch(run -> run.progress().state() == RunState.FINISHED);
            assertThat(store.metrics(1).size()).isEqualTo(2001);
            assertThat(store.metrics(2).size()).isEqualTo(2001);
        }
        assertThat(product.run("runs", "list").out().lines()).hasSize(3);
    }
}
