package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.StopRule.StopReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Ended runs that are rewound or continued differently.
class SessionEndTest {
    private static final Mlp WILD = Runs.mlp(Activation.RELU, 8, 8, 8);

    /// The clock advances by a millisecond per reading.
    private final AtomicLong ticks = new AtomicLong();

    private final TrainingSession session =
            new TrainingSession(() -> ticks.addAndGet(1_000_000), CheckpointLog.DEFAULT_BUDGET);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aFinishedRunIsFinishedAgainAtItsLastEpoch() {
        play(Runs.SGD.withStop(Runs.epochs(5)));
        ended();
        assertThat(seek(3).phase()).isEqualTo(new Phase.Paused());
        assertThat(seek(5).phase()).isEqualTo(new Phase.Finished(StopReason.EPOCHS_DONE));
        session.send(new Command.Play());
        assertThat(ended().epoch()).isEqualTo(10);
    }

    @Test
    void playedFromThePastAFinishedRunFinishesWhereItDid() {
        play(Runs.SGD.withStop(Runs.epochs(7)));
        Frame first = ended();
        seek(2);
        session.send(new Command.Play());
        Frame second = ended();
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(second.log().size()).isEqualTo(8);
    }

    @Test
    void anExtendedRunIsTheSameFromThePast() {
        play(Runs.SGD.withStop(Runs.epochs(4)));
        ended();
        session.send(new Command.Play());
        Frame longer = ended();
        seek(1);
        session.send(new Command.Play());
        Frame again = ended();
        assertThat(again.metrics()).isEqualTo(longer.metrics());
        assertThat(again.epoch()).isEqualTo(8);
    }

    @Test
    void aRunForkedBeforeItsExtensionEndsAtItsOwnEpochs() {
        TrainingSpec five = Runs.SGD.withStop(Runs.epochs(5));
        play(five);
        ended();
        session.send(new Command.Play());
        assertThat(ended().epoch()).isEqualTo(10);
        seek(3);
        session.send(new Command.Adjust(five.withRate(0.01)));
        session.send(new Command.Play());
        assertThat(ended().epoch()).isEqualTo(5);
    }

    @Test
    void earlyStoppingThroughTheSessionShowsTheBestWeights() {
        Frame stopped = overfit();
        Trainer trainer = StopRuleTest.overfitting(5);
        assertThat(Runs.flat(stopped.parameters()))
                .containsExactly(Runs.flatAfter(trainer, stopped.epoch()));
        assertThat(stopped.lastEpoch()).isEqualTo(stopped.epoch() + 5);
        assertThat(stopped.metrics()).isEqualTo(trainer.metrics());
    }

    @Test
    void whicheverRuleEndsARunTheBestWeightsAreShownAndTheLastOnesCanBeSeen() {
        Trainer plain = StopRuleTest.overfitting(1_000_000);
        Runs.flatAfter(plain, 60);
        EpochMetrics last = plain.metrics();
        long best = plain.bestEpoch();
        StopRule patient = Runs.epochs(1_000_000).withPatience(Optional.of(1_000_000));
        double seconds = 0.001 * plain.updates();
        for (StopRule rule :
                List.of(
                        patient.withEpochs(60),
                        patient.withLoss(Optional.of(last.train().loss())),
                        patient.withSeconds(Optional.of(seconds)))) {
            session.send(new Command.Restart(1, () -> overfitting(rule), true));
            Frame end = ended();
            assertThat(end.lastEpoch()).isEqualTo(60);
            assertThat(end.epoch()).isEqualTo(best);
            assertThat(Runs.flat(end.parameters()))
                    .containsExactly(Runs.flatAfter(StopRuleTest.overfitting(1_000_000), best));
            assertThat(end.log().lastEpoch()).isEqualTo(60);
            Frame seen = seek(60);
            assertThat(seen.phase()).isEqualTo(new Phase.Paused());
            assertThat(seen.metrics()).isEqualTo(last);
            session.send(new Command.Play());
            Frame again = ended();
            assertThat(again.phase()).isEqualTo(end.phase());
            assertThat(again.metrics()).isEqualTo(end.metrics());
        }
    }

    @Test
    void aRunTrainedOnAfterItsEndEndsWithTheBestWeightsAgainAndIsReplayed() {
        StopRule thirty = Runs.epochs(30).withPatience(Optional.of(1_000_000));
        session.send(new Command.Restart(1, () -> overfitting(thirty), true));
        Frame first = ended();
        assertThat(first.epoch()).isLessThan(30);
        session.send(new Command.Play());
        Frame second = ended();
        assertThat(second.lastEpoch()).isEqualTo(60);
        assertThat(second.epoch()).isEqualTo(second.log().best().orElseThrow());
        Frame middle = seek(45);
        seek(20);
        assertThat(Runs.flat(seek(45).parameters()))
                .containsExactly(Runs.flat(middle.parameters()));
        session.send(new Command.Play());
        Frame again = ended();
        assertThat(again.metrics()).isEqualTo(second.metrics());
        assertThat(Runs.flat(again.parameters())).containsExactly(Runs.flat(second.parameters()));
    }

    @Test
    void aLiveChangeOfARunTrainedOnAfterEarlyStoppingDoesNotEndIt() {
        Frame stopped = overfit();
        session.send(new Command.StepEpoch());
        Await.frame(session, frame -> frame.lastEpoch() == stopped.lastEpoch() + 1);
        TrainingSpec spec = StopRuleTest.overfitting(5).spec();
        session.send(new Command.Adjust(spec.withRate(0.01)));
        for (long epoch = stopped.lastEpoch() + 2; epoch <= stopped.lastEpoch() + 9; epoch++) {
            assertThat(step(epoch).phase()).isEqualTo(new Phase.Paused());
        }
        session.send(
                new Command.Adjust(
                        spec.withRate(0.01).withStop(spec.stop().withPatience(Optional.of(3)))));
        session.send(new Command.Play());
        assertThat(ended().phase()).isEqualTo(new Phase.Finished(StopReason.PATIENCE_EXHAUSTED));
    }

    @Test
    void aDivergedRunWithEarlyStoppingShowsItsBestWeightsAndForksFromItsLastGoodEpoch() {
        StopRule patient = Runs.epochs(1_000_000).withPatience(Optional.of(1_000_000));
        session.send(new Command.Restart(1, () -> overfitting(patient), false));
        for (long epoch = 1; epoch <= 60; epoch++) {
            step(epoch);
        }
        TrainingSpec spec = overfitting(patient).spec();
        session.send(new Command.Adjust(spec.withRate(1000)));
        session.send(new Command.Play());
        Frame diverged = Await.frame(session, frame -> frame.phase() instanceof Phase.Diverged);
        assertThat(diverged.epoch())
                .isEqualTo(diverged.log().best().orElseThrow())
                .isLessThan(diverged.lastEpoch());
        Frame last = seek(diverged.lastEpoch());
        assertThat(last.phase()).isEqualTo(new Phase.Paused());
        session.send(new Command.Play());
        assertThat(Await.frame(session, frame -> frame.phase() instanceof Phase.Diverged).metrics())
                .isEqualTo(diverged.metrics());
        session.send(new Command.Fork(2, spec.withRate(0.01), false));
        Frame forked = Await.frame(session, frame -> frame.generation() == 2);
        assertThat(forked.epoch()).isEqualTo(diverged.lastEpoch());
        assertThat(Runs.flat(forked.parameters())).containsExactly(Runs.flat(last.parameters()));
    }

    @Test
    void aPausedRunTellsWhatRemainsIfItEndsWhereverInThePastItIsShown() {
        StopRule patient = Runs.epochs(1_000_000).withPatience(Optional.of(1_000_000));
        session.send(new Command.Restart(1, () -> overfitting(patient), false));
        for (long epoch = 1; epoch <= 60; epoch++) {
            step(epoch);
        }
        Trainer plain = StopRuleTest.overfitting(1_000_000);
        Runs.flatAfter(plain, 60);
        double[] best = Runs.flatAfter(StopRuleTest.overfitting(1_000_000), plain.bestEpoch());
        for (long epoch : new long[] {60, 2, 0, 59}) {
            Frame shown = seek(epoch);
            assertThat(shown.epoch()).isEqualTo(epoch);
            Frame ended = shown.ended();
            assertThat(ended.metrics()).isEqualTo(plain.best());
            assertThat(Runs.flat(ended.parameters())).containsExactly(best);
        }
    }

    private static Trainer overfitting(StopRule stop) {
        Trainer trainer = StopRuleTest.overfitting(1_000_000);
        trainer.continueWith(trainer.spec().withStop(stop));
        return trainer;
    }

    @Test
    void theLastWeightsOfAnEarlyStoppedRunCanBeSeenAndPlayStopsThereAgain() {
        Frame stopped = overfit();
        Frame last = seek(stopped.lastEpoch());
        assertThat(last.phase()).isEqualTo(new Phase.Paused());
        assertThat(Runs.flat(last.parameters()))
                .containsExactly(Runs.flatAfter(StopRuleTest.overfitting(5), stopped.lastEpoch()));
        session.send(new Command.Play());
        Frame again = ended();
        assertThat(again.phase()).isEqualTo(new Phase.Finished(StopReason.PATIENCE_EXHAUSTED));
        assertThat(again.metrics()).isEqualTo(stopped.metrics());
        assertThat(Runs.flat(again.parameters())).containsExactly(Runs.flat(stopped.parameters()));
    }

    @Test
    void trainingOnFromTheBestWeightsIsReplayedToo() {
        Frame stopped = overfit();
        List<Frame> later = new ArrayList<>();
        for (long epoch = stopped.lastEpoch() + 1; epoch <= stopped.lastEpoch() + 4; epoch++) {
            later.add(step(epoch));
        }
        for (long from :
                new long[] {
                    0,
                    stopped.epoch(),
                    stopped.lastEpoch() - 1,
                    stopped.lastEpoch(),
                    stopped.lastEpoch() + 2
                }) {
            seek(from);
            for (Frame expected : later) {
                assertThat(Runs.flat(seek(expected.epoch()).parameters()))
                        .containsExactly(Runs.flat(expected.parameters()));
            }
        }
        seek(stopped.lastEpoch() - 1);
        session.send(new Command.StepEpoch());
        assertThat(Await.frame(session, frame -> frame.epoch() == stopped.lastEpoch()).phase())
                .isEqualTo(new Phase.Paused());
        assertThat(Runs.flat(step(stopped.lastEpoch() + 1).parameters()))
                .containsExactly(Runs.flat(later.getFirst().parameters()));
    }

    @Test
    void aDivergedRunCanBeSeenUpToItsLastGoodEpochAndDivergesAgain() {
        Frame diverged = diverge();
        assertThat(diverged.phase()).isInstanceOf(Phase.Diverged.class);
        assertThat(seek(1).phase()).isEqualTo(new Phase.Paused());
        session.send(new Command.Play());
        assertThat(Await.frame(session, frame -> frame.phase() instanceof Phase.Diverged).phase())
                .isEqualTo(diverged.phase());
        assertThat(seek(diverged.lastEpoch()).phase()).isEqualTo(diverged.phase());
    }

    @Test
    void aForkOfADivergedRunGoesOnFromItsLastGoodEpoch() {
        Frame diverged = diverge();
        TrainingSpec gentle = Runs.SGD.withRate(0.01).withStop(Runs.epochs(20));
        session.send(new Command.Fork(2, gentle, true));
        Frame end = Await.frame(session, frame -> frame.phase() instanceof Phase.Finished);
        assertThat(end.generation()).isEqualTo(2);
        assertThat(end.epoch()).isEqualTo(20);
        Trainer trainer = Runs.trainer(WILD, Runs.SGD);
        Runs.flatAfter(trainer, 3);
        assertThat(diverged.lastEpoch()).isEqualTo(3);
        assertThat(Runs.flat(end.parameters()))
                .containsExactly(Runs.flatAfter(Runs.fork(trainer, gentle), 20));
    }

    @Test
    void aForkKeepsTheCurveUpToItsEpochAndGoesOnWithOtherKnobs() {
        TrainingSpec adam =
                Runs.SGD
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.003)
                        .withBatch(new BatchSize.Full());
        play(Runs.SGD.withStop(Runs.epochs(9)));
        ended();
        seek(4);
        session.send(new Command.Fork(7, adam, false));
        Frame forked = Await.frame(session, frame -> frame.generation() == 7);
        assertThat(forked.phase()).isEqualTo(new Phase.Paused());
        assertThat(forked.lastEpoch()).isEqualTo(4);
        assertThat(forked.log().size()).isEqualTo(5);
        assertThat(forked.adjustments()).extracting(Frame.Adjustment::epoch).containsExactly(4L);
        Trainer trainer = Runs.trainer(Runs.SGD);
        Runs.flatAfter(trainer, 4);
        Trainer expected = Runs.fork(trainer, adam);
        Frame sixth = null;
        for (long epoch = 5; epoch <= 6; epoch++) {
            sixth = step(epoch);
            assertThat(Runs.flat(sixth.parameters()))
                    .containsExactly(Runs.flatAfter(expected, epoch));
        }
        assertThat(Runs.flat(seek(2).parameters()))
                .containsExactly(Runs.flatAfter(Runs.trainer(Runs.SGD), 2));
        assertThat(Runs.flat(seek(6).parameters())).containsExactly(Runs.flat(sixth.parameters()));
    }

    @Test
    void aForkOfARunningRunGoesOnAtOnce() {
        play(Runs.SGD);
        Await.askedFrame(session, frame -> frame.epoch() > 5);
        session.send(
                new Command.Fork(
                        2, Runs.SGD.withOptimizer(new Optimizer.RmsProp()).withRate(0.001), true));
        Frame frame = Await.frame(session, candidate -> candidate.generation() == 2);
        assertThat(frame.phase()).isEqualTo(new Phase.Running());
        assertThat(frame.log().size()).isGreaterThan(5);
    }

    @Test
    void aForkThatCannotBeIsToldAndTheRunStaysAsItIs() {
        play(Runs.SGD.withStop(Runs.epochs(5)));
        ended();
        Regularizer tooFew = new Regularizer.PerLayer(List.of(new Regularizer.Lambdas()));
        session.send(new Command.Fork(2, Runs.SGD.withRegularizer(tooFew), true));
        assertThat(Await.failure(session).generation()).isEqualTo(2);
        Frame frame = Await.frame(session, candidate -> candidate.generation() == 2);
        assertThat(frame.phase()).isEqualTo(new Phase.Finished(StopReason.EPOCHS_DONE));
        assertThat(frame.lastEpoch()).isEqualTo(5);
    }

    /// One millisecond passes between the two readings around an update, so ten epochs of 18
    /// updates take 0.18 s.
    @Test
    void aRunEndsWhenTheClockSaysSo() {
        play(Runs.SGD.withStop(Runs.epochs(StopRule.MAX_EPOCHS).withSeconds(Optional.of(0.18))));
        Frame end = ended();
        assertThat(end.phase()).isEqualTo(new Phase.Finished(StopReason.TIME_UP));
        assertThat(end.epoch()).isEqualTo(10);
        assertThat(end.log().value(Column.SECONDS, 10)).isCloseTo(0.18, within(1e-9));
    }

    @Test
    void timeSpentInThePastDoesNotCount() {
        StopRule fifth = Runs.epochs(StopRule.MAX_EPOCHS).withSeconds(Optional.of(0.18));
        play(Runs.SGD.withStop(fifth));
        ended();
        seek(5);
        session.send(new Command.Play());
        assertThat(ended().epoch()).isEqualTo(10);
        seek(5);
        session.send(new Command.Adjust(Runs.SGD.withRate(0.01).withStop(fifth)));
        session.send(new Command.Play());
        Frame forked = ended();
        assertThat(forked.epoch()).isEqualTo(10);
        assertThat(forked.log().value(Column.SECONDS, 5))
                .isLessThan(forked.log().value(Column.SECONDS, 6));
    }

    private Frame overfit() {
        session.send(new Command.Restart(1, () -> StopRuleTest.overfitting(5), true));
        return ended();
    }

    /// Three good epochs, and then a rate of a thousand.
    private Frame diverge() {
        session.send(new Command.Restart(1, () -> Runs.trainer(WILD, Runs.SGD), false));
        for (long epoch = 1; epoch <= 3; epoch++) {
            step(epoch);
        }
        session.send(new Command.Adjust(Runs.SGD.withRate(1000)));
        session.send(new Command.Play());
        return Await.frame(session, frame -> frame.phase() instanceof Phase.Diverged);
    }

    private void play(TrainingSpec spec) {
        session.send(new Command.Restart(1, () -> Runs.trainer(spec), true));
    }

    private Frame ended() {
        return Await.frame(session, frame -> frame.phase() instanceof Phase.Finished);
    }

    private Frame step(long epoch) {
        session.send(new Command.StepEpoch());
        return Await.frame(
                session, frame -> frame.phase() instanceof Phase.Paused && frame.epoch() == epoch);
    }

    private Frame seek(long epoch) {
        session.send(new Command.Seek(epoch));
        return Await.frame(
                session,
                frame -> !(frame.phase() instanceof Phase.Running) && frame.epoch() == epoch);
    }
}
