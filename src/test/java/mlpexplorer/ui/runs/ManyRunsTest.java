package mlpexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.store.ManyRuns;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// `RunsBench` measures how fast ten thousand runs are listed.
final class ManyRunsTest {

    @Test
    void hundredsOfRunsAreListedAndFiltered(@TempDir Path folder) {
        Path file = folder.resolve("runs.db");
        ManyRuns.in(file, 300);
        try (RunStore store = RunStore.open(file)) {
            List<RunSummary> runs = store.list();
            assertThat(runs).hasSize(300);
            assertThat(
                            runs.stream()
                                    .filter(
                                            new RunFilter(
                                                    "val_acc > 0.4 and hidden = 8 and tag = odd")))
                    .hasSize(10);
            assertThat(Pareto.front(runs)).hasSize(1);
        }
    }
}
