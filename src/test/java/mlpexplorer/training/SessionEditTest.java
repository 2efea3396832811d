package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Edits of weights during training, with seeking back and forth.
class SessionEditTest {
    private static final TrainingSpec RICH =
            new TrainingSpec(
                    new Optimizer.Adam(),
                    0.01,
                    new LearningRateSchedule.LossRatio(7),
                    new BatchSize.Rows(7),
                    new Regularizer.L2(),
                    0.2,
                    Optional.of(0.5),
                    Runs.epochs(StopRule.MAX_EPOCHS));
    private static final ParameterPlace WEIGHT = new ParameterPlace.Weight(1, 2, 1);
    private static final ParameterPlace BIAS = new ParameterPlace.Bias(0, 3);

    private final TrainingSession session = new TrainingSession();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anEditIsSeenAtOnceWithItsLoss() {
        Frame before = startAndStep(RICH, 3);
        Frame frame = edit(WEIGHT, 2.5);
        assertThat(frame.phase()).isEqualTo(new Phase.Paused());
        assertThat(WEIGHT.read(frame.parameters())).isEqualTo(2.5);
        assertThat(frame.epoch()).isEqualTo(3);
        assertThat(frame.metrics().train().loss()).isNotEqualTo(before.metrics().train().loss());
        assertThat(frame.log().size()).isEqualTo(4);
        assertThat(frame.adjustments())
                .containsExactly(
                        new Frame.Adjustment(
                                3, RICH, RICH, List.of(new ParameterEdit(WEIGHT, 2.5))));
    }

    @Test
    void trainingGoesOnFromTheEditAsATrainerDoes() {
        startAndStep(RICH, 3);
        edit(WEIGHT, 2.5);
        edit(BIAS, -1);
        Trainer trainer = Runs.trainer(RICH);
        Runs.flatAfter(trainer, 3);
        trainer.set(new ParameterEdit(WEIGHT, 2.5));
        trainer.set(new ParameterEdit(BIAS, -1));
        assertThat(Runs.flat(step(4).parameters())).containsExactly(Runs.flatAfter(trainer, 4));
        assertThat(Runs.flat(step(5).parameters())).containsExactly(Runs.flatAfter(trainer, 5));
    }

    @Test
    void editsAreMadeAgainAtTheirEpochs() {
        startAndStep(RICH, 2);
        List<Frame> frames = new ArrayList<>();
        edit(WEIGHT, 2.5);
        frames.add(step(3));
        session.send(new Command.Adjust(RICH.withRate(0.05)));
        edit(BIAS, -1);
        frames.add(step(4));
        edit(WEIGHT, 0);
        edit(WEIGHT, -3);
        frames.add(step(5));
        for (long from : new long[] {0, 1, 2, 4}) {
            seek(from);
            for (long epoch = from + 1; epoch <= 5; epoch++) {
                Frame again = step(epoch);
                if (epoch >= 3) {
                    Frame expected = frames.get((int) epoch - 3);
                    assertThat(again.metrics()).isEqualTo(expected.metrics());
                    assertThat(Runs.flat(again.parameters()))
                            .containsExactly(Runs.flat(expected.parameters()));
                }
                assertThat(again.adjustments()).isEqualTo(frames.getLast().adjustments());
            }
        }
        assertThat(frames.getLast().adjustments())
                .extracting(Frame.Adjustment::edits)
                .containsExactly(
                        List.of(new ParameterEdit(WEIGHT, 2.5)),
                        List.of(new ParameterEdit(BIAS, -1)),
                        List.of(new ParameterEdit(WEIGHT, -3)));
    }

    @Test
    void seekingToTheLastEpochShowsWhatWasEditedThere() {
        startAndStep(RICH, 4);
        Frame edited = edit(BIAS, 7);
        seek(1);
        Frame again = seek(4);
        assertThat(again.metrics()).isEqualTo(edited.metrics());
        assertThat(Runs.flat(again.parameters())).containsExactly(Runs.flat(edited.parameters()));
    }

    @Test
    void editsInTheMiddleOfEpochsAreMadeAgainInTheirMiddle() {
        session.send(new Command.Restart(1, () -> Runs.trainer(Runs.SGD), true));
        for (int change = 1; change <= 30; change++) {
            double value = 0.1 * change;
            long seen = 3L * change;
            Await.askedFrame(session, frame -> frame.epoch() >= seen);
            session.send(new Command.SetParameter(1, new ParameterEdit(WEIGHT, value)));
        }
        session.send(new Command.Pause());
        Frame newest = Await.frame(session, frame -> frame.phase() instanceof Phase.Paused);
        seek(1);
        Frame again = seek(newest.epoch());
        assertThat(again.metrics()).isEqualTo(newest.metrics());
        assertThat(Runs.flat(again.parameters())).containsExactly(Runs.flat(newest.parameters()));
        assertThat(again.adjustments()).isEqualTo(newest.adjustments()).isNotEmpty();
    }

    @Test
    void anEditInThePastCutsTheCurveThere() {
        startAndStep(RICH, 10);
        seek(6);
        edit(WEIGHT, 1);
        Trainer trainer = Runs.trainer(RICH);
        Runs.flatAfter(trainer, 6);
        trainer.set(new ParameterEdit(WEIGHT, 1));
        Frame next = step(7);
        assertThat(next.lastEpoch()).isEqualTo(7);
        assertThat(next.log().size()).isEqualTo(8);
        assertThat(Runs.flat(next.parameters())).containsExactly(Runs.flatAfter(trainer, 7));
    }

    @Test
    void aLossThatAnEditMakesTenTimesWorseIsNoDivergence() {
        startAndStep(Runs.SGD, 5);
        for (int unit = 0; unit < 4; unit++) {
            edit(new ParameterPlace.Weight(2, unit, 0), 900);
        }
        Frame frame = step(6);
        assertThat(frame.metrics().train().loss()).isGreaterThan(10 * Math.log(2));
    }

    @Test
    void aRunThatWasOverGoesOnFromAnEdit() {
        TrainingSpec patient = Runs.SGD.withStop(Runs.epochs(60).withPatience(Optional.of(1)));
        for (TrainingSpec spec : List.of(Runs.SGD.withStop(Runs.epochs(6)), patient)) {
            session.send(new Command.Restart(1, () -> Runs.trainer(spec), true));
            Frame end = Await.frame(session, frame -> frame.phase() instanceof Phase.Finished);
            Frame edited = edit(WEIGHT, 1.5);
            assertThat(edited.phase()).isEqualTo(new Phase.Paused());
            session.send(new Command.Seek(2));
            Await.frame(session, frame -> frame.epoch() == 2);
            session.send(new Command.Seek(end.lastEpoch()));
            Frame again = Await.frame(session, frame -> frame.epoch() == end.epoch());
            assertThat(Runs.flat(again.parameters()))
                    .containsExactly(Runs.flat(edited.parameters()));
            session.send(new Command.Play());
            Frame last = Await.frame(session, frame -> frame.phase() instanceof Phase.Finished);
            assertThat(last.lastEpoch()).isEqualTo(end.lastEpoch() + spec.stop().epochs());
            assertThat(last.epoch())
                    .isEqualTo(
                            spec == patient ? last.log().best().orElseThrow() : last.lastEpoch());
            assertThat(Runs.flat(seek(last.epoch() - 1).parameters()))
                    .isNotEqualTo(Runs.flat(last.parameters()));
            assertThat(Runs.flat(seek(last.epoch()).parameters()))
                    .containsExactly(Runs.flat(last.parameters()));
        }
    }

    @Test
    void anEditOfAnotherRunChangesNothing() {
        double[] before = Runs.flat(startAndStep(RICH, 2).parameters());
        session.send(new Command.SetParameter(0, new ParameterEdit(WEIGHT, 9)));
        session.send(new Command.Seek(2));
        assertThat(Runs.flat(Await.frame(session, _ -> true).parameters())).containsExactly(before);
    }

    @Test
    void aNumberThatTheNetworkHasNotIsRefused() {
        startAndStep(RICH, 2);
        session.send(
                new Command.SetParameter(
                        1, new ParameterEdit(new ParameterPlace.Weight(7, 0, 0), 1)));
        assertThat(Await.failure(session).cause())
                .hasMessageContaining("has no Weight[layer=7, from=0, to=0]");
    }

    private Frame startAndStep(TrainingSpec spec, int epochs) {
        session.send(new Command.Restart(1, () -> Runs.trainer(spec), false));
        Frame last = Await.frame(session, frame -> frame.epoch() == 0);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            last = step(epoch);
        }
        return last;
    }

    private Frame edit(ParameterPlace place, double value) {
        session.send(new Command.SetParameter(1, new ParameterEdit(place, value)));
        return Await.frame(session, frame -> place.read(frame.parameters()) == value);
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
