package mlpexplorer.experiment;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Lanes;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopReason;
import mlpexplorer.training.Trainer;

/// Trains one run to its end on the caller's thread.
public final class RunLoop {
    /// Asked to stop, a run goes on to the end of its epoch, but no longer than this, unless it is told not to.
    private static final long GRACE_NANOS = 1_000_000_000;

    private final Trainer trainer;
    private final Split split;
    private final Parameters initial;
    private final LongSupplier clock;
    private final MetricLog log = new MetricLog();
    private long grace = GRACE_NANOS;
    private long nanos;

    /// @param clock in nanoseconds, like [System#nanoTime]; serves the time limit and the log
    public RunLoop(RunStart start, LongSupplier clock) {
        this(start, start.spec().splitData(), clock);
    }

    /// @param split what [RunSpec#splitData] of the start's specification gives; several runs may share it
    public RunLoop(RunStart start, Split split, LongSupplier clock) {
        this.split = split;
        this.trainer = start.trainer(split);
        this.initial = trainer.parameters().copy();
        this.clock = clock;
        log.append(trainer.metrics(), 0);
    }

    /// Hands large passes to `lanes`; the numbers stay the same.
    public void use(Lanes lanes) {
        trainer.use(lanes);
    }

    /// Asked to stop, the run will do so after the update under way instead of after the epoch.
    public void stopAtOnce() {
        grace = 0;
    }

    /// The data that is trained on.
    public Split split() {
        return split;
    }

    /// A row for each epoch so far, the start included.
    public MetricLog.View log() {
        return log.view();
    }

    /// Trains until the stop rule holds, the loss diverges, or `stopAsked` says so, which is looked at after each update.
    /// `eachEpoch` is told the metrics of every epoch.
    public RunResult run(BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch) {
        Optional<Outcome> outcome = Optional.empty();
        long epochs = 0;
        while (outcome.isEmpty()) {
            boolean ended = epoch(stopAsked);
            if (trainer.divergence().isPresent()) {
                outcome = trainer.divergence().map(Outcome.Diverged::new);
            } else if (ended) {
                epochs++;
                log.append(trainer.metrics(), seconds());
                eachEpoch.accept(trainer.metrics());
                outcome = trainer.stopReason().or(this::timeUp).map(Outcome.Finished::new);
            }
            if (outcome.isEmpty() && (!ended || stopAsked.getAsBoolean())) {
                outcome = Optional.of(new Outcome.Stopped());
            }
        }
        return new RunResult(
                outcome.get(), epochs, trainer.updates(), seconds(), trainer.metrics(), log.view(), split, initial,
                trainer.parameters().copy());
    }

    /// Trains to the end of the epoch, and returns whether it got there.
    private boolean epoch(BooleanSupplier stopAsked) {
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

    private Optional<StopReason> timeUp() {
        return trainer.spec().stop().seconds().filter(limit -> seconds() >= limit).map(_ -> StopReason.TIME_UP);
    }

    private double seconds() {
        return nanos / 1e9;
    }
}
