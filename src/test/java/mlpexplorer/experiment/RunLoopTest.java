package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.training.TrainingSpec;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

final class RunLoopTest {

    private static RunLoop loop(String... settings) {
        return new RunLoop(new RunStart(SpecJson.set(new RunSpec(), List.of(settings))), () -> 0);
    }

    @Test
    void runsToTheLastEpochAndLogsEach() {
        List<Long> told = new ArrayList<>();
        RunResult result =
                loop("training.stop.epochs=3")
                        .run(() -> false, metrics -> told.add(metrics.epoch()));
        assertThat(result.end().outcome()).isEqualTo(new Outcome.Finished(StopReason.EPOCHS_DONE));
        assertThat(result.end().epochs()).isEqualTo(3);
        assertThat(result.end().updates()).isEqualTo(3 * 18);
        assertThat(told).containsExactly(1L, 2L, 3L);
        assertThat(result.log().size()).isEqualTo(4);
        assertThat(result.log().value(MetricLog.Column.TRAIN_LOSS, 3))
                .isEqualTo(result.end().metrics().train().loss());
    }

    @Test
    void equalStartsEndInTheSameBits() {
        RunResult one =
                loop("training.stop.epochs=5", "training.dropout=0.2").run(() -> false, _ -> {});
        RunResult two =
                loop("training.stop.epochs=5", "training.dropout=0.2").run(() -> false, _ -> {});
        assertThat(one.parameters().weights(1)).isEqualTo(two.parameters().weights(1));
        assertThat(one.end().metrics()).isEqualTo(two.end().metrics());
    }

    @Test
    void askedToStopItEndsWithTheEpoch() {
        RunResult result = loop().run(() -> true, _ -> {});
        assertThat(result.end().outcome()).isEqualTo(new Outcome.Stopped());
        assertThat(result.end().epochs()).isEqualTo(1);
        assertThat(result.end().updates()).isEqualTo(18);
    }

    @Test
    void askedToStopInASlowEpochItDoesNotWaitForItsEnd() {
        AtomicLong clock = new AtomicLong();
        RunLoop slow =
                new RunLoop(new RunStart(new RunSpec()), () -> clock.getAndAdd(2_000_000_000L));
        RunResult result = slow.run(() -> true, _ -> {});
        assertThat(result.end().outcome()).isEqualTo(new Outcome.Stopped());
        assertThat(result.end().updates()).isEqualTo(1);
        assertThat(result.end().epochs()).isZero();
        assertThat(result.end().metrics().epoch()).isZero();
    }

    @Test
    void timeRunsOutByTheClockItWasGiven() {
        AtomicLong clock = new AtomicLong();
        RunSpec spec = SpecJson.set(new RunSpec(), List.of("training.stop.seconds=10"));
        RunResult result =
                new RunLoop(new RunStart(spec), () -> clock.getAndAdd(4_000_000_000L))
                        .run(() -> false, _ -> {});
        assertThat(result.end().outcome()).isEqualTo(new Outcome.Finished(StopReason.TIME_UP));
        assertThat(result.end().epochs()).isEqualTo(3);
        assertThat(result.end().seconds()).isEqualTo(12);
    }

    @Test
    void earlyStoppingRestoresTheBestAndLogsEveryEpochOnce() {
        RunResult result =
                loop("training.rate=1", "training.stop.patience=5").run(() -> false, _ -> {});
        assertThat(result.end().outcome())
                .isEqualTo(new Outcome.Finished(StopReason.PATIENCE_EXHAUSTED));
        assertThat(result.end().metrics().epoch()).isEqualTo(result.end().epochs() - 5);
        assertThat(result.log().value(MetricLog.Column.EPOCH, result.log().size() - 1))
                .isEqualTo(result.end().epochs());
    }

    @Test
    void whicheverWayARunEndsEarlyStoppingLeavesItsBestWeights() {
        String[] patient = {
            "data.noise=0.4",
            "training.rate=0.3",
            "training.stop.patience=1000000",
            "training.stop.epochs=60"
        };
        List<double[]> weights = new ArrayList<>();
        RunLoop watched = loop(patient);
        while (!watched.isFinished()) {
            weights.add(watched.result().parameters().weights(0));
            watched.epoch(() -> false);
        }
        RunResult whole = watched.result();
        int best = (int) whole.end().metrics().epoch();
        assertThat(best).isLessThan(60).isEqualTo((int) whole.log().best().orElseThrow());
        assertThat(whole.end().outcome()).isEqualTo(new Outcome.Finished(StopReason.EPOCHS_DONE));
        assertThat(whole.parameters().weights(0)).isEqualTo(weights.get(best));
        assertThat(whole.end().reason())
                .isEqualTo("all epochs done, weights of epoch " + best + " restored");
        AtomicLong epochs = new AtomicLong();
        RunResult stopped =
                loop(patient).run(() -> epochs.get() == best + 3, _ -> epochs.incrementAndGet());
        assertThat(stopped.end().outcome()).isEqualTo(new Outcome.Stopped());
        assertThat(stopped.end().epochs()).isEqualTo(best + 3);
        assertThat(stopped.end().metrics()).isEqualTo(whole.end().metrics());
        assertThat(stopped.parameters().weights(0)).isEqualTo(weights.get(best));
        assertThat(stopped.end().reason())
                .isEqualTo("interrupted, weights of epoch " + best + " restored");
    }

    @Test
    void earlyStoppingThatHasNothingToWatchIsRefused() {
        String message =
                "training.stop.patience is 5, but data.split leaves no validation rows out of 300,"
                        + " which early stopping needs; increase the second share or set"
                        + " training.stop.patience to null.";
        assertThatThrownBy(() -> loop("data.split=0.8,0,0.2", "training.stop.patience=5"))
                .hasMessage(message);
        assertThatThrownBy(() ->
                        new RunSpec()
                                .withSplit(new SplitSpec(0.8, 0, 0.2, true))
                                .withTraining(
                                        new TrainingSpec()
                                                .withStop(
                                                        new StopRule()
                                                                .withPatience(Optional.of(5)))))
                .hasMessage(message);
    }

    @Test
    void theTableOfAThinnedLogHasFirstLastAndBestEpoch() {
        RunSpec spec =
                SpecJson.set(
                        new RunSpec(), List.of("training.rate=1", "training.stop.patience=17"));
        RunResult result =
                new RunLoop(new RunStart(spec), spec.splitData(), () -> 0, 8)
                        .run(() -> false, _ -> {});
        assertThat(result.end().epochs()).isGreaterThan(8);
        assertThat(result.log().size()).isLessThan(20);
        List<String> table =
                RunTables.metrics(result.log(), Task.Metric.ACCURACY).text().lines().toList();
        assertThat(table.getLast()).startsWith(result.end().epochs() + ",");
        assertThat(table).anyMatch(line -> line.startsWith(result.end().metrics().epoch() + ","));
        assertThat(result.log().value(MetricLog.Column.EPOCH, 0)).isZero();
    }

    @Test
    void divergenceKeepsTheLastGoodEpoch() {
        RunResult result =
                loop("training.rate=1000", "model.activation=relu").run(() -> false, _ -> {});
        assertThat(result.end().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Diverged.class,
                        diverged -> assertThat(diverged.divergence().epoch()).isEqualTo(1));
        assertThat(result.end().metrics().epoch()).isZero();
        assertThat(result.parameters().weights(0)).isEqualTo(result.initial().weights(0));
    }
}
