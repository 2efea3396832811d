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

/// How fast that is, `RunsBench` measures.
final class ManyRunsTest {

    @Test
    void ten_thousand_runs_are_listed_and_filtered(@TempDir Path folder) {
        Path file = folder.resolve("runs.db");
        ManyRuns.in(file);
        try (RunStore store = RunStore.open(file)) {
            List<RunSummary> runs = store.list();
            assertThat(runs).hasSize(ManyRuns.COUNT);
            assertThat(
                            runs.stream()
                                    .filter(
                                            new RunFilter(
                                                    "val_acc > 0.4 and hidden = 8 and tag = odd")))
                    .hasSize(313);
            assertThat(Pareto.front(runs)).hasSize(1);
        }
    }
}
