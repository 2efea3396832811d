package mlpexplorer.experiment;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.Trainer;
import mlpexplorer.training.UpdateLog;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Trains one run on the caller's thread, completely or epoch by epoch.
public final class RunLoop {
    /// When stopped, a run continues to the end of its epoch, but no longer than this.
    private static final long GRACE_NANOS = 1_000_000_000;

    private final Trainer trainer;
    private final Split split;
    private final Parameters initial;
    private final LongSupplier clock;
    private final Instant started = Instant.now();
    private final MetricLog log;
    private Optional<Outcome> outcome = Optional.empty();
    private long epochs;
    private long grace = GRACE_NANOS;
    private long nanos;

    /// @param clock clock in nanoseconds, like [System#nanoTime], for the time limit and the log
    public RunLoop(RunStart start, LongSupplier clock) {
        this(start, start.spec().splitData(), clock);
    }

    /// @param split result of [RunSpec#splitData]; can be shared by several runs
    public RunLoop(RunStart start, Split split, LongSupplier clock) {
        this(start, split, clock, MetricLog.CAPACITY);
    }

    /// @param logCapacity number of epochs before the log is thinned
    RunLoop(RunStart start, Split split, LongSupplier clock, int logCapacity) {
        this.split = split;
        this.trainer = start.trainer(split);
        this.initial = trainer.parameters().copy();
        this.epochs = trainer.epochs();
        this.clock = clock;
        log = new MetricLog(logCapacity);
        log.append(trainer.metrics(), 0);
        outcome = trainer.endOfResumed().map(Outcome.Finished::new);
    }

    /// Uses `parallel` for large passes. The numbers do not change.
    public void use(Parallel parallel) {
        trainer.runOn(parallel);
    }

    /// When stopped, the run ends after the current update instead of after the epoch.
    public void stopAtOnce() {
        grace = 0;
    }

    /// When the training started.
    public Instant started() {
        return started;
    }

    public Mlp mlp() {
        return trainer.mlp();
    }

    /// The data of the run.
    public Split split() {
        return split;
    }

    /// The metrics of all epochs so far, including the start.
    public MetricLog.View log() {
        return log.view();
    }

    /// The training losses inside epochs so far.
    public UpdateLog.View losses() {
        return trainer.losses();
    }

    /// Trains until the stop rule holds, the loss diverges, or `stopAsked` is true, which is polled
    /// after each update. `eachEpoch` receives the metrics of every epoch.
    public RunResult run(BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch) {
        boolean stopped = false;
        while (!stopped && !isFinished()) {
            boolean ended = epoch(stopAsked, eachEpoch);
            stopped = !ended || stopAsked.getAsBoolean();
        }
        trainer.restoreBest();
        return result();
    }

    /// Trains to the end of one epoch, or until `stopAsked`.
    public void epoch(BooleanSupplier stopAsked) {
        epoch(stopAsked, _ -> {});
    }

    /// Whether the stop rule holds or the loss diverged.
    public boolean isFinished() {
        return outcome.isPresent();
    }

    /// The result so far. An unfinished run counts as stopped.
    public RunResult result() {
        RunEnd end =
                new RunEnd(
                        outcome.orElseGet(Outcome.Stopped::new),
                        epochs,
                        trainer.updates(),
                        seconds(),
                        trainer.metrics());
        return new RunResult(
                end, log.view(), losses(), split, initial, trainer.parameters().copy());
    }

    /// The network at its current state, which can be trained further bit for bit unless the run
    /// diverged or was stopped within an epoch.
    public TrainedModel model(RunSpec spec) {
        return trainer.isMidEpoch() || trainer.divergence().isPresent()
                ? TrainedModel.of(
                        spec, split, trainer.parameters().copy(), trainer.metrics().epoch())
                : TrainedModel.of(spec, split, trainer.checkpoint());
    }

    private boolean epoch(BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch) {
        boolean ended = train(stopAsked);
        if (trainer.divergence().isPresent()) {
            outcome = trainer.divergence().map(Outcome.Diverged::new);
        } else if (ended) {
            epochs++;
            log.append(trainer.metrics(), seconds());
            eachEpoch.accept(trainer.metrics());
            outcome = trainer.stopReason(seconds()).map(Outcome.Finished::new);
        }
        if (isFinished()) {
            trainer.restoreBest();
        }
        return ended;
    }

    /// Trains to the end of the epoch; returns whether it was reached.
    private boolean train(BooleanSupplier stopAsked) {
        long began = clock.getAsLong();
        boolean ended = false;
        boolean late = false;
        while (!ended && !late) {
            ended = trainer.update();
            late = stopAsked.getAsBoolean() && clock.getAsLong() - began >= grace;
        }
        nanos += clock.getAsLong() - began;
        return ended;
    }

    private double seconds() {
        return nanos / 1e9;
    }
}
