package mlpexplorer.ui.doctor;

import static mlpexplorer.ui.workbench.Pulses.epoch;
import static mlpexplorer.ui.workbench.Pulses.generation;
import static mlpexplorer.ui.workbench.Pulses.until;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.Phase;
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
        model.lowerRateAndGoOn();
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
        model.clipAndGoOn();
        assertThat(workbench.spec().training().clip()).contains(1.0);
        assertThat(model.tighterClip()).isEqualTo(1.0 / 3);
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

    private void diverge() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(1000)).withModel(WIDE));
        workbench.play();
        until(workbench, () -> workbench.phaseProperty().get() instanceof Phase.Diverged);
    }
}
