package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Score;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.training.UpdateLog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Sweeps and results for tests.
final class Sweeps {
    static final Outcome DONE = new Outcome.Finished(StopReason.EPOCHS_DONE);
    static final Outcome DIVERGED = new Outcome.Diverged(new Divergence(3, 1, Double.NaN));

    private Sweeps() {}

    static RunStart start(String... settings) {
        return new RunStart(SpecJson.set(new RunSpec(), List.of(settings)));
    }

    static Sweep sweep(RunStart base, int repeats, String... axes) {
        return new Sweep(base, Arrays.stream(axes).map(Axis::parse).toList(), repeats);
    }

    /// Quick to train: 60 points, 3 epochs.
    static Sweep small(int repeats, String... axes) {
        return sweep(
                start("data.samples=60", "training.stop.epochs=3", "model.hidden=4"),
                repeats,
                axes);
    }

    /// A fake result with that validation accuracy.
    static FinishedRun result(Outcome outcome, double accuracy) {
        Score score = new Score(1 - accuracy, accuracy);
        EpochMetrics metrics = new EpochMetrics(3, 30, score, score, score, 0, 0.03);
        MetricLog log = new MetricLog();
        log.append(
                new EpochMetrics(
                        0, 0, score, new Score(0, accuracy + 0.0625), score, 0, Double.NaN),
                0);
        log.append(metrics, 1);
        Parameters weights = RunStart.shape(new RunSpec());
        return new FinishedRun(
                Instant.EPOCH,
                new RunEnd(outcome, 3, 30, 0.5, metrics),
                log.view(),
                UpdateLog.View.EMPTY,
                weights);
    }

    /// Trains nothing: each run ends immediately with the result for its index.
    static SweepExecutor instead(IntFunction<FinishedRun> results) {
        return (runs, _, done) ->
                runs.forEach(run -> done.finished(run, results.apply(run.index())));
    }

    static RunCache knowing(Map<String, FinishedRun> known) {
        return new RunCache() {
            @Override
            public Optional<FinishedRun> find(RunStart start) {
                return Optional.ofNullable(known.get(start.fingerprint()));
            }

            @Override
            public Entry begin(RunStart start, Instant started) {
                return result -> known.put(start.fingerprint(), result);
            }
        };
    }
}
