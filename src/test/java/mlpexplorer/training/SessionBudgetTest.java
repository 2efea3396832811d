package mlpexplorer.training;

import static mlpexplorer.training.SessionHistoryTest.RICH;
import static mlpexplorer.training.SessionHistoryTest.after;
import static mlpexplorer.training.SessionHistoryTest.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.training.MetricLog.Column;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// Sessions that keep few checkpoints or thin their curves.
class SessionBudgetTest {

    @Test
    void whatIsSentAfterASeekWaitsForIt() {
        try (TrainingSession lean = new TrainingSession(System::nanoTime, 1)) {
            lean.send(
                    new Command.Restart(
                            1, () -> Runs.trainer(Runs.SGD.withStop(Runs.epochs(80))), true));
            Await.frame(lean, frame -> frame.phase() instanceof Phase.Finished);
            lean.send(new Command.Seek(70));
            lean.send(new Command.StepEpoch());
            Frame frame = Await.frame(lean, candidate -> candidate.epoch() == 71);
            assertThat(frame.phase()).isEqualTo(new Phase.Paused());
            assertThat(Runs.flat(frame.parameters())).containsExactly(after(Runs.SGD, 71));
        }
    }

    @Test
    void aLaterSeekReplacesAnEarlierOneAndARestartBoth() {
        try (TrainingSession lean = new TrainingSession(System::nanoTime, 1)) {
            lean.send(
                    new Command.Restart(
                            1, () -> Runs.trainer(Runs.SGD.withStop(Runs.epochs(80))), true));
            Await.frame(lean, frame -> frame.phase() instanceof Phase.Finished);
            lean.send(new Command.Seek(79));
            lean.send(new Command.Seek(3));
            assertThat(Await.frame(lean, frame -> frame.epoch() == 3).lastEpoch()).isEqualTo(80);
            lean.send(new Command.Seek(79));
            lean.send(new Command.Play());
            lean.send(new Command.Restart(2, () -> Runs.trainer(Runs.SGD), false));
            assertThat(Await.frame(lean, frame -> frame.generation() == 2).phase())
                    .isEqualTo(new Phase.Ready());
        }
    }

    /// The pause is sent from within the clock, which is read once per update.
    @Test
    void aPauseStopsOnTheWay() {
        AtomicReference<TrainingSession> self = new AtomicReference<>();
        AtomicLong looksBeforePause = new AtomicLong(Long.MAX_VALUE);
        LongSupplier clock =
                () -> {
                    if (looksBeforePause.decrementAndGet() == 0) {
                        self.get().send(new Command.Pause());
                    }
                    return 0;
                };
        try (TrainingSession lean = new TrainingSession(clock, 1)) {
            self.set(lean);
            lean.send(
                    new Command.Restart(
                            1, () -> Runs.trainer(Runs.SGD.withStop(Runs.epochs(60))), true));
            Await.frame(lean, frame -> frame.phase() instanceof Phase.Finished);
            looksBeforePause.set(500);
            lean.send(new Command.Seek(59));
            Frame frame = Await.frame(lean, _ -> true);
            assertThat(frame.phase()).isEqualTo(new Phase.Paused());
            assertThat(frame.epoch()).isBetween(1L, 58L);
            lean.send(new Command.Seek(50));
            assertThat(
                            Runs.flat(
                                    Await.frame(lean, candidate -> candidate.epoch() == 50)
                                            .parameters()))
                    .containsExactly(after(Runs.SGD, 50));
        }
    }

    @Test
    void epochsFarBackAreReachedWithinASmallBudget() {
        TrainingSpec full = RICH.withBatch(new BatchSize.Full()).withStop(Runs.epochs(1000));
        try (TrainingSession lean = new TrainingSession(System::nanoTime, 100_000)) {
            lean.send(new Command.Restart(1, () -> Runs.trainer(full), true));
            Await.frame(lean, frame -> frame.phase() instanceof Phase.Finished);
            Trainer trainer = Runs.trainer(full);
            for (long epoch : new long[] {1, 277, 500, 999}) {
                lean.send(new Command.Seek(epoch));
                Frame frame = Await.frame(lean, candidate -> candidate.epoch() == epoch);
                assertThat(Runs.flat(frame.parameters()))
                        .containsExactly(Runs.flatAfter(trainer, epoch));
                assertThat(frame.metrics()).isEqualTo(trainer.metrics());
            }
        }
    }

    @Test
    void aThinnedCurveHasItsFirstLastBestAndChangedEpochs() {
        try (TrainingSession thinning = new TrainingSession(System::nanoTime, 100_000, 8)) {
            thinning.send(
                    new Command.Restart(
                            1, () -> Runs.trainer(Runs.SGD.withStop(Runs.epochs(101))), false));
            step(thinning, 1, 45);
            thinning.send(new Command.Adjust(Runs.SGD.withRate(0.2).withStop(Runs.epochs(101))));
            thinning.send(new Command.Play());
            Frame end = Await.frame(thinning, frame -> frame.phase() instanceof Phase.Finished);
            Trainer trainer = Runs.trainer(Runs.SGD);
            Runs.flatAfter(trainer, 45);
            trainer.continueWith(Runs.SGD.withRate(0.2));
            Runs.flatAfter(trainer, 101);
            assertThat(epochs(end))
                    .contains(0, 45, (int) trainer.bestEpoch(), 101)
                    .hasSizeLessThan(20);
            assertThat(end.log().best()).hasValue(trainer.bestEpoch());
            assertThat(end.metrics()).isEqualTo(trainer.metrics());
        }
    }

    @Test
    void aChangeAtAnEpochThatTheThinnedCurveHadDroppedBringsItsRowAndThatOfTheBestBack() {
        TrainingSpec plain = Runs.SGD.withStop(Runs.epochs(130));
        TrainingSpec other = plain.withRate(0.01);
        for (int past = 81; past <= 87; past++) {
            int shown = past;
            try (TrainingSession thinning = new TrainingSession(System::nanoTime, 100_000, 8)) {
                thinning.send(new Command.Restart(1, () -> Runs.trainer(plain), true));
                Frame whole =
                        Await.frame(thinning, frame -> frame.phase() instanceof Phase.Finished);
                thinning.send(new Command.Seek(shown));
                Await.frame(thinning, frame -> frame.epoch() == shown);
                thinning.send(new Command.Adjust(other));
                Frame cut = Await.frame(thinning, frame -> frame.lastEpoch() == shown);
                Trainer trainer = Runs.trainer(plain);
                Runs.flatAfter(trainer, shown);
                assertThat(epochs(cut))
                        .contains(0, (int) trainer.bestEpoch())
                        .endsWith(shown)
                        .isSorted()
                        .doesNotHaveDuplicates();
                assertThat(cut.log().best()).hasValue(trainer.bestEpoch());
                assertThat(cut.log().value(Column.VALIDATION_LOSS, cut.log().size() - 1))
                        .isEqualTo(trainer.metrics().validation().loss());
                double seconds = cut.log().value(Column.SECONDS, cut.log().size() - 1);
                assertThat(seconds)
                        .isBetween(
                                whole.log().value(Column.SECONDS, whole.log().rowAt(80)),
                                whole.log().value(Column.SECONDS, whole.log().rowAt(80) + 1));
                step(thinning, shown + 1, 101);
                thinning.send(new Command.Seek(101));
                assertThat(epochs(Await.frame(thinning, frame -> frame.epoch() == 101)))
                        .contains(0, shown, 101);
            }
        }
    }

    private static void step(TrainingSession session, long from, long to) {
        for (long epoch = from; epoch <= to; epoch++) {
            long wanted = epoch;
            session.send(new Command.StepEpoch());
            Await.frame(
                    session,
                    frame -> frame.phase() instanceof Phase.Paused && frame.epoch() == wanted);
        }
    }
}
