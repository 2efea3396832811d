package mlpexplorer.training;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Require;

import java.util.Optional;
import java.util.function.Consumer;

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
/// @param sampling how the rows of an epoch are drawn
/// @param logEvery updates whose mean loss is logged, 1 to 1,000,000; if empty, those of an epoch
/// @param precision numbers of the training
public record TrainingSpec(
        Optimizer optimizer,
        double rate,
        LearningRateSchedule schedule,
        BatchSize batch,
        Regularizer regularizer,
        double dropout,
        Optional<Double> clip,
        StopRule stop,
        Sampling sampling,
        Optional<Integer> logEvery,
        Precision precision) {
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

    /// Rows drawn without replacement, with the default log, in double precision.
    public TrainingSpec(
            Optimizer optimizer,
            double rate,
            LearningRateSchedule schedule,
            BatchSize batch,
            Regularizer regularizer,
            double dropout,
            Optional<Double> clip,
            StopRule stop) {
        this(
                optimizer,
                rate,
                schedule,
                batch,
                regularizer,
                dropout,
                clip,
                stop,
                Sampling.SHUFFLED,
                Optional.empty(),
                Precision.DOUBLE);
    }

    /// How the rows of an epoch are drawn; it always has as many rows as there are training rows.
    public enum Sampling {
        /// Each row once, in random order; with full batches in its own order.
        SHUFFLED,
        /// Each time any row with the same probability.
        WITH_REPLACEMENT
    }

    public TrainingSpec {
        Require.between("rate", rate, MIN_RATE, MAX_RATE);
        Require.below("dropout", dropout, 0, 1);
        logEvery.ifPresent(count -> Require.between("logEvery", count, 1, 1_000_000));
        clip.ifPresent(value -> Require.between("clip", value, 1e-12, 1e12));
    }

    public TrainingSpec withOptimizer(Optimizer other) {
        return with(copy -> copy.optimizer = other);
    }

    public TrainingSpec withRate(double other) {
        return with(copy -> copy.rate = other);
    }

    public TrainingSpec withSchedule(LearningRateSchedule other) {
        return with(copy -> copy.schedule = other);
    }

    public TrainingSpec withBatch(BatchSize other) {
        return with(copy -> copy.batch = other);
    }

    public TrainingSpec withRegularizer(Regularizer other) {
        return with(copy -> copy.regularizer = other);
    }

    public TrainingSpec withDropout(double other) {
        return with(copy -> copy.dropout = other);
    }

    public TrainingSpec withClip(Optional<Double> other) {
        return with(copy -> copy.clip = other);
    }

    public TrainingSpec withStop(StopRule other) {
        return with(copy -> copy.stop = other);
    }

    public TrainingSpec withSampling(Sampling other) {
        return with(copy -> copy.sampling = other);
    }

    public TrainingSpec withLogEvery(Optional<Integer> other) {
        return with(copy -> copy.logEvery = other);
    }

    public TrainingSpec withPrecision(Precision other) {
        return with(copy -> copy.precision = other);
    }

    private TrainingSpec with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.spec();
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

    /// The settings as variables, of which a `with` method sets one.
    private static final class Copy {
        Optimizer optimizer;
        double rate;
        LearningRateSchedule schedule;
        BatchSize batch;
        Regularizer regularizer;
        double dropout;
        Optional<Double> clip;
        StopRule stop;
        Sampling sampling;
        Optional<Integer> logEvery;
        Precision precision;

        Copy(TrainingSpec spec) {
            optimizer = spec.optimizer;
            rate = spec.rate;
            schedule = spec.schedule;
            batch = spec.batch;
            regularizer = spec.regularizer;
            dropout = spec.dropout;
            clip = spec.clip;
            stop = spec.stop;
            sampling = spec.sampling;
            logEvery = spec.logEvery;
            precision = spec.precision;
        }

        TrainingSpec spec() {
            return new TrainingSpec(
                    optimizer,
                    rate,
                    schedule,
                    batch,
                    regularizer,
                    dropout,
                    clip,
                    stop,
                    sampling,
                    logEvery,
                    precision);
        }
    }
}
