package mlpexplorer.experiment.store;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule.StopReason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Runs for tests, created without training.
public final class StoredRuns {
    public static final Instant STARTED = Instant.parse("2026-11-21T01:50:00Z");

    public static final Parameters WEIGHTS = new Mlp(new ModelSpec(), 2, 2).initialize(7);

    private StoredRuns() {}

    public static NewRun run(String... settings) {
        RunSpec spec = SpecJson.set(new RunSpec(), List.of(settings));
        return new NewRun(new RunStart(spec), 114, STARTED, "", List.of());
    }

    public static NewRun tagged(NewRun run, String... tags) {
        return new NewRun(run.start(), run.parameters(), run.started(), run.name(), List.of(tags));
    }

    static Recording recording(NewRun run) {
        return new Recording(run, Optional.empty(), false, () -> {});
    }

    /// The run of that number, unless it was deleted.
    public static Optional<RunSummary> find(RunStore store, long id) {
        return store.list().stream().filter(run -> run.id() == id).findFirst();
    }

    /// Epochs 0 to `epochs`; the validation loss is smallest in epoch 3.
    public static MetricLog log(int epochs) {
        MetricLog log = new MetricLog();
        for (int epoch = 0; epoch <= epochs; epoch++) {
            log.append(metrics(epoch), epoch / 8.0);
        }
        return log;
    }

    public static EpochMetrics metrics(long epoch) {
        return metrics(epoch, 1 + Math.abs(epoch - 3));
    }

    static EpochMetrics metrics(long epoch, double validationLoss) {
        return new EpochMetrics(
                epoch,
                15 * epoch,
                new Score(1.0 / (1 + epoch), 0.75),
                new Score(validationLoss, 0.5),
                new Score(Double.NaN, Double.NaN),
                0.25,
                epoch == 0 ? Double.NaN : 0.5 / epoch);
    }

    public static RunEnd end(int epochs) {
        return new RunEnd(
                new Outcome.Finished(StopReason.EPOCHS_DONE),
                epochs,
                15L * epochs,
                epochs / 8.0,
                metrics(epochs));
    }

    /// Stores a finished run and returns its number.
    public static long finished(RunStore store, NewRun run, int epochs) {
        Recording recording = recording(run);
        recording.finish(log(epochs).view(), end(epochs), WEIGHTS);
        return write(store, recording);
    }

    static long write(RunStore store, Recording recording) {
        Recording.Update news = recording.pending().orElseThrow();
        recording.written(store.transact(handle -> new RunWriter(handle).write(recording, news)));
        return recording.id().orElseThrow();
    }

    static <T> T count(RunStore store, String query, Class<T> type) {
        return store.read(handle -> handle.createQuery(query).mapTo(type).one());
    }

    static Function<RunStore, Integer> limitedTo(int pages) {
        return store ->
                store.read(handle ->
                        handle.createQuery("PRAGMA max_page_count = " + pages)
                                .mapTo(int.class)
                                .one());
    }
}
