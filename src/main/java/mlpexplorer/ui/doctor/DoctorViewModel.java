package mlpexplorer.ui.doctor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.labs.Symmetry;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.workbench.Workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Detects problems of a run that a learner should know about, and applies remedies.
final class DoctorViewModel {
    private static final double DEFAULT_CLIP = 1;
    private static final int RATE_DIVISOR = 3;
    private static final long NONE = -1;

    /// Epochs after which a run should have learned something.
    private static final long STALL_EPOCHS = 100;

    /// A loss above this share of that of random guessing has learned nothing.
    private static final double NEARLY = 0.97;

    /// Weights below this are near zero.
    private static final double TINY = 0.01;

    /// A learning rate below this share of the base rate is tiny.
    private static final double MIN_RATE_FACTOR = 0.01;

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Optional<Finding>> finding =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The run whose units have been checked; once is enough, since a wide network takes long.
    private long examined = NONE;

    private Optional<Split> priorOf = Optional.empty();
    private double prior;
    private boolean dismissed;

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
            dismissed = false;
            finding.set(alike(frame).or(() -> untrained(frame)));
        } else if (finding.get().filter(Finding.Diverged.class::isInstance).isPresent()) {
            finding.set(Optional.empty());
        } else if (frame.epoch() == frame.lastEpoch() && frame.epoch() >= STALL_EPOCHS) {
            checkProgress(frame);
        }
    }

    /// Reports that a run has learned nothing, until it does.
    private void checkProgress(Frame frame) {
        boolean atChance = isAtChance(frame);
        if (atChance && !dismissed && finding.get().isEmpty()) {
            finding.set(
                    Optional.of(
                            new Finding.AtChance(
                                    cause(frame),
                                    frame.epoch(),
                                    frame.metrics().train().loss(),
                                    frame.rate())));
        } else if (!atChance
                && finding.get().filter(Finding.AtChance.class::isInstance).isPresent()) {
            finding.set(Optional.empty());
        }
    }

    /// Networks without hidden layers are not reported, since they often cannot do better.
    private boolean isAtChance(Frame frame) {
        if (frame.mlp().spec().hidden().isEmpty()
                || !(frame.mlp().task() instanceof Task.Classification(int classes))) {
            return false;
        }
        if (priorOf.filter(split -> split == frame.split()).isEmpty()) {
            priorOf = Optional.of(frame.split());
            prior = entropy(frame.split().train(), classes);
        }
        return frame.metrics().train().loss() > NEARLY * prior;
    }

    /// The loss of a network that gives every row the class frequencies.
    private static double entropy(Samples train, int classes) {
        int[] counts = new int[classes];
        for (int row = 0; row < train.rows(); row++) {
            counts[train.label(row)]++;
        }
        double entropy = 0;
        for (int count : counts) {
            double share = (double) count / train.rows();
            entropy -= count == 0 ? 0 : share * Math.log(share);
        }
        return entropy;
    }

    private Finding.Cause cause(Frame frame) {
        if (frame.metrics().penalty() > 0 && largestWeight(frame.parameters()) < TINY) {
            return Finding.Cause.PENALTY;
        }
        return frame.rate() < MIN_RATE_FACTOR * workbench.spec().training().rate()
                ? Finding.Cause.SCHEDULE
                : Finding.Cause.OTHER;
    }

    private static double largestWeight(Parameters parameters) {
        double largest = 0;
        for (int layer = 0; layer < parameters.layers(); layer++) {
            for (double weight : parameters.weights(layer)) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return largest;
    }

    private static Optional<Finding> alike(Frame frame) {
        if (!beginsAtZero(frame.mlp().spec().initializer())
                || !(frame.mlp().task() instanceof Task.Classification(int classes))) {
            return Optional.empty();
        }
        for (int layer = 0; layer < frame.mlp().layers() - 1; layer++) {
            int units = frame.parameters().fanOut(layer);
            if (units > 1 && Symmetry.distinct(frame.parameters(), layer) == 1) {
                return Optional.of(
                        new Finding.Alike(
                                layer + 1, units, classes, frame.metrics().train().loss()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> untrained(Frame frame) {
        return SpecText.untrained(frame.mlp().spec()).map(Finding.Untrained::new);
    }

    private static boolean beginsAtZero(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Zeros() -> true;
            case Initializer.Gaussian gaussian ->
                    gaussian.deviation().stream().allMatch(deviation -> deviation == 0);
            case Initializer.Uniform(double range) -> range == 0;
            case Initializer.Scaled(), Initializer.Xavier(), Initializer.He() -> false;
        };
    }

    /// A third of the learning rate, to three digits.
    double lowerRate() {
        return Math.max(TrainingSpec.MIN_RATE, third(workbench.spec().training().rate()));
    }

    private static double third(double value) {
        return BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(RATE_DIVISOR), new MathContext(3))
                .doubleValue();
    }

    /// The norm to clip at: 1, or a third of the previous value, to three digits, if that did not
    /// help.
    double tighterClip() {
        return workbench
                .spec()
                .training()
                .clip()
                .filter(clip -> clip <= DEFAULT_CLIP)
                .map(DoctorViewModel::third)
                .orElse(DEFAULT_CLIP);
    }

    void continueAtLowerRate() {
        workbench.fork(training -> training.withRate(lowerRate()));
    }

    void continueClipped() {
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
        return spec.withModel(spec.model().withInitializer(new Initializer.Xavier()));
    }

    void dropPenalty() {
        workbench.fork(training -> training.withRegularizer(new Regularizer.None()));
    }

    void keepRate() {
        workbench.change(spec ->
                spec.withTraining(
                        spec.training().withSchedule(new LearningRateSchedule.Constant())));
    }

    /// A learning rate to try when nothing was learned.
    double higherRate() {
        return Math.min(
                TrainingSpec.MAX_RATE,
                BigDecimal.valueOf(workbench.spec().training().rate())
                        .multiply(BigDecimal.TEN)
                        .doubleValue());
    }

    void startAtHigherRate() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(higherRate())));
        workbench.rewind();
        workbench.play();
    }

    void newSeed() {
        workbench.newSeed();
    }

    void dismiss() {
        dismissed = true;
        finding.set(Optional.empty());
    }

    /// A problem of a run that a learner should know about.
    sealed interface Finding {

        /// @param goodEpoch the last good epoch, whose weights are shown
        record Diverged(Divergence divergence, long goodEpoch) implements Finding {}

        /// After many epochs, the loss is still that of the class frequencies.
        ///
        /// @param loss training loss
        /// @param rate learning rate in effect
        record AtChance(Cause cause, long epochs, double loss, double rate) implements Finding {}

        /// Why a run may have learned nothing.
        enum Cause {
            /// The penalty keeps all weights near zero.
            PENALTY,
            /// The schedule has made the learning rate tiny.
            SCHEDULE,
            /// Anything else, such as an unsuitable learning rate or saturated units.
            OTHER
        }

        /// Layers before threshold units have no gradient.
        ///
        /// @param sentence what is trained
        record Untrained(String sentence) implements Finding {}

        /// All initial weights are zero, and the units of a hidden layer are still identical.
        ///
        /// @param layer hidden layer, counted from 1
        /// @param units number of units in the layer
        /// @param classes number of classes
        /// @param loss training loss
        record Alike(int layer, int units, int classes, double loss) implements Finding {

            /// Whether the loss is that of a network that favors no class.
            boolean staysAtChance() {
                return Math.abs(loss - Math.log(classes)) < 0.05 * Math.log(classes);
            }
        }
    }
}
