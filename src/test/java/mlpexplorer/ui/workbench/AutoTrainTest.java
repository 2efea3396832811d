package mlpexplorer.ui.workbench;

import static mlpexplorer.ui.workbench.Pulses.epoch;
import static mlpexplorer.ui.workbench.Pulses.generation;
import static mlpexplorer.ui.workbench.Pulses.until;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What a change of model, data or points leads to, and the way back.
class AutoTrainTest {
    private static final List<LabeledPoint> SQUARE =
            List.of(
                    new LabeledPoint(-2, -2, 0),
                    new LabeledPoint(2, 2, 0),
                    new LabeledPoint(-2, 2, 1),
                    new LabeledPoint(2, -2, 1));

    private final Workbench workbench = new Workbench(drawn(SQUARE));

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aChangeTrainsTheNewRun() {
        workbench.change(spec -> spec.withSeeds(spec.seeds().withInit(9)));
        until(workbench, () -> generation(workbench) == 2 && epoch(workbench) > 3);
        assertThat(workbench.spec().seeds().init()).isEqualTo(9);
    }

    @Test
    void otherDataAreTrainedAtOnceOnlyAfterTheFirstTraining() {
        workbench.change(spec -> spec.withData(new DataSpec.Xor()));
        until(workbench, () -> generation(workbench) == 2);
        assertThat(workbench.phaseProperty().get()).isEqualTo(new Phase.Ready());
        workbench.play();
        until(workbench, () -> epoch(workbench) > 3);
        workbench.change(spec -> spec.withData(new DataSpec.Moons()));
        until(workbench, () -> generation(workbench) > 2 && epoch(workbench) > 3);
    }

    @Test
    void withoutAutoTrainAChangeLeavesTheNewRunReady() {
        workbench.autoTrainProperty().set(false);
        workbench.change(spec -> spec.withData(new DataSpec.Xor()));
        until(workbench, () -> generation(workbench) == 2);
        assertThat(workbench.phaseProperty().get()).isEqualTo(new Phase.Ready());
        workbench.play();
        until(workbench, () -> epoch(workbench) > 3);
        workbench.change(spec -> spec.withData(new DataSpec.Moons()));
        until(workbench, () -> generation(workbench) > 2 && epoch(workbench) > 0);
    }

    @Test
    void aChangeInAGestureTrainsToTheEndWhateverThePace() {
        workbench.pace().limitProperty().set(0.001);
        workbench.beginDrag();
        workbench.change(spec -> spec.withSeeds(spec.seeds().withInit(9)));
        workbench.endDrag();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished);
        assertThat(epoch(workbench)).isEqualTo(500);
    }

    @Test
    void aFinishedRunIsTrainedAgainWithAnotherRateButGoesOnForMoreEpochs() {
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished);
        long first = generation(workbench);
        workbench.change(spec ->
                spec.withTraining(
                        spec.training().withStop(spec.training().stop().withEpochs(600))));
        workbench.play();
        until(workbench, () -> epoch(workbench) == 1100);
        assertThat(generation(workbench)).isEqualTo(first);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.1)));
        until(
                workbench,
                () ->
                        generation(workbench) > first
                                && workbench.phaseProperty().get() instanceof Phase.Finished);
        assertThat(epoch(workbench)).isEqualTo(600);
        workbench.autoTrainProperty().set(false);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.2)));
        until(workbench, () -> !frame().adjustments().isEmpty());
        assertThat(generation(workbench)).isEqualTo(first + 1);
    }

    @Test
    void theRunBeforeAGestureStaysTheReferenceThroughoutIt() {
        workbench.change(spec -> spec.withData(new DataSpec.Circles(60, 0)));
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished);
        workbench.beginDrag();
        for (int samples : List.of(20, 30, 40)) {
            workbench.change(spec ->
                    spec.withTraining(
                                    spec.training()
                                            .withStop(spec.training().stop().withEpochs(samples)))
                            .withData(new DataSpec.Circles(samples, 0)));
            until(
                    workbench,
                    () ->
                            frame().split().dataset().rows() == samples
                                    && workbench.phaseProperty().get() instanceof Phase.Finished);
        }
        workbench.endDrag();
        assertThat(workbench.referenceProperty().get().size()).isEqualTo(501);
    }

    @Test
    void aChangeOfThePointsAloneKeepsTheWeightsAndTheCurve() {
        workbench.autoTrainProperty().set(false);
        stepTo(3);
        double[] weights = frame().parameters().weights(0).clone();
        draw(new LabeledPoint(0, 3, 1));
        until(workbench, () -> generation(workbench) == 2);
        assertThat(frame().parameters().weights(0)).containsExactly(weights);
        assertThat(frame().split().train().rows()).isEqualTo(5);
        assertThat(frame().lastEpoch()).isEqualTo(3);
        assertThat(frame().log().size()).isEqualTo(4);
        assertThat(workbench.isRunning()).isFalse();
        workbench.stepEpoch();
        until(workbench, () -> epoch(workbench) == 4);
    }

    @Test
    void aRunOnDrawnPointsGoesOnAfterItsEnd() {
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished);
        draw(new LabeledPoint(0, 3, 1));
        until(workbench, () -> epoch(workbench) == 1000);
        assertThat(workbench.phaseProperty().get()).isInstanceOf(Phase.Finished.class);
    }

    @Test
    void whatWasTrainedOnOtherPointsCannotBeGoneBackTo() {
        workbench.autoTrainProperty().set(false);
        stepTo(3);
        draw(new LabeledPoint(0, 3, 1));
        until(workbench, () -> generation(workbench) == 2);
        workbench.stepEpoch();
        until(workbench, () -> epoch(workbench) == 4);
        workbench.seek(0);
        until(workbench, () -> epoch(workbench) == 3);
        assertThat(frame().lastEpoch()).isEqualTo(4);
    }

    @Test
    void rewindTrainsTheDrawnPointsFromTheirStart() {
        workbench.autoTrainProperty().set(false);
        stepTo(2);
        draw(new LabeledPoint(0, 3, 1));
        until(workbench, () -> generation(workbench) == 2);
        workbench.rewind();
        until(workbench, () -> epoch(workbench) == 0);
        assertThat(frame().split().train().rows()).isEqualTo(5);
        assertThat(frame().parameters().weights(0))
                .containsExactly(
                        frame().mlp().initialize(workbench.spec().seeds().init()).weights(0));
    }

    @Test
    void undoTakesAPointBackAndKeepsTheWeights() {
        workbench.autoTrainProperty().set(false);
        stepTo(3);
        RunSpec before = workbench.spec();
        draw(new LabeledPoint(0, 3, 1));
        until(workbench, () -> generation(workbench) == 2);
        workbench.undo();
        until(workbench, () -> generation(workbench) == 3);
        assertThat(workbench.spec()).isEqualTo(before);
        assertThat(frame().lastEpoch()).isEqualTo(3);
        workbench.redo();
        assertThat(workbench.spec().data().shape().orElseThrow().rows()).isEqualTo(5);
    }

    @Test
    void aRunCanStartFromGivenWeightsAndUndoDrawsThemAgain() {
        workbench.autoTrainProperty().set(false);
        until(workbench, () -> generation(workbench) == 1);
        Parameters given = frame().parameters().zeros();
        assertThat(workbench.startFrom(given)).isEmpty();
        until(workbench, () -> generation(workbench) == 2);
        assertThat(frame().parameters().weights(0)).containsOnly(0);
        workbench.undo();
        until(workbench, () -> generation(workbench) == 3);
        assertThat(frame().parameters().weights(0)).isNotEqualTo(given.weights(0));
    }

    @Test
    void anotherExperimentWithoutGivenWeightsDrawsThemEvenIfItIsTheSameOtherwise() {
        workbench.autoTrainProperty().set(false);
        until(workbench, () -> generation(workbench) == 1);
        Parameters drawn = frame().parameters();
        RunStart kept = workbench.start();
        workbench.startFrom(drawn.zeros());
        until(workbench, () -> generation(workbench) == 2);
        assertThat(OpenExperiment.open(workbench, kept)).isEmpty();
        until(workbench, () -> generation(workbench) == 3);
        assertThat(frame().parameters().weights(0)).isEqualTo(drawn.weights(0));
        assertThat(workbench.start()).isEqualTo(kept);
        workbench.undo();
        until(workbench, () -> generation(workbench) == 4);
        assertThat(frame().parameters().weights(0)).containsOnly(0);
    }

    @Test
    void anotherExperimentThatDiffersInItsRateLeavesGivenWeightsBehind() {
        workbench.startFrom(RunStart.shape(workbench.spec()));
        RunSpec faster = workbench.spec().withTraining(workbench.spec().training().withRate(0.5));
        assertThat(OpenExperiment.open(workbench, new RunStart(faster))).isEmpty();
        assertThat(workbench.start()).isEqualTo(new RunStart(faster));
        workbench.undo();
        assertThat(workbench.start().weights()).isPresent();
    }

    @Test
    void weightsOfAnotherNetworkChangeNothing() {
        until(workbench, () -> generation(workbench) == 1);
        Parameters other =
                new RunSpec()
                        .withData(new DataSpec.Spiral())
                        .mlp(new DataSpec.Spiral().shape().orElseThrow())
                        .initialize(1);
        assertThat(workbench.startFrom(other))
                .hasValueSatisfying(text -> assertThat(text).contains("2-8-8-3", "2-8-8-2"));
        assertThat(workbench.notice().toneProperty().get()).isEqualTo(Notice.Level.PROBLEM);
        assertThat(workbench.undoHistory().canUndoProperty().get()).isFalse();
    }

    private void stepTo(long last) {
        for (long epoch = 1; epoch <= last; epoch++) {
            long wanted = epoch;
            workbench.stepEpoch();
            until(workbench, () -> epoch(workbench) == wanted);
        }
    }

    private void draw(LabeledPoint point) {
        List<LabeledPoint> points = new ArrayList<>(SQUARE);
        points.add(point);
        workbench.change(spec -> spec.withData(new DataSpec.Points(points, 2)));
    }

    private static RunSpec drawn(List<LabeledPoint> points) {
        RunSpec usual = new RunSpec();
        return new RunSpec(
                new DataSpec.Points(points, 2),
                new SplitSpec(1, 0, 0, true),
                usual.model(),
                usual.training().withBatch(new BatchSize.Full()),
                usual.seeds());
    }

    private Frame frame() {
        return workbench.frameProperty().get().orElseThrow();
    }
}
