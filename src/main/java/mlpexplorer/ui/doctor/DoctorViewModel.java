package mlpexplorer.ui.doctor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.labs.Symmetry;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.workbench.Workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Detects problems of a run that a learner should know about, and applies remedies.
final class DoctorViewModel {
    private static final double USUAL_CLIP = 1;
    private static final int TIMES_LOWER = 3;
    private static final long NONE = -1;

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Optional<Finding>> finding =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The run whose units have been checked; once is enough, since a wide network takes long.
    private long examined = NONE;

    DoctorViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.frameProperty().addListener((_, _, frame) -> frame.ifPresent(this::examine));
    }

    ReadOnlyObjectProperty<Optional<Finding>> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    private void examine(Frame frame) {
        if (frame.phase() instanceof Phase.Diverged(var divergence)) {
            finding.set(Optional.of(new Finding.Diverged(divergence, frame.epoch())));
        } else if (frame.epoch() == 0) {
            examined = NONE;
            finding.set(Optional.empty());
        } else if (frame.generation() != examined) {
            examined = frame.generation();
            finding.set(alike(frame));
        } else if (finding.get().filter(Finding.Diverged.class::isInstance).isPresent()) {
            finding.set(Optional.empty());
        }
    }

    private static Optional<Finding> alike(Frame frame) {
        if (!beginsAtZero(frame.mlp().spec().initializer())) {
            return Optional.empty();
        }
        for (int layer = 0; layer < frame.mlp().layers() - 1; layer++) {
            int units = frame.parameters().fanOut(layer);
            if (units > 1 && Symmetry.distinct(frame.parameters(), layer) == 1) {
                return Optional.of(
                        new Finding.Alike(
                                layer + 1,
                                units,
                                frame.split().shape().classes(),
                                frame.metrics().train().loss()));
            }
        }
        return Optional.empty();
    }

    private static boolean beginsAtZero(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Zeros() -> true;
            case Initializer.Gaussian(double deviation) -> deviation == 0;
            case Initializer.Uniform(double range) -> range == 0;
            case Initializer.Scaled(), Initializer.Xavier(), Initializer.He() -> false;
        };
    }

    /// A third of the learning rate, to three digits.
    double lowerRate() {
        BigDecimal rate = BigDecimal.valueOf(workbench.spec().training().rate());
        return Math.max(
                TrainingSpec.MIN_RATE,
                rate.divide(BigDecimal.valueOf(TIMES_LOWER), new MathContext(3)).doubleValue());
    }

    /// The norm to clip at: 1, or a third of the previous value if that did not help.
    double tighterClip() {
        return workbench
                .spec()
                .training()
                .clip()
                .filter(clip -> clip <= USUAL_CLIP)
                .map(clip -> clip / TIMES_LOWER)
                .orElse(USUAL_CLIP);
    }

    void lowerRateAndGoOn() {
        workbench.fork(training -> training.withRate(lowerRate()));
    }

    void clipAndGoOn() {
        workbench.fork(training -> training.withClip(Optional.of(tighterClip())));
    }

    /// Re-runs unchanged from the same start.
    void startAgain() {
        workbench.rewind();
    }

    void drawWeights() {
        workbench.change(DoctorViewModel::withXavier);
    }

    private static RunSpec withXavier(RunSpec spec) {
        ModelSpec model = spec.model();
        return spec.withModel(
                new ModelSpec(model.hidden(), model.activation(), new Initializer.Xavier()));
    }

    void dismiss() {
        finding.set(Optional.empty());
    }
}
