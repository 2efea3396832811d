package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.MetricLog.Column;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A session that seeks earlier epochs and continues from there.
class SessionHistoryTest {
    /// All stateful options combined.
    static final TrainingSpec RICH =
            new TrainingSpec(
                    new Optimizer.Adam(),
                    0.01,
                    new LearningRateSchedule.LossRatio(7),
                    new BatchSize.Rows(7),
                    new Regularizer.L2(),
                    0.2,
                    Optional.of(0.5),
                    Runs.epochs(StopRule.MAX_EPOCHS));

    private final TrainingSession session = new TrainingSession();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void seekingShowsThatEpochWhileTheCurveStays() {
        startAndStep(Runs.SGD, 12);
        Frame frame = seek(5);
        assertThat(frame.phase()).isEqualTo(new Phase.Paused());
        assertThat(frame.epoch()).isEqualTo(5);
        assertThat(frame.lastEpoch()).isEqualTo(12);
        assertThat(epochs(frame)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(frame.losses().size()).isEqualTo(12);
        assertThat(Runs.flat(frame.parameters())).containsExactly(after(Runs.SGD, 5));
    }

    @Test
    void seekingForwardAgainShowsTheNewestEpoch() {
        double[] newest = Runs.flat(startAndStep(RICH, 12).parameters());
        seek(2);
        assertThat(Runs.flat(seek(7).parameters())).containsExactly(after(RICH, 7));
        assertThat(Runs.flat(seek(12).parameters())).containsExactly(newest);
    }

    @Test
    void anEpochThatNeverWasIsTheFirstOrTheLast() {
        startAndStep(Runs.SGD, 4);
        session.send(new Command.Seek(-3));
        assertThat(await(0).phase()).isEqualTo(new Phase.Paused());
        session.send(new Command.Seek(99));
        assertThat(await(4).phase()).isEqualTo(new Phase.Paused());
    }

    @Test
    void aRunThatHasNotBegunStaysReady() {
        start(1, Runs.SGD, false);
        Await.frame(session, _ -> true);
        session.send(new Command.StepBack());
        assertThat(Await.frame(session, _ -> true).phase()).isEqualTo(new Phase.Ready());
    }

    @Test
    void stepsBackGoEpochByEpochToTheStart() {
        startAndStep(RICH, 3);
        for (long epoch : new long[] {2, 1, 0, 0}) {
            session.send(new Command.StepBack());
            assertThat(Runs.flat(await(epoch).parameters())).containsExactly(after(RICH, epoch));
        }
    }

    @Test
    void stepsBackSentAtOnceAddUp() {
        startAndStep(Runs.SGD, 9);
        IntStream.range(0, 4).forEach(_ -> session.send(new Command.StepBack()));
        assertThat(await(5).lastEpoch()).isEqualTo(9);
    }

    @Test
    void seekingPausesARunningRun() {
        start(1, Runs.SGD, true);
        Await.askedFrame(session, frame -> frame.epoch() > 20);
        Frame frame = seek(10);
        assertThat(frame.phase()).isEqualTo(new Phase.Paused());
        assertThat(frame.lastEpoch()).isGreaterThan(20);
        assertThat(Runs.flat(frame.parameters())).containsExactly(after(Runs.SGD, 10));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void trainingOnFromThePastLeadsOverTheSameBits(TrainingSpec spec) {
        Frame newest = startAndStep(spec, 9);
        seek(4);
        for (long epoch = 5; epoch <= 9; epoch++) {
            assertThat(Runs.flat(step(epoch).parameters())).containsExactly(after(spec, epoch));
        }
        Frame next = step(10);
        assertThat(next.log().size()).isEqualTo(newest.log().size() + 1);
        assertThat(next.losses().size()).isEqualTo(10);
        assertThat(Runs.flat(step(11).parameters())).containsExactly(after(spec, 11));
    }

    static Stream<TrainingSpec> specs() {
        return Stream.concat(
                Runs.optimizers().stream()
                        .map(optimizer ->
                                Runs.withDropout(
                                        Runs.SGD.withRate(0.01).withOptimizer(optimizer), 0.2)),
                Stream.of(RICH, Runs.SGD, Runs.SGD.withBatch(new BatchSize.Full())));
    }

    @Test
    void liveChangesAreMadeAgainAtTheirEpochs() {
        start(1, RICH, false);
        List<Frame> frames = new ArrayList<>(List.of(step(1), step(2), step(3)));
        session.send(new Command.Adjust(RICH.withRate(0.05)));
        frames.add(step(4));
        frames.add(step(5));
        session.send(
                new Command.Adjust(RICH.withRate(0.05).withRegularizer(new Regularizer.L1(0.02))));
        session.send(
                new Command.Adjust(RICH.withRate(0.002).withRegularizer(new Regularizer.L1(0.01))));
        frames.add(step(6));
        session.send(
                new Command.Adjust(
                        RICH.withRate(0.002).withOptimizer(new Optimizer.Adam(0.5, 0.9, 1e-8))));
        frames.add(step(7));
        for (long from : new long[] {0, 2, 3, 5, 6}) {
            seek(from);
            for (long epoch = from + 1; epoch <= 7; epoch++) {
                Frame again = step(epoch);
                Frame expected = frames.get((int) epoch - 1);
                assertThat(again.metrics()).isEqualTo(expected.metrics());
                assertThat(Runs.flat(again.parameters()))
                        .containsExactly(Runs.flat(expected.parameters()));
                assertThat(again.adjustments())
                        .isEqualTo(frames.getLast().adjustments())
                        .hasSize(3);
            }
        }
    }

    @Test
    void changesInTheMiddleOfEpochsAreMadeAgainInTheirMiddle() {
        start(1, Runs.SGD, true);
        for (int change = 1; change <= 30; change++) {
            double rate = 0.1 + 0.001 * change;
            long seen = 3L * change;
            Await.askedFrame(session, frame -> frame.epoch() >= seen);
            session.send(new Command.Adjust(Runs.SGD.withRate(rate)));
        }
        session.send(new Command.Pause());
        Frame newest = Await.frame(session, frame -> frame.phase() instanceof Phase.Paused);
        seek(1);
        Frame again = seek(newest.epoch());
        assertThat(again.metrics()).isEqualTo(newest.metrics());
        assertThat(Runs.flat(again.parameters())).containsExactly(Runs.flat(newest.parameters()));
        assertThat(again.adjustments()).isEqualTo(newest.adjustments());
    }

    @Test
    void aChangeInThePastCutsTheCurveThere() {
        startAndStep(RICH, 10);
        session.send(new Command.Adjust(RICH.withRate(0.05)));
        step(11);
        seek(6);
        TrainingSpec other = RICH.withRate(0.05).withRegularizer(new Regularizer.L1(0.01));
        session.send(new Command.Adjust(other));
        Frame cut = Await.frame(session, frame -> frame.lastEpoch() == 6);
        assertThat(epochs(cut)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(cut.adjustments())
                .containsExactly(new Frame.Adjustment(6, RICH, other, List.of()));
        Trainer trainer = Runs.trainer(RICH);
        Runs.flatAfter(trainer, 6);
        trainer.continueWith(other);
        Frame next = step(7);
        assertThat(Runs.flat(next.parameters())).containsExactly(Runs.flatAfter(trainer, 7));
        assertThat(next.log().value(Column.TRAIN_LOSS, 7))
                .isEqualTo(trainer.metrics().train().loss());
        assertThat(cut.log().size()).isEqualTo(7);
        seek(3);
        assertThat(Runs.flat(seek(7).parameters())).containsExactly(Runs.flat(next.parameters()));
    }

    @Test
    void aChangeBackToWhatHeldThenForgetsTheLaterOneToo() {
        startAndStep(Runs.SGD, 4);
        session.send(new Command.Adjust(Runs.SGD.withRate(0.5)));
        step(5);
        seek(2);
        session.send(new Command.Adjust(Runs.SGD));
        assertThat(Await.frame(session, frame -> frame.lastEpoch() == 2).adjustments()).isEmpty();
        assertThat(Runs.flat(step(3).parameters())).containsExactly(after(Runs.SGD, 3));
        assertThat(Runs.flat(step(4).parameters())).containsExactly(after(Runs.SGD, 4));
        assertThat(Runs.flat(step(5).parameters())).containsExactly(after(Runs.SGD, 5));
    }

    @Test
    void anotherStopRuleCutsNothing() {
        startAndStep(Runs.SGD, 6);
        seek(2);
        session.send(new Command.Adjust(Runs.SGD.withStop(Runs.epochs(8))));
        assertThat(Await.frame(session, _ -> true).log().size()).isEqualTo(7);
        session.send(new Command.Play());
        Frame end = Await.frame(session, frame -> frame.phase() instanceof Phase.Finished);
        assertThat(end.epoch()).isEqualTo(8);
        assertThat(Runs.flat(end.parameters())).containsExactly(after(Runs.SGD, 8));
    }

    @Test
    void commandsBeforeTheFirstRunDoNoHarm() {
        session.send(new Command.Seek(3));
        session.send(new Command.StepBack());
        session.send(new Command.Fork(1, Runs.SGD, true));
        start(2, Runs.SGD, false);
        assertThat(Await.frame(session, _ -> true).generation()).isEqualTo(2);
    }

    private void start(long generation, TrainingSpec spec, boolean play) {
        start(generation, () -> Runs.trainer(spec), play);
    }

    private void start(long generation, Callable<Trainer> trainer, boolean play) {
        session.send(new Command.Restart(generation, trainer, play));
    }

    private Frame startAndStep(TrainingSpec spec, int epochs) {
        start(1, spec, false);
        return IntStream.rangeClosed(1, epochs).mapToObj(this::step).toList().getLast();
    }

    private Frame step(long epoch) {
        session.send(new Command.StepEpoch());
        return Await.frame(
                session, frame -> frame.phase() instanceof Phase.Paused && frame.epoch() == epoch);
    }

    private Frame seek(long epoch) {
        session.send(new Command.Seek(epoch));
        return await(epoch);
    }

    private Frame await(long epoch) {
        return Await.frame(
                session,
                frame -> !(frame.phase() instanceof Phase.Running) && frame.epoch() == epoch);
    }

    static double[] after(TrainingSpec spec, long epochs) {
        return Runs.flatAfter(Runs.trainer(spec), epochs);
    }

    static List<Integer> epochs(Frame frame) {
        return IntStream.range(0, frame.log().size())
                .mapToObj(row -> (int) frame.log().value(Column.EPOCH, row))
                .toList();
    }
}
