package mlpexplorer.ui.doctor;

import static mlpexplorer.ui.workbench.Pulses.epoch;
import static mlpexplorer.ui.workbench.Pulses.generation;
import static mlpexplorer.ui.workbench.Pulses.until;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.doctor.DoctorViewModel.Finding;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class DoctorViewModelTest {
    private static final ModelSpec WIDE =
            new ModelSpec(List.of(32, 32), Activation.RELU, new Initializer.He());

    private final Workbench workbench = new Workbench(new RunSpec());
    private final DoctorViewModel model = new DoctorViewModel(workbench);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aHealthyRunIsLeftAlone() {
        workbench.play();
        until(workbench, () -> epoch(workbench) > 3);
        assertThat(model.findingProperty().get()).isEmpty();
    }

    @Test
    void aDivergedRunGoesOnAtAThirdOfTheRateFromItsLastGoodWeights() {
        diverge();
        Finding.Diverged found = (Finding.Diverged) model.findingProperty().get().orElseThrow();
        assertThat(found.goodEpoch()).isEqualTo(found.divergence().epoch() - 1);
        model.continueAtLowerRate();
        assertThat(workbench.spec().training().rate()).isEqualTo(333);
        until(workbench, () -> generation(workbench) == 3);
        assertThat(workbench.frameProperty().get().orElseThrow().lastEpoch())
                .isGreaterThanOrEqualTo(found.goodEpoch());
    }

    @Test
    void aThirdOfARateHasThreeDigits() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.03)));
        assertThat(model.lowerRate()).isEqualTo(0.01);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.1)));
        assertThat(model.lowerRate()).isEqualTo(0.0333);
        workbench.change(spec -> spec.withTraining(spec.training().withRate(1e-12)));
        assertThat(model.lowerRate()).isEqualTo(1e-12);
    }

    @Test
    void clippingGoesOnAndClippingThatDidNotHelpBecomesTighter() {
        diverge();
        model.continueClipped();
        assertThat(workbench.spec().training().clip()).contains(1.0);
        assertThat(model.tighterClip()).isEqualTo(0.333);
        workbench.change(spec -> spec.withTraining(spec.training().withClip(Optional.of(50.0))));
        assertThat(model.tighterClip()).isEqualTo(1);
    }

    @Test
    void startingAgainClearsTheFinding() {
        diverge();
        model.startAgain();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Ready);
        assertThat(model.findingProperty().get()).isEmpty();
    }

    @Test
    void unitsOfZeroWeightsAreSaidToStayAlike() {
        workbench.change(_ -> Presets.named("zero-init").start().spec());
        workbench.play();
        until(workbench, () -> epoch(workbench) > 2);
        Finding.Alike found = (Finding.Alike) model.findingProperty().get().orElseThrow();
        assertThat(found.units()).isEqualTo(workbench.spec().model().hidden().getFirst());
        assertThat(found.staysAtChance()).isTrue();
        model.drawWeights();
        until(workbench, () -> epoch(workbench) > 2 && model.findingProperty().get().isEmpty());
        assertThat(workbench.spec().model().initializer()).isEqualTo(new Initializer.Xavier());
    }

    @Test
    void whatWasDismissedStaysAwayForThisRun() {
        workbench.change(_ -> Presets.named("zero-init").start().spec());
        workbench.play();
        until(workbench, () -> model.findingProperty().get().isPresent());
        model.dismiss();
        long before = epoch(workbench);
        until(workbench, () -> epoch(workbench) > before + 2);
        assertThat(model.findingProperty().get()).isEmpty();
    }

    @Test
    void aPenaltyThatKeepsTheNetworkAtChanceIsNamed() {
        workbench.change(spec ->
                spec.withData(new DataSpec.Spiral(120, 3, 3, 0))
                        .withTraining(
                                spec.training()
                                        .withRegularizer(new Regularizer.L2(0.3))
                                        .withRate(0.3)));
        assertThat(causeAtTheEnd()).isEqualTo(Finding.Cause.PENALTY);
        model.dropPenalty();
        until(workbench, () -> model.findingProperty().get().isEmpty());
        assertThat(workbench.spec().training().regularizer()).isEqualTo(new Regularizer.None());
    }

    @Test
    void aScheduleThatEndsTheTrainingTooEarlyIsNamed() {
        workbench.change(spec ->
                spec.withData(new DataSpec.Spiral(120, 3, 3, 0))
                        .withTraining(
                                spec.training()
                                        .withSchedule(new LearningRateSchedule.Step(0.1, 1))));
        assertThat(causeAtTheEnd()).isEqualTo(Finding.Cause.SCHEDULE);
        model.keepRate();
        assertThat(workbench.spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Constant());
    }

    @Test
    void aTinyLearningRateIsToldToo() {
        workbench.change(spec ->
                spec.withData(new DataSpec.Spiral(120, 3, 3, 0))
                        .withTraining(spec.training().withRate(1e-6)));
        assertThat(causeAtTheEnd()).isEqualTo(Finding.Cause.OTHER);
        model.dismiss();
        assertThat(model.higherRate()).isEqualTo(1e-5);
        model.startAtHigherRate();
        assertThat(workbench.spec().training().rate()).isEqualTo(1e-5);
    }

    private Finding.Cause causeAtTheEnd() {
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Finished);
        return ((Finding.AtChance) model.findingProperty().get().orElseThrow()).cause();
    }

    private void diverge() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(1000)).withModel(WIDE));
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Diverged);
    }
}
