package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Wait;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.StopRule.StopReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// The pace of a session, live changes, failures, slow epochs and closing.
class SessionControlTest {
    private final Set<Thread> before = trainers();
    private final TrainingSession session = new TrainingSession();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aPaceHoldsTheRunBackUntilItIsLifted() {
        session.send(new Command.Pace(1e-3));
        session.send(
                new Command.Restart(
                        1, () -> Runs.trainer(Runs.SGD.withStop(Runs.epochs(200))), true));
        session.send(new Command.Pace(Double.POSITIVE_INFINITY));
        assertThat(await(Phase.Finished.class).metrics().epoch()).isEqualTo(200);
    }

    @Test
    void aRunThatWaitsForItsPaceStillHearsCommands() {
        session.send(new Command.Pace(1e-3));
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), true));
        await(Phase.Running.class);
        session.send(new Command.Pause());
        assertThat(await(Phase.Paused.class).metrics().epoch()).isLessThanOrEqualTo(1);
    }

    @Test
    void aStepDoesNotWaitForThePace() {
        session.send(new Command.Pace(1e-3));
        session.requestFrame();
        play(1);
        Await.askedFrame(session, frame -> frame.metrics().epoch() == 1);
        session.send(new Command.StepEpoch());
        assertThat(await(Phase.Paused.class).metrics().epoch()).isEqualTo(2);
    }

    @Test
    void anEpochOfSingleUpdatesIsThatOfATrainer() {
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), false));
        Trainer trainer = Runs.trainer(Runs.SGD);
        trainer.update();
        await(Phase.Ready.class);
        session.send(new Command.StepUpdate());
        Frame first = await(Phase.Paused.class);
        assertThat(first.epoch()).isZero();
        assertThat(first.updatesIntoEpoch()).isEqualTo(1);
        assertThat(first.parameters().weights(0)).containsExactly(trainer.parameters().weights(0));
        EpochMetrics ended = trainer.epoch();
        Frame last = first;
        for (long update = 1; update < trainer.updates(); update++) {
            double[] before = last.parameters().weights(0);
            session.send(new Command.StepUpdate());
            last =
                    Await.frame(
                            session,
                            frame ->
                                    frame.phase() instanceof Phase.Paused
                                            && !Arrays.equals(
                                                    frame.parameters().weights(0), before));
        }
        assertThat(last.metrics()).isEqualTo(ended);
        assertThat(last.updatesIntoEpoch()).isZero();
        assertThat(last.parameters().weights(0)).containsExactly(trainer.parameters().weights(0));
    }

    @Test
    void aNewRateHoldsFromTheNextUpdateAndLeavesAMark() {
        play(1);
        session.send(new Command.Adjust(Runs.SGD.withRate(0.02)));
        Frame frame = Await.frame(session, candidate -> !candidate.adjustments().isEmpty());
        assertThat(frame.phase()).isEqualTo(new Phase.Running());
        Frame.Adjustment mark = frame.adjustments().getFirst();
        assertThat(mark.before().rate()).isEqualTo(0.1);
        assertThat(mark.after().rate()).isEqualTo(0.02);
        assertThat(mark.epoch()).isBetween(0L, frame.metrics().epoch());
    }

    @Test
    void aRunAdjustedAtAnEpochIsTheRunOfATrainerAdjustedThere() {
        TrainingSpec later = Runs.SGD.withRate(0.02).withRegularizer(new Regularizer.L2(0.01));
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), false));
        step(1);
        session.send(new Command.Adjust(later));
        step(2);
        Frame frame = step(3);
        Trainer trainer = Runs.trainer(Runs.SGD);
        trainer.epoch();
        trainer.continueWith(later);
        trainer.epoch();
        assertThat(frame.metrics()).isEqualTo(trainer.epoch());
        assertThat(frame.metrics().penalty()).isPositive();
    }

    @Test
    void manyChangesWithinAnEpochLeaveOneMark() {
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), false));
        step(1);
        session.send(new Command.Adjust(Runs.SGD.withRate(0.2)));
        session.send(
                new Command.Adjust(Runs.SGD.withRate(0.3).withRegularizer(new Regularizer.L1())));
        Frame frame = step(2);
        assertThat(frame.adjustments())
                .containsExactly(
                        new Frame.Adjustment(
                                1,
                                Runs.SGD,
                                Runs.SGD.withRate(0.3).withRegularizer(new Regularizer.L1()),
                                List.of()));
        session.send(new Command.Adjust(Runs.SGD));
        assertThat(step(3).adjustments())
                .extracting(Frame.Adjustment::epoch)
                .containsExactly(1L, 2L);
    }

    @Test
    void aChangeTakenBackWithinTheEpochLeavesNoMark() {
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), false));
        step(1);
        session.send(new Command.Adjust(Runs.SGD.withRate(0.2)));
        session.send(new Command.Adjust(Runs.SGD));
        assertThat(step(2).adjustments()).isEmpty();
    }

    @Test
    void aNewStopRuleHoldsAtOnceAndLeavesNoMark() {
        play(1);
        session.send(new Command.Adjust(Runs.SGD.withStop(Runs.epochs(1))));
        Frame frame = await(Phase.Finished.class);
        assertThat(frame.phase()).isEqualTo(new Phase.Finished(StopReason.EPOCHS_DONE));
        assertThat(frame.adjustments()).isEmpty();
    }

    @Test
    void aRestartForgetsTheMarks() {
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), false));
        step(1);
        session.send(new Command.Adjust(Runs.SGD.withRate(0.2)));
        session.send(new Command.Restart(2, () -> Runs.trainer(Runs.SGD), false));
        assertThat(Await.frame(session, frame -> frame.generation() == 2).adjustments()).isEmpty();
    }

    @Test
    void aChangeThatNeedsARestartIsRefusedAndTheRunGoesOn() {
        play(4);
        session.send(new Command.Adjust(Runs.SGD.withBatch(new BatchSize.Full())));
        TrainingSession.Failure failure = Await.failure(session);
        assertThat(failure.generation()).isEqualTo(4);
        assertThat(failure.cause())
                .hasMessage(
                        "Only rate, regularizer, the optimizer's parameters and stop may change"
                                + " during a run.");
        session.send(new Command.Pause());
        assertThat(await(Phase.Paused.class).generation()).isEqualTo(4);
    }

    @Test
    void aRunThatCannotBeginIsToldAndTheNextOneBegins() {
        session.send(
                new Command.Restart(
                        1, failing(new IllegalArgumentException("no such file")), true));
        TrainingSession.Failure failure = Await.failure(session);
        assertThat(failure.generation()).isEqualTo(1);
        assertThat(failure.cause()).hasMessage("no such file");
        session.send(new Command.Play());
        session.send(new Command.Pause());
        session.send(new Command.Restart(2, () -> Runs.trainer(Runs.SGD), false));
        assertThat(await(Phase.Ready.class).generation()).isEqualTo(2);
    }

    @Test
    void aRunTooLargeForTheMemoryIsToldToo() {
        session.send(
                new Command.Restart(
                        1,
                        () -> {
                            throw new OutOfMemoryError("too large");
                        },
                        true));
        assertThat(Await.failure(session).cause()).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void commandsBeforeTheFirstRunDoNoHarm() {
        session.send(new Command.Play());
        session.send(new Command.Pause());
        session.send(new Command.StepEpoch());
        session.send(new Command.Adjust(Runs.SGD));
        play(1);
        assertThat(await(Phase.Running.class).generation()).isEqualTo(1);
    }

    /// The clock advances by a tenth of a second per reading, so every epoch is slow. A test acts
    /// from within the clock, and so in the middle of the first epoch however fast the machine is.
    @Test
    void aSlowEpochShowsFramesAndPausesInItsMiddle() {
        AtomicReference<TrainingSession> slow = new AtomicReference<>();
        AtomicReference<Optional<Frame>> asked = new AtomicReference<>(Optional.empty());
        AtomicLong looks = new AtomicLong();
        LongSupplier clock =
                () -> {
                    long look = looks.incrementAndGet();
                    if (look == 12) {
                        slow.get().requestFrame();
                    } else if (look == 18) {
                        asked.set(slow.get().pollFrame());
                        slow.get().send(new Command.Pause());
                    }
                    return 100_000_000 * look;
                };
        try (TrainingSession session = new TrainingSession(clock, CheckpointLog.DEFAULT_BUDGET)) {
            slow.set(session);
            session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), true));
            Wait.until(() -> looks.get() > 18);
            Frame paused = Await.frame(session, frame -> frame.phase() instanceof Phase.Paused);
            Frame running = asked.get().orElseThrow();
            double[] start = Runs.flat(Runs.trainer(Runs.SGD).parameters());
            assertThat(running.phase()).isEqualTo(new Phase.Running());
            assertThat(running.metrics().epoch()).isZero();
            assertThat(Runs.flat(running.parameters())).isNotEqualTo(start);
            assertThat(paused.metrics().epoch()).isZero();
            assertThat(Runs.flat(paused.parameters()))
                    .isNotEqualTo(start)
                    .isNotEqualTo(Runs.flat(running.parameters()));
        }
    }

    /// The clock stops in the middle of the first epoch until the session is closed. An epoch has
    /// 18 updates with one reading each.
    @Test
    void closingInTheMiddleOfAnEpochEndsTheThread() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        AtomicLong looks = new AtomicLong();
        LongSupplier clock =
                () -> {
                    if (looks.incrementAndGet() == 12) {
                        reached.countDown();
                        waitForInterrupt();
                    }
                    return 0;
                };
        TrainingSession stopped = new TrainingSession(clock, CheckpointLog.DEFAULT_BUDGET);
        stopped.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), true));
        reached.await();
        stopped.close();
        session.close();
        awaitNoTrainer();
        assertThat(looks).hasValueLessThan(20);
    }

    private static void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closingWhileItWaitsEndsTheThread() {
        Wait.until(() -> ownTrainers().size() == 2);
        session.close();
        awaitNoTrainer();
    }

    @Test
    void closingWhileARunIsBeingMadeEndsTheThread() {
        CountDownLatch begun = new CountDownLatch(1);
        session.send(
                new Command.Restart(
                        1,
                        () -> {
                            begun.countDown();
                            new CountDownLatch(1).await();
                            return Runs.trainer(Runs.SGD);
                        },
                        true));
        Wait.until(() -> begun.getCount() == 0);
        session.close();
        awaitNoTrainer();
    }

    @Test
    void closingTwiceDoesNoHarm() {
        session.close();
        session.close();
        awaitNoTrainer();
    }

    private void play(long generation) {
        session.send(new Command.Restart(generation, () -> Runs.trainer(Runs.SGD), true));
    }

    private Frame step(long epoch) {
        session.send(new Command.StepEpoch());
        return Await.frame(
                session,
                frame -> frame.phase() instanceof Phase.Paused && frame.metrics().epoch() == epoch);
    }

    private Frame await(Class<? extends Phase> phase) {
        return Await.frame(session, frame -> phase.isInstance(frame.phase()));
    }

    private static Callable<Trainer> failing(RuntimeException cause) {
        return () -> {
            throw cause;
        };
    }

    private Set<Thread> ownTrainers() {
        return trainers().stream()
                .filter(thread -> !before.contains(thread))
                .collect(Collectors.toSet());
    }

    /// The trainer thread and its helper.
    private void awaitNoTrainer() {
        Wait.until(() -> ownTrainers().isEmpty());
    }

    private static Set<Thread> trainers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("trainer"))
                .collect(Collectors.toSet());
    }
}
