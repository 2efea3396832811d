package mlpexplorer.training;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Require;

import java.util.Optional;

/// The training settings of a run.
///
/// @param optimizer update rule
/// @param rate base learning rate η, 1e-12 to 1,000 (default 0.03, TensorFlow Playground's)
/// @param schedule factor on the rate over time
/// @param batch rows per update
/// @param regularizer penalty on the weights
/// @param dropout fraction of hidden units dropped during training, 0 to below 1
/// @param clip maximum Euclidean norm of a gradient
/// @param stop stop conditions
public record TrainingSpec(
        Optimizer optimizer,
        double rate,
        LearningRateSchedule schedule,
        BatchSize batch,
        Regularizer regularizer,
        double dropout,
        Optional<Double> clip,
        StopRule stop) {
    public static final double MIN_RATE = 1e-12;
    public static final double MAX_RATE = 1000;

    public TrainingSpec() {
        this(
                new Optimizer.Sgd(),
                0.03,
                new LearningRateSchedule.Constant(),
                BatchSize.Rows.DEFAULT,
                new Regularizer.None(),
                0,
                Optional.empty(),
                new StopRule());
    }

    public TrainingSpec {
        Require.between("rate", rate, MIN_RATE, MAX_RATE);
        Require.below("dropout", dropout, 0, 1);
        clip.ifPresent(value -> Require.between("clip", value, 1e-12, 1e12));
    }

    public TrainingSpec withOptimizer(Optimizer other) {
        return new TrainingSpec(other, rate, schedule, batch, regularizer, dropout, clip, stop);
    }

    public TrainingSpec withRate(double other) {
        return new TrainingSpec(
                optimizer, other, schedule, batch, regularizer, dropout, clip, stop);
    }

    public TrainingSpec withSchedule(LearningRateSchedule other) {
        return new TrainingSpec(optimizer, rate, other, batch, regularizer, dropout, clip, stop);
    }

    public TrainingSpec withBatch(BatchSize other) {
        return new TrainingSpec(optimizer, rate, schedule, other, regularizer, dropout, clip, stop);
    }

    public TrainingSpec withRegularizer(Regularizer other) {
        return new TrainingSpec(optimizer, rate, schedule, batch, other, dropout, clip, stop);
    }

    public TrainingSpec withDropout(double other) {
        return new TrainingSpec(optimizer, rate, schedule, batch, regularizer, other, clip, stop);
    }

    public TrainingSpec withClip(Optional<Double> other) {
        return new TrainingSpec(
                optimizer, rate, schedule, batch, regularizer, dropout, other, stop);
    }

    public TrainingSpec withStop(StopRule other) {
        return new TrainingSpec(
                optimizer, rate, schedule, batch, regularizer, dropout, clip, other);
    }

    /// Whether a run with this spec can continue with `other`: only the rate, the penalty and the
    /// settings of the optimizer, such as its momentum, differ.
    public boolean differsOnlyLiveFrom(TrainingSpec other) {
        boolean sameKind = optimizer.getClass() == other.optimizer.getClass();
        return sameKind
                && withRate(other.rate)
                        .withRegularizer(other.regularizer)
                        .withOptimizer(other.optimizer)
                        .equals(other);
    }

    /// Throws unless a run with this spec can continue with `other`, ignoring the stop rule.
    void requireOnlyLive(TrainingSpec other) {
        if (!withStop(other.stop).differsOnlyLiveFrom(other)) {
            throw new IllegalArgumentException(
                    "Only rate, regularizer, the optimizer's parameters and stop may change during"
                            + " a run.");
        }
    }
}
