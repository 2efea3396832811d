package mlpexplorer.training;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Learner;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.RateState;
import mlpexplorer.training.StopRule.StopReason;

import java.util.Arrays;
import java.util.Optional;

/// Trains one network on one split, update by update, on the caller's thread. An update allocates
/// nothing except slices for native products, an epoch its [EpochMetrics]. Equal trainers yield the
/// same bits.
///
/// A diverging epoch is undone: the parameters return to the end of the previous epoch,
/// [#divergence] describes it, and training stops until [#restore] is called.
public final class Trainer {
    private static final long BATCH_ORDER = 1;
    private static final long DROPOUT = 2;
    private static final double JUMP = 10;

    private final Mlp mlp;
    private final Split split;
    private final long batchSeed;
    private final Parameters parameters;
    private final Parameters lastGood;
    private final EarlyStopping earlyStopping;
    private final int[] order;
    private final double baseline;
    private Parallel parallel = Parallel.SINGLE;
    private Learner learner;
    private Measurement measurement;
    private TrainingSpec spec;
    private OptimizerState optimizer;
    private RateState schedule;
    private UpdateLog losses;
    private RandomStream dropoutStream;
    private boolean edited;
    private double lossChange = Double.POSITIVE_INFINITY;
    private double lastRate = Double.NaN;
    private int position;
    private long epoch;
    private long updates;
    private EpochMetrics metrics;
    private Optional<Divergence> divergence = Optional.empty();

    /// @param initial initial parameters, copied
    /// @param batchSeed seed of the batch order and dropout masks
    public Trainer(Mlp mlp, Parameters initial, TrainingSpec spec, Split split, long batchSeed) {
        spec.regularizer().requireLayers("regularizer", mlp.layers());
        requireValidation(spec, split);
        this.mlp = mlp;
        this.split = split;
        this.spec = spec;
        this.batchSeed = batchSeed;
        this.parameters = initial.copy();
        this.optimizer = spec.optimizer().start(initial);
        this.schedule = spec.schedule().start();
        this.losses = new UpdateLog(spec.logEvery());
        this.learner = learner(spec.batch().within(split.train().rows()));
        this.lastGood = parameters.copy();
        this.measurement = new Measurement(mlp, spec.precision(), split, parallel);
        this.order = new int[split.train().rows()];
        this.baseline = mlp.task().uninformedLoss(split.train());
        this.earlyStopping = new EarlyStopping(parameters);
        this.dropoutStream = new RandomStream(batchSeed);
        this.metrics = measure(0, 0, Double.NaN);
        earlyStopping.observe(metrics, parameters);
    }

    private static void requireValidation(TrainingSpec spec, Split split) {
        if (spec.stop().patience().isPresent() && split.validation().rows() == 0) {
            throw new IllegalArgumentException(
                    "patience needs validation rows, but there are none.");
        }
    }

    /// Uses `parallel` for large passes from now on. The numbers do not change.
    public void runOn(Parallel parallel) {
        this.parallel = parallel;
        learner.writeBack();
        learner = learner(learner.capacity());
        measurement = new Measurement(mlp, spec.precision(), split, parallel);
        measurement.reset();
    }

    private Learner learner(int rows) {
        return Learner.of(
                spec.precision(), mlp, parameters, spec.optimizer(), optimizer, rows, parallel);
    }

    public Mlp mlp() {
        return mlp;
    }

    public Split split() {
        return split;
    }

    public TrainingSpec spec() {
        return spec;
    }

    /// The parameters (not a copy); copy them before the next update.
    public Parameters parameters() {
        learner.writeBack();
        return parameters;
    }

    /// Metrics of the last completed epoch, or of the start.
    public EpochMetrics metrics() {
        return metrics;
    }

    /// Parameter updates so far.
    public long updates() {
        return updates;
    }

    /// The training losses inside epochs so far.
    public UpdateLog.View losses() {
        return losses.view();
    }

    /// Completed epochs; more than that of [#metrics] if the best parameters were restored.
    public long epochs() {
        return epoch;
    }

    /// Whether an epoch is incomplete.
    public boolean isMidEpoch() {
        return position > 0 && divergence.isEmpty();
    }

    /// Whether all updates of an epoch are done, but not its measurement.
    boolean isMeasuring() {
        return position == order.length && divergence.isEmpty();
    }

    /// The epoch with the smallest validation loss so far.
    long bestEpoch() {
        return earlyStopping.bestEpoch();
    }

    /// The metrics of that epoch.
    EpochMetrics best() {
        return earlyStopping.bestMetrics();
    }

    /// The learning rate of the next update: base rate times the schedule's factor.
    public double rate() {
        return spec.rate() * schedule.factor(epoch);
    }

    public Optional<Divergence> divergence() {
        return divergence;
    }

    /// A checkpoint of the current state, which must be between two epochs.
    public Checkpoint checkpoint() {
        if (position > 0 || divergence.isPresent()) {
            throw new IllegalStateException(
                    "A checkpoint is taken between two epochs of a run that has not diverged.");
        }
        Parameters now = parameters().copy();
        return new Checkpoint(
                spec,
                epoch,
                updates,
                metrics,
                lossChange,
                now,
                optimizer.copy(),
                schedule.copy(),
                earlyStopping.bestMetrics(),
                earlyStopping.frozen(epoch, now),
                losses.partial());
    }

    /// Restores `checkpoint`, taken by this trainer or one with the same network, split and batch
    /// seed.
    public void restore(Checkpoint checkpoint) {
        learner.writeBack();
        parameters.copyFrom(checkpoint.parameters());
        continueWith(checkpoint.spec());
        optimizer.copyFrom(checkpoint.optimizer());
        learner.takeOver();
        lastGood.copyFrom(parameters);
        schedule = checkpoint.schedule().copy();
        earlyStopping.restore(checkpoint.bestMetrics(), checkpoint.best());
        epoch = checkpoint.epoch();
        updates = checkpoint.updates();
        losses.restore(updates, checkpoint.losses());
        metrics = checkpoint.metrics();
        position = 0;
        edited = false;
        lossChange = checkpoint.lossChange();
        divergence = Optional.empty();
    }

    /// Another trainer of the same network on the same data, at `checkpoint` of this run.
    /// Thread-safe, as it only reads immutable state.
    Trainer copyAt(Checkpoint checkpoint) {
        Trainer copy =
                new Trainer(mlp, checkpoint.parameters(), checkpoint.spec(), split, batchSeed);
        copy.restore(checkpoint);
        return copy;
    }

    /// Another trainer that continues from these weights on `other` data of the same shape, in a
    /// new epoch; this one does not change. Optimizer and schedule keep their state, but the best
    /// epoch is reset.
    public Trainer withData(Split other, TrainingSpec wanted) {
        if (other.train().columns() != mlp.inputs() || !other.shape().task().equals(mlp.task())) {
            throw new IllegalArgumentException(
                    "The new data has a different number of inputs or classes than the network.");
        }
        Trainer next = new Trainer(mlp, parameters(), spec, other, batchSeed);
        next.runOn(parallel);
        next.epoch = epoch;
        next.updates = updates;
        next.optimizer.copyFrom(optimizer);
        next.learner.takeOver();
        next.schedule = schedule.copy();
        next.losses.restore(losses.view(), losses.partial());
        next.continueWith(wanted);
        next.metrics = next.measure(epoch, updates, metrics.rate());
        next.earlyStopping.restore(next.metrics, parameters.copy());
        return next;
    }

    /// Continues with `other`, between any two updates. The optimizer keeps its state with new
    /// settings, but another type of optimizer or schedule starts with a new state.
    public void continueWith(TrainingSpec other) {
        other.regularizer().requireLayers("regularizer", mlp.layers());
        requireValidation(other, split);
        learner.writeBack();
        TrainingSpec before = spec;
        spec = other;
        OptimizerState state = optimizer;
        if (!other.optimizer().equals(before.optimizer())) {
            optimizer = other.optimizer().start(parameters);
            if (other.optimizer().getClass() == before.optimizer().getClass()) {
                optimizer.copyFrom(state);
            }
        }
        if (!other.schedule().equals(before.schedule())) {
            schedule = other.schedule().start();
        }
        int rows = other.batch().within(order.length);
        if (optimizer != state
                || rows != learner.capacity()
                || other.precision() != before.precision()) {
            learner = learner(rows);
        }
        if (other.precision() != before.precision()) {
            measurement = new Measurement(mlp, other.precision(), split, parallel);
            measurement.reset();
        }
    }

    /// Sets one weight or bias, between any two updates. An increased loss does not count as a
    /// divergence.
    ///
    /// @throws IllegalArgumentException if the network has no such weight or bias
    public void set(ParameterEdit edit) {
        if (!edit.place().isIn(parameters)) {
            throw new IllegalArgumentException(
                    "A network of shape " + parameters.shape() + " has no " + edit.place() + ".");
        }
        learner.writeBack();
        edit.place().write(parameters, edit.value());
        learner.takeOver();
        edited = true;
        if (position == 0) {
            lastGood.copyFrom(parameters);
            metrics = measure(metrics.epoch(), metrics.updates(), metrics.rate());
        } else if (position == order.length) {
            measurement.reset();
        }
    }

    /// Trains to the end of the current epoch and returns its metrics.
    public EpochMetrics epoch() {
        boolean ended = false;
        while (!ended) {
            ended = update();
        }
        return metrics;
    }

    /// Performs one update, or continues a long measurement; returns whether that ended the epoch
    /// (or the run, by divergence).
    public boolean update() {
        if (divergence.isPresent()) {
            return true;
        }
        if (position < order.length && !trainBatch()) {
            return divergence.isPresent();
        }
        return measurement.advance(parameters()) && endEpoch();
    }

    /// One update; returns whether it was the last of the epoch.
    private boolean trainBatch() {
        if (position == 0) {
            beginEpoch();
        }
        int rows = order.length;
        int to = Math.min(rows, position + learner.capacity());
        learner.load(split.train(), order, position, to, spec.dropout(), dropoutStream);
        lastRate = rate();
        double loss = learner.update(spec.regularizer(), spec.clip(), lastRate);
        if (!Double.isFinite(loss)) {
            diverge(loss);
            return false;
        }
        schedule.observe(loss);
        updates++;
        losses.add(updates, loss);
        position = to;
        if (position < rows) {
            return false;
        }
        measurement.reset();
        return true;
    }

    /// The reason why the run ends after this epoch, if it does.
    ///
    /// @param seconds training time
    public Optional<StopReason> stopReason(double seconds) {
        return spec.stop()
                .reason(
                        new StopRule.Progress(
                                epoch,
                                metrics.train().loss(),
                                lossChange,
                                earlyStopping.waited(epoch),
                                seconds));
    }

    /// The reason why a run that was resumed has already ended, if it has. Its time is not known.
    public Optional<StopReason> endOfResumed() {
        return epoch > 0 ? stopReason(0) : Optional.empty();
    }

    /// Call when the run ends for any reason: with early stopping, restores the best parameters.
    public void restoreBest() {
        if (spec.stop().patience().isPresent()) {
            goBackToBest();
        }
    }

    /// Whether [#restoreBest] returns to an earlier epoch.
    boolean hasBetterEpoch() {
        return spec.stop().patience().isPresent() && earlyStopping.bestEpoch() < epoch;
    }

    /// The parameters restored by [#restoreBest].
    Optional<Frame.Best> remaining() {
        return spec.stop()
                .patience()
                .map(_ -> new Frame.Best(earlyStopping.bestMetrics(), earlyStopping.frozen()));
    }

    /// Restores the best parameters, between two epochs.
    void goBackToBest() {
        learner.writeBack();
        parameters.copyFrom(earlyStopping.best());
        learner.takeOver();
        lastGood.copyFrom(parameters);
        metrics = earlyStopping.bestMetrics();
        position = 0;
    }

    /// Whether the best parameters were restored and not trained since.
    boolean isOnBest() {
        return position == 0 && metrics.epoch() < epoch;
    }

    private void beginEpoch() {
        dropoutStream = new RandomStream(batchSeed, DROPOUT, epoch);
        if (spec.sampling() == TrainingSpec.Sampling.WITH_REPLACEMENT) {
            RandomStream draws = new RandomStream(batchSeed, BATCH_ORDER, epoch);
            Arrays.setAll(order, _ -> draws.nextInt(order.length));
        } else if (learner.capacity() == order.length) {
            Arrays.setAll(order, i -> i);
        } else {
            new RandomStream(batchSeed, BATCH_ORDER, epoch).permutation(order);
        }
    }

    private boolean endEpoch() {
        position = 0;
        epoch++;
        losses.endEpoch(updates);
        EpochMetrics now = measured(epoch, updates, lastRate);
        double limit = JUMP * Math.max(metrics.train().loss(), baseline);
        if (!(now.train().loss() <= (edited ? Double.MAX_VALUE : limit))) {
            epoch--;
            return diverge(now.train().loss());
        }
        edited = false;
        lossChange = Math.abs(now.train().loss() - metrics.train().loss());
        metrics = now;
        lastGood.copyFrom(parameters);
        earlyStopping.observe(metrics, parameters);
        schedule.observeEpoch(
                (split.validation().rows() > 0 ? metrics.validation() : metrics.train()).loss());
        return true;
    }

    private boolean diverge(double loss) {
        divergence = Optional.of(new Divergence(epoch + 1, learner.divergedLayer(), loss));
        learner.writeBack();
        parameters.copyFrom(lastGood);
        learner.takeOver();
        return true;
    }

    /// Measures without slicing.
    private EpochMetrics measure(long epoch, long updates, double rate) {
        measurement.reset();
        boolean done = false;
        while (!done) {
            done = measurement.advance(parameters());
        }
        return measured(epoch, updates, rate);
    }

    private EpochMetrics measured(long epoch, long updates, double rate) {
        return measurement.metrics(epoch, updates, spec.regularizer().penalty(parameters()), rate);
    }
}
