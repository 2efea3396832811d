package mlpexplorer.ui.training;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.StopRule;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// The operations of the optimizer, regularization and stopping sections. A batch size of infinity
/// means "full".
final class TrainingViewModel {
    /// Parameters from which training in single precision saves noticeable time.
    private static final long LARGE = 50_000;

    /// Steps of a new step decay during the run.
    private static final int STEPS = 5;

    private final Workbench workbench;

    TrainingViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    void rate(double rate) {
        change(training -> training.withRate(rate));
    }

    void optimizer(Optimizer optimizer) {
        change(training -> training.withOptimizer(optimizer));
    }

    void regularizer(Regularizer regularizer) {
        change(training -> training.withRegularizer(regularizer));
    }

    void schedule(LearningRateSchedule schedule) {
        change(training -> training.withSchedule(schedule));
    }

    /// A schedule of the given kind. A schedule in epochs is adapted to the epochs of the run: five
    /// steps, or one cosine.
    void scheduleKind(LearningRateSchedule kind) {
        int epochs = workbench.spec().training().stop().epochs();
        schedule(
                switch (kind) {
                    case LearningRateSchedule.Step(double factor, _) ->
                            new LearningRateSchedule.Step(factor, Math.max(1, epochs / STEPS));
                    case LearningRateSchedule.Cosine(_, double floor) ->
                            new LearningRateSchedule.Cosine(epochs, floor);
                    case LearningRateSchedule.Constant _,
                            LearningRateSchedule.Exponential _,
                            LearningRateSchedule.InverseTime _,
                            LearningRateSchedule.Warmup _,
                            LearningRateSchedule.Plateau _,
                            LearningRateSchedule.LossRatio _ ->
                            kind;
                });
    }

    void dropout(double share) {
        change(training -> training.withDropout(share));
    }

    /// Whether rows are drawn with replacement.
    void sampling(boolean replaced) {
        change(training ->
                training.withSampling(
                        replaced
                                ? TrainingSpec.Sampling.WITH_REPLACEMENT
                                : TrainingSpec.Sampling.SHUFFLED));
    }

    void precision(boolean single) {
        change(training -> training.withPrecision(single ? Precision.SINGLE : Precision.DOUBLE));
    }

    /// Whether the network is so large that single precision saves noticeable time; false while the
    /// data is being read.
    boolean isLarge() {
        return workbench
                .shapeProperty()
                .get()
                .filter(shape -> workbench.spec().parameterCount(shape) >= LARGE)
                .isPresent();
    }

    /// Updates whose mean loss is logged.
    void logEvery(Optional<Double> count) {
        change(training -> training.withLogEvery(count.map(Double::intValue)));
    }

    void clip(Optional<Double> norm) {
        change(training -> training.withClip(norm));
    }

    void epochs(int epochs) {
        stop(stop -> stop.withEpochs(epochs));
    }

    void stopAtLoss(Optional<Double> loss) {
        stop(stop -> stop.withLoss(loss));
    }

    void patience(Optional<Double> epochs) {
        stop(stop -> stop.withPatience(epochs.map(Double::intValue)));
    }

    void stopAfter(Optional<Double> seconds) {
        stop(stop -> stop.withSeconds(seconds));
    }

    void tolerance(Optional<Double> change) {
        stop(stop -> stop.withTolerance(change));
    }

    private void stop(UnaryOperator<StopRule> edit) {
        change(training -> training.withStop(edit.apply(training.stop())));
    }

    /// A penalty of the given kind; a per-layer penalty starts with the strength of the previous
    /// one in each layer.
    void penalty(Regularizer kind) {
        regularizer(kind instanceof Regularizer.PerLayer ? perLayer() : kind);
    }

    private Regularizer perLayer() {
        RunSpec spec = workbench.spec();
        Regularizer before = spec.training().regularizer();
        Regularizer.Lambdas each = new Regularizer.Lambdas(before.lambda1(), before.lambda2());
        return new Regularizer.PerLayer(
                Collections.nCopies(spec.model().hidden().size() + 1, each));
    }

    /// λ₁ and λ₂ of one layer, counted from 0, of a per-layer penalty.
    void lambdas(int layer, Regularizer.Lambdas lambdas) {
        if (workbench.spec().training().regularizer()
                instanceof Regularizer.PerLayer(List<Regularizer.Lambdas> before)) {
            List<Regularizer.Lambdas> after = new ArrayList<>(before);
            after.set(layer, lambdas);
            regularizer(new Regularizer.PerLayer(after));
        }
    }

    void batch(double size) {
        change(training -> training.withBatch(batchOf(size)));
    }

    /// The error message for a batch of `size`, or "".
    String batchProblem(double size) {
        OptionalInt rows = trainRows();
        return Double.isInfinite(size) || rows.isEmpty() || size <= rows.getAsInt()
                ? ""
                : Messages.text("optimizer.batch.too-large", (long) size, rows.getAsInt());
    }

    static double batchSize(TrainingSpec training) {
        return switch (training.batch()) {
            case BatchSize.Full() -> Double.POSITIVE_INFINITY;
            case BatchSize.Rows(int count) -> count;
        };
    }

    /// A slider position beyond the number of rows means "full".
    private BatchSize batchOf(double size) {
        boolean whole = Double.isInfinite(size) || size > trainRows().orElse(Integer.MAX_VALUE);
        return whole ? new BatchSize.Full() : new BatchSize.Rows((int) size);
    }

    private OptionalInt trainRows() {
        return workbench.shapeProperty().get().stream()
                .mapToInt(shape -> workbench.spec().split().rows(shape).train())
                .findFirst();
    }

    private void change(UnaryOperator<TrainingSpec> edit) {
        workbench.change(spec -> spec.withTraining(edit.apply(spec.training())));
    }
}
