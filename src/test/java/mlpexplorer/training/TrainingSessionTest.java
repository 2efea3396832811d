package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.Activation;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.StopRule.StopReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class TrainingSessionTest {
    private static final TrainingSpec ENDLESS = Runs.SGD;

    private final TrainingSession session = new TrainingSession();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aRunThatDoesNotPlayIsReadyAndShowsItsStart() {
        start(1, ENDLESS, false);
        Frame frame = Await.frame(session, _ -> true);
        assertThat(frame.phase()).isEqualTo(new Phase.Ready());
        assertThat(frame.generation()).isEqualTo(1);
        assertThat(frame.metrics()).isEqualTo(Runs.trainer(ENDLESS).metrics());
        assertThat(frame.log().size()).isEqualTo(1);
        assertThat(frame.split()).isSameAs(Runs.CIRCLES);
    }

    @Test
    void theLastFrameOfAFinishedRunArrivesUnaskedAndIsTheRunOfATrainer() {
        TrainingSpec spec = ENDLESS.withStop(Runs.epochs(40));
        start(1, spec, true);
        Frame last = await(Phase.Finished.class);
        Trainer trainer = Runs.trainer(spec);
        IntStream.range(0, 40).forEach(_ -> trainer.epoch());
        assertThat(last.phase()).isEqualTo(new Phase.Finished(StopReason.EPOCHS_DONE));
        assertThat(last.metrics()).isEqualTo(trainer.metrics());
        assertThat(Runs.flat(last.parameters())).containsExactly(Runs.flat(trainer.parameters()));
    }

    @Test
    void theLogHoldsEveryEpochFromTheStart() {
        start(1, ENDLESS.withStop(Runs.epochs(40)), true);
        MetricLog.View log = await(Phase.Finished.class).log();
        assertThat(log.size()).isEqualTo(41);
        assertThat(IntStream.range(0, 41)).allMatch(row -> log.value(Column.EPOCH, row) == row);
        assertThat(IntStream.range(1, 41))
                .allMatch(row ->
                        log.value(Column.SECONDS, row) >= log.value(Column.SECONDS, row - 1));
    }

    @Test
    void whoeverDoesNotAskGetsNothingButChangesOfPhase() {
        start(1, ENDLESS.withStop(Runs.epochs(300)), true);
        List<Phase> phases = new ArrayList<>();
        Await.frame(
                session,
                frame -> {
                    phases.add(frame.phase());
                    return frame.phase() instanceof Phase.Finished;
                });
        assertThat(phases).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoeverAsksGetsAFrameOfTheRunningRun() {
        session.send(new Command.Pace(100)); // or the log would drop rows before a slow test asks
        start(1, ENDLESS, true);
        Frame first = Await.askedFrame(session, frame -> frame.metrics().epoch() > 0);
        Frame second =
                Await.askedFrame(
                        session, frame -> frame.metrics().epoch() > first.metrics().epoch());
        assertThat(second.phase()).isEqualTo(new Phase.Running());
        assertThat(second.log().size()).isEqualTo((int) second.metrics().epoch() + 1);
    }

    @Test
    void aFrameStaysAsItWasWhileTrainingGoesOn() {
        start(1, ENDLESS, true);
        Frame frame = await(Phase.Running.class);
        double[] then = Runs.flat(frame.parameters());
        int size = frame.log().size();
        Frame later =
                Await.askedFrame(
                        session,
                        candidate -> candidate.metrics().epoch() > frame.metrics().epoch());
        assertThat(Runs.flat(frame.parameters()))
                .containsExactly(then)
                .isNotEqualTo(Runs.flat(later.parameters()));
        assertThat(frame.log().size()).isEqualTo(size);
    }

    @Test
    void aPausedRunGoesOnWhereItStood() {
        start(1, ENDLESS, true);
        session.send(new Command.Pause());
        long epoch = await(Phase.Paused.class).metrics().epoch();
        session.send(new Command.StepEpoch());
        assertThat(Runs.flat(await(Phase.Paused.class).parameters()))
                .containsExactly(afterEpochs(epoch + 1));
        session.send(new Command.Play());
        assertThat(Await.askedFrame(session, frame -> frame.metrics().epoch() > epoch + 1).phase())
                .isEqualTo(new Phase.Running());
    }

    @Test
    void aStepTrainsOneEpochAndShowsNothingBefore() {
        start(1, ENDLESS, false);
        await(Phase.Ready.class);
        session.send(new Command.StepEpoch());
        Frame frame = Await.frame(session, _ -> true);
        assertThat(frame.phase()).isEqualTo(new Phase.Paused());
        assertThat(frame.metrics().epoch()).isEqualTo(1);
        assertThat(Runs.flat(frame.parameters())).containsExactly(afterEpochs(1));
    }

    @Test
    void aStepOfARunningRunPausesIt() {
        start(1, ENDLESS, true);
        session.send(new Command.StepEpoch());
        assertThat(await(Phase.Paused.class).metrics().epoch()).isPositive();
    }

    @Test
    void stepsAreCarriedOutOneByOne() {
        start(1, ENDLESS, false);
        for (int epoch = 1; epoch <= 5; epoch++) {
            long expected = epoch;
            session.send(new Command.StepEpoch());
            assertThat(Await.frame(session, frame -> frame.metrics().epoch() == expected).phase())
                    .isEqualTo(new Phase.Paused());
        }
    }

    @Test
    void aRestartBeginsANewGenerationFromTheSameStart() {
        start(1, ENDLESS.withStop(Runs.epochs(10)), true);
        Frame first = await(Phase.Finished.class);
        start(2, ENDLESS.withStop(Runs.epochs(10)), true);
        Frame second =
                Await.frame(
                        session,
                        frame ->
                                frame.generation() == 2 && frame.phase() instanceof Phase.Finished);
        assertThat(second.log().size()).isEqualTo(11);
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(Runs.flat(second.parameters())).containsExactly(Runs.flat(first.parameters()));
    }

    @Test
    void aRestartInTheMiddleDropsTheOldRun() {
        start(1, ENDLESS, true);
        await(Phase.Running.class);
        start(2, ENDLESS, false);
        Frame fresh = Await.frame(session, frame -> frame.generation() == 2);
        assertThat(fresh.phase()).isEqualTo(new Phase.Ready());
        assertThat(fresh.metrics().epoch()).isZero();
        session.requestFrame();
        session.send(new Command.StepEpoch());
        assertThat(await(Phase.Paused.class).generation()).isEqualTo(2);
    }

    @Test
    void playingAFinishedRunExtendsItByAsManyEpochsAgain() {
        start(1, ENDLESS.withStop(Runs.epochs(5)), true);
        assertThat(await(Phase.Finished.class).metrics().epoch()).isEqualTo(5);
        session.send(new Command.Play());
        assertThat(await(Phase.Finished.class).metrics().epoch()).isEqualTo(10);
        session.send(new Command.Play());
        Frame last = await(Phase.Finished.class);
        assertThat(last.metrics().epoch()).isEqualTo(15);
        assertThat(Runs.flat(last.parameters())).containsExactly(afterEpochs(15));
    }

    @Test
    void aStepOfAFinishedRunGoesOneEpochFurther() {
        start(1, ENDLESS.withStop(Runs.epochs(5)), true);
        await(Phase.Finished.class);
        session.send(new Command.StepEpoch());
        Frame frame = Await.frame(session, _ -> true);
        assertThat(frame.phase()).isEqualTo(new Phase.Paused());
        assertThat(frame.metrics().epoch()).isEqualTo(6);
    }

    @Test
    void earlyStoppingShowsTheBestWeightsUnderALogThatRunsOn() {
        session.send(new Command.Restart(1, () -> StopRuleTest.overfitting(5), true));
        Frame last = await(Phase.Finished.class);
        MetricLog.View log = last.log();
        assertThat(last.phase()).isEqualTo(new Phase.Finished(StopReason.PATIENCE_EXHAUSTED));
        assertThat(IntStream.range(0, log.size()))
                .allMatch(row -> log.value(Column.EPOCH, row) == row);
        assertThat(log.size()).isEqualTo((int) last.metrics().epoch() + 5 + 1);
        assertThat(log.value(Column.VALIDATION_LOSS, (int) last.metrics().epoch()))
                .isEqualTo(last.metrics().validation().loss());
    }

    @Test
    void aRunEndsWhenItsTimeIsUp() {
        start(
                1,
                ENDLESS.withStop(Runs.epochs(StopRule.MAX_EPOCHS).withSeconds(Optional.of(0.001))),
                true);
        assertThat(await(Phase.Finished.class).phase())
                .isEqualTo(new Phase.Finished(StopReason.TIME_UP));
    }

    @Test
    void divergenceIsToldUnaskedAndPlayingOnDoesNothing() {
        session.send(
                new Command.Restart(
                        1,
                        () ->
                                Runs.trainer(
                                        Runs.mlp(Activation.RELU, 8, 8, 8), ENDLESS.withRate(1000)),
                        true));
        Frame diverged = await(Phase.Diverged.class);
        assertThat(((Phase.Diverged) diverged.phase()).divergence().epoch())
                .isEqualTo(diverged.metrics().epoch() + 1);
        session.send(new Command.Play());
        session.send(new Command.StepEpoch());
        session.send(new Command.Pause());
        start(2, ENDLESS, false);
        assertThat(Await.frame(session, _ -> true).generation()).isEqualTo(2);
    }

    private void start(long generation, TrainingSpec spec, boolean play) {
        session.send(new Command.Restart(generation, () -> Runs.trainer(spec), play));
    }

    private Frame await(Class<? extends Phase> phase) {
        return Await.frame(session, frame -> phase.isInstance(frame.phase()));
    }

    private static double[] afterEpochs(long epochs) {
        Trainer trainer = Runs.trainer(ENDLESS);
        for (long epoch = 0; epoch < epochs; epoch++) {
            trainer.epoch();
        }
        return Runs.flat(trainer.parameters());
    }
}
