package mlpexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.store.ManyRuns;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand runs are listed, filtered and put on the front; what it took is printed, as a machine under load proves nothing.
final class ManyRunsTest {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void ten_thousand_runs_are_listed_and_filtered(@TempDir Path folder) {
        Path file = folder.resolve("runs.db");
        ManyRuns.in(file);
        for (int round = 0; round < 3; round++) {
            long began = CPU.getCurrentThreadCpuTime();
            try (RunStore store = RunStore.open(file)) {
                long opened = CPU.getCurrentThreadCpuTime();
                List<RunSummary> runs = store.list();
                long listed = CPU.getCurrentThreadCpuTime();
                List<RunSummary> some = runs.stream().filter(new RunFilter("val_acc > 0.4 and hidden = 8 and tag = odd"))
                        .sorted(RunsViewModel.NEWEST_FIRST).toList();
                long filtered = CPU.getCurrentThreadCpuTime();
                List<RunSummary> front = Pareto.front(runs);
                long done = CPU.getCurrentThreadCpuTime();
                System.out.printf("opened in %d, listed in %d, filtered in %d, front in %d ms of processor time%n", (opened - began) / 1_000_000,
                        (listed - opened) / 1_000_000, (filtered - listed) / 1_000_000, (done - filtered) / 1_000_000);
                assertThat(runs).hasSize(ManyRuns.COUNT);
                assertThat(some).hasSize(313);
                assertThat(front).hasSize(1);
            }
        }
    }
}
