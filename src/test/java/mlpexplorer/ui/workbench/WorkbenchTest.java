package mlpexplorer.ui.workbench;

import static mlpexplorer.ui.workbench.Pulses.epoch;
import static mlpexplorer.ui.workbench.Pulses.generation;
import static mlpexplorer.ui.workbench.Pulses.until;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Frame;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class WorkbenchTest {
    private static final long LONG_ENOUGH_TO_BE_SEEN = 1_000_000_000;

    private static final ModelSpec WIDE =
            new ModelSpec(List.of(16), Activation.RELU, new Initializer.He());

    private final Workbench workbench = new Workbench(new RunSpec());

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void showsTheStartBeforeAnybodyClicksTrain() {
        until(workbench, () -> epoch(workbench) == 0);
        assertThat(workbench.phaseProperty().get()).isEqualTo(new Phase.Ready());
    }

    @Test
    void trainsWhenPlayedAndRestsWhenPaused() {
        endless();
        workbench.play();
        until(workbench, () -> epoch(workbench) > 5);
        workbench.pause();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Paused);
        long rested = epoch(workbench);
        workbench.stepEpoch();
        until(workbench, () -> epoch(workbench) == rested + 1);
        assertThat(workbench.isRunning()).isFalse();
    }

    @Test
    void aChangeOfTheModelRetrainsFromTheStart() {
        endless();
        workbench.play();
        until(workbench, () -> epoch(workbench) > 5);
        long before = generation(workbench);
        workbench.change(spec -> spec.withModel(WIDE));
        until(workbench, () -> generation(workbench) > before && epoch(workbench) > 0);
        assertThat(workbench.isRunning()).isTrue();
        assertThat(frame().mlp().spec()).isEqualTo(WIDE);
    }

    @Test
    void dataThatWereJustReadAreNotReadAgainAndRestartTheRun() {
        DataSpec file = new DataSpec.Csv("not-there.csv");
        Dataset first = new DataSpec.Moons(60, 0).generate(1);
        assertThat(workbench.open(file, first, spec -> spec.withData(file))).isEmpty();
        assertThat(workbench.shapeProperty().get()).contains(first.shape());
        until(
                workbench,
                () ->
                        workbench
                                .frameProperty()
                                .get()
                                .filter(now -> now.split().dataset() == first)
                                .isPresent());
        Dataset edited = new DataSpec.Moons(70, 0).generate(1);
        assertThat(workbench.open(file, edited, spec -> spec.withData(file))).isEmpty();
        assertThat(workbench.shapeProperty().get()).contains(edited.shape());
        until(
                workbench,
                () ->
                        workbench
                                .frameProperty()
                                .get()
                                .filter(now -> now.split().dataset() == edited)
                                .isPresent());
    }

    @Test
    void manyChangesBetweenTwoPulsesMakeOneRun() {
        until(workbench, () -> generation(workbench) == 1);
        for (int units = 1; units <= 64; units++) {
            int width = units;
            workbench.change(spec ->
                    spec.withModel(
                            new ModelSpec(
                                    List.of(width), Activation.TANH, new Initializer.Xavier())));
        }
        until(workbench, () -> generation(workbench) > 1);
        assertThat(generation(workbench)).isEqualTo(2);
        assertThat(frame().mlp().spec().hidden()).containsExactly(64);
    }

    @Test
    void rateAndPenaltyChangeTheRunThatLives() {
        endless();
        workbench.play();
        until(workbench, () -> epoch(workbench) > 5);
        long before = generation(workbench);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.1)));
        workbench.change(spec ->
                spec.withTraining(spec.training().withRegularizer(new Regularizer.L2(0.01))));
        until(
                workbench,
                () ->
                        !frame().adjustments().isEmpty()
                                && frame().adjustments()
                                        .getLast()
                                        .after()
                                        .regularizer()
                                        .equals(new Regularizer.L2(0.01)));
        assertThat(generation(workbench)).isEqualTo(before);
        assertThat(frame().adjustments().getFirst().before().rate()).isEqualTo(0.03);
        assertThat(frame().adjustments().getLast().after().rate()).isEqualTo(0.1);
    }

    @Test
    void momentumChangesTheRunThatLives() {
        workbench.autoTrainProperty().set(false);
        workbench.change(spec ->
                spec.withTraining(spec.training().withOptimizer(new Optimizer.Momentum(0.9))));
        until(workbench, () -> generation(workbench) == 2);
        workbench.stepEpoch();
        until(workbench, () -> epoch(workbench) == 1);
        workbench.change(spec ->
                spec.withTraining(spec.training().withOptimizer(new Optimizer.Momentum(0.5))));
        until(workbench, () -> frame().adjustments().size() == 1);
        assertThat(generation(workbench)).isEqualTo(2);
    }

    @Test
    void stepsBackAndSeeksShowThePastUnderTheWholeCurve() {
        stepTo(6);
        workbench.stepBack();
        until(workbench, () -> epoch(workbench) == 5);
        workbench.seek(2);
        until(workbench, () -> epoch(workbench) == 2);
        assertThat(frame().lastEpoch()).isEqualTo(6);
        assertThat(frame().log().size()).isEqualTo(7);
        workbench.stepEpoch();
        until(workbench, () -> epoch(workbench) == 3);
        assertThat(frame().log().size()).isEqualTo(7);
    }

    @Test
    void aLiveChangeInThePastCutsTheCurve() {
        stepTo(6);
        workbench.seek(2);
        until(workbench, () -> epoch(workbench) == 2);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.2)));
        until(workbench, () -> frame().lastEpoch() == 2);
        assertThat(frame().log().size()).isEqualTo(3);
        assertThat(generation(workbench)).isEqualTo(1);
    }

    @Test
    void aForkGoesOnFromTheShownWeightsAndTheWholeCurveStaysAsAReference() {
        stepTo(6);
        workbench.seek(4);
        until(workbench, () -> epoch(workbench) == 4);
        double[] weights = frame().parameters().weights(0).clone();
        assertThat(workbench.fork(training -> training.withOptimizer(new Optimizer.Adam())))
                .isEmpty();
        until(workbench, () -> generation(workbench) == 2);
        assertThat(frame().parameters().weights(0)).containsExactly(weights);
        assertThat(frame().lastEpoch()).isEqualTo(4);
        assertThat(workbench.referenceProperty().get().size()).isEqualTo(7);
        assertThat(workbench.spec().training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(workbench.isRunning()).isFalse();
    }

    @Test
    void aForkOfADivergedRunTrainsOn() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(1000)).withModel(WIDE));
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Diverged);
        long good = frame().lastEpoch();
        workbench.fork(training -> training.withRate(0.03));
        until(workbench, () -> epoch(workbench) > good + 3);
        assertThat(frame().log().size()).isGreaterThan((int) good + 3);
    }

    @Test
    void anImpossibleForkSaysSo() {
        until(workbench, () -> epoch(workbench) == 0);
        assertThat(workbench.fork(training -> training.withBatch(new BatchSize.Rows(5000))))
                .isPresent();
        assertThat(workbench.spec()).isEqualTo(new RunSpec());
    }

    @Test
    void anImpossibleChangeSaysSoAndKeepsTheSpec() {
        RunSpec before = workbench.spec();
        var message =
                workbench.change(spec ->
                        spec.withTraining(spec.training().withBatch(new BatchSize.Rows(5000))));
        assertThat(message).hasValueSatisfying(text -> assertThat(text).contains("5000", "180"));
        assertThat(workbench.spec()).isSameAs(before);
        assertThat(workbench.notice().messageProperty().get()).isEqualTo(message.orElseThrow());
    }

    @Test
    void rewindGivesTheSameCurveAgainAndNewSeedAnotherOne() {
        workbench.change(spec ->
                spec.withTraining(spec.training().withStop(spec.training().stop().withEpochs(5))));
        double first = lossAfterRun();
        workbench.rewind();
        until(
                workbench,
                () ->
                        workbench.phaseProperty().get() instanceof Phase.Ready
                                && epoch(workbench) == 0);
        assertThat(lossAfterRun()).isEqualTo(first);
        workbench.newSeed();
        until(
                workbench,
                () ->
                        workbench.phaseProperty().get() instanceof Phase.Finished
                                && frame().generation() > 2
                                && frame().metrics().train().loss() != first);
        assertThat(workbench.spec().seeds().init()).isEqualTo(2);
    }

    @Test
    void aFinishedRunGoesOnWhenPlayedAgain() {
        workbench.change(spec ->
                spec.withTraining(spec.training().withStop(spec.training().stop().withEpochs(5))));
        lossAfterRun();
        workbench.play();
        until(workbench, () -> epoch(workbench) == 10);
        assertThat(generation(workbench)).isLessThanOrEqualTo(2);
    }

    @Test
    void divergenceIsShownAndTheNextChangeTrainsAgain() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(1000)).withModel(WIDE));
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Diverged);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.03)));
        until(workbench, () -> epoch(workbench) > 3);
        assertThat(frame().metrics().train().loss()).isFinite();
    }

    @Test
    void anEditedWeightIsTakenBackBeforeTheChangeOfTheSpec() {
        workbench.autoTrainProperty().set(false);
        workbench.change(spec -> spec.withData(new DataSpec.Circles(300, 0.12)));
        until(workbench, () -> generation(workbench) == 2 && epoch(workbench) == 0);
        stepTo(2);
        ParameterPlace bias = new ParameterPlace.Bias(0, 0);
        double before = bias.read(frame().parameters());
        workbench.edit(new ParameterEdit(bias, 9));
        until(workbench, () -> bias.read(frame().parameters()) == 9);
        workbench.undo();
        until(workbench, () -> bias.read(frame().parameters()) == before);
        assertThat(epoch(workbench)).isEqualTo(2);
        workbench.redo();
        until(workbench, () -> bias.read(frame().parameters()) == 9);
        workbench.undo();
        workbench.undo();
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Circles());
    }

    @Test
    void theRunBeforeStaysAsAReference() {
        endless();
        workbench.play();
        until(workbench, () -> epoch(workbench) > 3);
        workbench.change(spec -> spec.withData(new DataSpec.Circles(300, 0.3)));
        workbench.pulse(System.nanoTime() + LONG_ENOUGH_TO_BE_SEEN);
        until(workbench, () -> generation(workbench) > 1);
        assertThat(workbench.referenceProperty().get().size()).isGreaterThan(3);
        workbench.change(spec -> spec.withData(new DataSpec.Xor()));
        until(workbench, () -> generation(workbench) > 2);
        assertThat(workbench.referenceProperty().get().size()).isZero();
    }

    private void stepTo(long last) {
        for (long epoch = 1; epoch <= last; epoch++) {
            long wanted = epoch;
            workbench.stepEpoch();
            until(workbench, () -> epoch(workbench) == wanted);
        }
    }

    private double lossAfterRun() {
        workbench.play();
        until(
                workbench,
                () ->
                        workbench.phaseProperty().get() instanceof Phase.Finished
                                && epoch(workbench) == 5);
        return frame().metrics().train().loss();
    }

    private void endless() {
        workbench.change(spec ->
                spec.withTraining(
                        spec.training()
                                .withStop(spec.training().stop().withEpochs(1_000_000_000))));
    }

    @Test
    void theShapeOfAFileIsKnownOnceItIsRead() {
        assertThat(workbench.shapeProperty().get()).contains(new DataShape(300, 2, 2));
        workbench.change(spec -> spec.withData(new DataSpec.Csv("data/iris.csv")));
        assertThat(workbench.shapeProperty().get()).isEmpty();
        until(
                workbench,
                () ->
                        workbench
                                .shapeProperty()
                                .get()
                                .equals(Optional.of(new DataShape(150, 4, 3))));
        workbench.change(spec -> spec.withModel(WIDE));
        assertThat(workbench.shapeProperty().get()).contains(new DataShape(150, 4, 3));
        workbench.change(spec -> spec.withData(new DataSpec.Spiral()));
        assertThat(workbench.shapeProperty().get()).contains(new DataShape(300, 2, 3));
    }

    @Test
    void aFileThatCannotBeReadIsTold() {
        workbench.change(spec -> spec.withData(new DataSpec.Csv("no/such.csv")));
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Failed);
        assertThat(workbench.notice().messageProperty().get())
                .isEqualTo(
                        "This run cannot start: no/such.csv cannot be read: there is no such file"
                                + " or folder.");
    }

    private Frame frame() {
        return workbench.frameProperty().get().orElseThrow();
    }
}
