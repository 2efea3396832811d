package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.ClosedWindow;
import mlpexplorer.ui.settings.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// The same program twice on the same folder.
final class SecondInstanceIT {
    @TempDir private Path folder;

    @Test
    void two_windows_keep_their_runs_in_one_file_and_neither_loses_the_others_settings()
            throws Exception {
        Product product = new Product(folder).ofModules();
        List<FutureTask<Product.Ended>> windows =
                Stream.of(1, 2)
                        .map(_ ->
                                new FutureTask<>(() -> product.run(ClosedWindow.class, "TRAINING")))
                        .toList();
        windows.forEach(Thread::startVirtualThread);
        for (FutureTask<Product.Ended> window : windows) {
            Product.Ended ended = window.get();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.code()).isZero();
        }
        Path home = folder.resolve("home");
        assertThat(new Settings(home).spec()).isPresent();
        assertThat(Sqlite.integrity(home.resolve(RunStore.FILE))).isEqualTo("ok");
        try (RunStore store = RunStore.open(home.resolve(RunStore.FILE))) {
            assertThat(store.list())
                    .hasSize(2)
                    .allMatch(run -> run.progress().state() == RunState.STOPPED);
        }
    }

    @Test
    void two_programs_keep_their_runs_in_one_file_and_each_sees_the_others() throws Exception {
        Product product = new Product(folder);
        String[] training = {
            "train", "--set", "training.stop.epochs=2000", "--set", "data.samples=200", "--quiet"
        };
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
            assertThat(runs)
                    .hasSize(2)
                    .allMatch(run -> run.progress().state() == RunState.FINISHED);
            assertThat(store.metrics(1).size()).isEqualTo(2001);
            assertThat(store.metrics(2).size()).isEqualTo(2001);
        }
        assertThat(product.run("runs", "list").out().lines()).hasSize(3);
    }
}
