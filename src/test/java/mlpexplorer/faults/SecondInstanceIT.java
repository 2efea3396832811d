package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;
import mlpexplorer.Wait;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.ClosedWindow;
import mlpexplorer.ui.ClosingMoment;
import mlpexplorer.ui.settings.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// Two instances of the program use the same data folder.
final class SecondInstanceIT {
    private static final int EPOCHS = 1000;

    @TempDir private Path folder;

    @Test
    void twoWindowsStoreTheirRunsInOneFileAndKeepTheSettings() throws Exception {
        ChildProcess program = new ChildProcess(folder).withModules();
        List<FutureTask<ChildProcess.Result>> windows =
                Stream.of(1, 2)
                        .map(_ ->
                                new FutureTask<>(() ->
                                        program.run(
                                                ClosedWindow.class, ClosingMoment.TRAINING.name())))
                        .toList();
        windows.forEach(Thread::startVirtualThread);
        for (FutureTask<ChildProcess.Result> window : windows) {
            ChildProcess.Result result = window.get();
            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
        }
        Path home = ClosedWindow.home(folder, ClosingMoment.TRAINING);
        assertThat(new Settings(home).spec()).isPresent();
        assertThat(Sqlite.integrity(home.resolve(RunStore.FILE))).isEqualTo("ok");
        try (RunStore store = RunStore.open(home.resolve(RunStore.FILE))) {
            assertThat(store.list())
                    .hasSize(2)
                    .allMatch(run -> run.progress().state() == RunState.STOPPED);
        }
    }

    @Test
    void twoCommandLinesStoreTheirRunsInOneFile() throws Exception {
        Path file = folder.resolve("runs.db");
        String[] training = {
            "train",
            "--set",
            "training.stop.epochs=" + EPOCHS,
            "--set",
            "data.samples=200",
            "--quiet",
            "--store",
            file.toString()
        };
        Process first = new ChildProcess(folder).start(training);
        Process second = new ChildProcess(folder).start(training);
        try {
            assertThat(Wait.forExit(first)).isZero();
            assertThat(Wait.forExit(second)).isZero();
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
        try (RunStore store = RunStore.open(file)) {
            List<RunSummary> runs = store.list();
            assertThat(runs)
                    .hasSize(2)
                    .allMatch(run -> run.progress().state() == RunState.FINISHED);
            assertThat(store.metrics(1).size()).isEqualTo(EPOCHS + 1);
            assertThat(store.metrics(2).size()).isEqualTo(EPOCHS + 1);
        }
        assertThat(CommandLines.run("runs", "list", "--store", file.toString()).out().lines())
                .hasSize(3);
    }
}
