package mlpexplorer.experiment.store;

import mlpexplorer.training.MetricLog;

import java.nio.file.Path;

/// Many finished runs in a file, for tests of size and benchmarks.
public final class ManyRuns {
    private ManyRuns() {}

    public static void in(Path file, int count) {
        MetricLog.View log = StoredRuns.log(10).view();
        try (RunStore store = RunStore.open(file)) {
            store.transact(handle -> {
                for (int i = 0; i < count; i++) {
                    NewRun run =
                            StoredRuns.tagged(
                                    StoredRuns.run(
                                            "model.hidden=" + (1 + i % 32),
                                            "training.rate=" + 0.001 * (1 + i % 50)),
                                    i % 2 == 0 ? "even" : "odd");
                    Recording recording = StoredRuns.recording(run);
                    recording.finish(log, StoredRuns.end(10), StoredRuns.WEIGHTS);
                    recording.written(
                            new RunWriter(handle)
                                    .write(recording, recording.pending().orElseThrow()));
                }
                return count;
            });
        }
    }
}
