package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.Wait;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.landscape.WeightPath;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Past epochs of a run, replayed while it trains.
class RecallTest {
    private static final TrainingSpec ADAM =
            Runs.withDropout(Runs.SGD.withRate(0.01).withOptimizer(new Optimizer.Adam()), 0.2);

    private final TrainingSession session = new TrainingSession();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void everyEpochHasTheBitsOfTheRunWhichGoesOnMeanwhile() throws InterruptedException {
        session.send(new Command.Restart(1, () -> Runs.trainer(ADAM), false));
        List<double[]> bits =
                new ArrayList<>(List.of(Runs.flat(Await.frame(session, _ -> true).parameters())));
        for (int epoch = 1; epoch <= 9; epoch++) {
            if (epoch == 4) {
                session.send(new Command.Adjust(ADAM.withRate(0.05)));
            }
            bits.add(step(epoch));
        }
        session.send(
                new Command.SetParameter(1, new ParameterEdit(new ParameterPlace.Bias(1, 0), 2)));
        double[] edited =
                Runs.flat(
                        Await.frame(session, frame -> frame.adjustments().size() == 2)
                                .parameters());
        Replay replay = recall();
        step(10);
        assertThat(replay.lastEpoch()).isEqualTo(9);
        for (int epoch : new int[] {0, 5, 8, 3, 4}) {
            assertThat(Runs.flat(replay.goTo(epoch))).containsExactly(bits.get(epoch));
        }
        assertThat(Runs.flat(replay.goTo(9))).containsExactly(edited);
    }

    @Test
    void thePathHasTheWeightsOfCheckpointsFromTheFirstToTheLast() throws InterruptedException {
        session.send(new Command.Restart(1, () -> Runs.trainer(ADAM), false));
        List<double[]> bits =
                new ArrayList<>(List.of(Runs.flat(Await.frame(session, _ -> true).parameters())));
        for (int epoch = 1; epoch <= 9; epoch++) {
            bits.add(step(epoch));
        }
        List<WeightPath.Step> steps = recall().path(4).steps();
        assertThat(steps).extracting(WeightPath.Step::epoch).containsExactly(0L, 3L, 6L, 9L);
        assertThat(steps)
                .allSatisfy(at ->
                        assertThat(Runs.flat(at.parameters()))
                                .containsExactly(bits.get((int) at.epoch())));
    }

    @Test
    void whereCheckpointsAreFarApartItTrainsAgain() throws InterruptedException {
        Replay replay = leanReplay();
        Trainer trainer = Runs.trainer(ADAM);
        assertThat(Runs.flat(replay.goTo(17))).containsExactly(Runs.flatAfter(trainer, 17));
        assertThat(Runs.flat(replay.goTo(40))).containsExactly(Runs.flatAfter(trainer, 40));
    }

    @Test
    void anInterruptEndsTheWay() {
        Replay replay = leanReplay();
        assertThatThrownBy(
                        () -> {
                            Thread.currentThread().interrupt();
                            replay.goTo(40);
                        })
                .isInstanceOf(InterruptedException.class);
    }

    /// Of 40 epochs with a checkpoint at the first only.
    private static Replay leanReplay() {
        try (TrainingSession lean = new TrainingSession(System::nanoTime, 1)) {
            lean.send(
                    new Command.Restart(
                            1, () -> Runs.trainer(ADAM.withStop(Runs.epochs(40))), true));
            Await.frame(lean, frame -> frame.phase() instanceof Phase.Finished);
            LatestValue<Replay> slot = new LatestValue<>();
            lean.send(new Command.Recall(slot::publish));
            return Wait.forValue(slot::poll);
        }
    }

    private Replay recall() {
        LatestValue<Replay> slot = new LatestValue<>();
        session.send(new Command.Recall(slot::publish));
        return Wait.forValue(slot::poll);
    }

    private double[] step(long epoch) {
        session.send(new Command.StepEpoch());
        return Runs.flat(
                Await.frame(
                                session,
                                frame ->
                                        frame.phase() instanceof Phase.Paused
                                                && frame.epoch() == epoch)
                        .parameters());
    }
}
