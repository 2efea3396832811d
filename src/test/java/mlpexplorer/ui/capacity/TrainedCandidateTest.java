package mlpexplorer.ui.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldThumbnail;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class TrainedCandidateTest {
    private static final FieldThumbnail LOOK = new FieldThumbnail(40, Theme.LIGHT).withoutPoints();
    private static final ModelSpec ENOUGH =
            new ModelSpec(List.of(8), Activation.TANH, new Initializer.Xavier());
    private static final ModelSpec TOO_SMALL =
            new ModelSpec(List.of(1), Activation.TANH, new Initializer.Xavier());

    @Test
    void aNetworkWithOneUnitCannotSurroundACircleButOneWithEightCan() throws InterruptedException {
        assertThat(trial(spec(ENOUGH)).score()).isGreaterThan(0.95);
        assertThat(trial(spec(TOO_SMALL)).score()).isLessThan(0.9);
    }

    @Test
    void thePictureShowsBothClasses() throws InterruptedException {
        TrainedCandidate candidate = trial(spec(ENOUGH));
        assertThat(candidate.argb()).hasSize(1600);
        assertThat(candidate.argb()[20 * 40 + 20]).isNotEqualTo(candidate.argb()[0]);
    }

    @Test
    void withoutAValidationPartTheTrainingPartTells() throws InterruptedException {
        assertThat(trial(spec(ENOUGH)).validated()).isTrue();
        assertThat(trial(spec(ENOUGH).withSplit(new SplitSpec(1, 0, 0, true))).validated())
                .isFalse();
    }

    @Test
    void aDivergedTrialSaysSo() throws InterruptedException {
        RunSpec wild = spec(new ModelSpec(List.of(8), Activation.RELU, new Initializer.He()));
        TrainedCandidate candidate =
                trial(
                        wild.withTraining(
                                wild.training().withOptimizer(new Optimizer.Sgd()).withRate(1000)));
        assertThat(candidate.diverged()).isTrue();
    }

    @Test
    void itWaitsWhileTheMachineIsBusy() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        TrainedCandidate.of(spec(ENOUGH), LOOK, () -> asked.incrementAndGet() < 4, () -> 0);
        assertThat(asked.get()).isGreaterThan(4);
    }

    @Test
    void anInterruptEndsItAtOnce() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> trial(spec(ENOUGH)));
    }

    private static TrainedCandidate trial(RunSpec spec) throws InterruptedException {
        return TrainedCandidate.of(spec, LOOK, () -> false, () -> 0);
    }

    private static RunSpec spec(ModelSpec model) {
        RunSpec usual = new RunSpec().withData(new DataSpec.Circles(200, 0)).withModel(model);
        return usual.withTraining(
                usual.training()
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.03)
                        .withStop(usual.training().stop().withEpochs(100)));
    }
}
