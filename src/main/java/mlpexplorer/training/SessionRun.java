package mlpexplorer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import mlpexplorer.nn.Lanes;
import org.jspecify.annotations.Nullable;

/// The state of a session's current run, touched by the session's thread alone.
final class SessionRun {
    private static final long SLOW_EPOCH_NANOS = 80_000_000;

    private final Consumer<Frame> frames;
    private final Consumer<Failure> failures;
    private final Lanes lanes;
    private final List<Frame.Adjustment> adjustments = new ArrayList<>();
    private final PaceMeter meter = new PaceMeter();
    private @Nullable Trainer trainer;
    private MetricLog log = new MetricLog();
    private Phase phase = new Phase.Ready();
    private long generation;
    private double pace = Double.POSITIVE_INFINITY;
    private long extraEpochs;
    private boolean midEpoch;
    private boolean stepping;
    private boolean pausing;
    private long epochBegan;
    private long nextEpochDue;
    private long trainedNanos;

    SessionRun(Consumer<Frame> frames, Consumer<Failure> failures, Lanes lanes) {
        this.lanes = lanes;
        this.frames = frames;
        this.failures = failures;
    }

    boolean running() {
        return phase instanceof Phase.Running;
    }

    /// How long the pace makes the next epoch wait; not positive if it may begin.
    long nanosToNextEpoch() {
        return midEpoch || stepping || Double.isInfinite(pace) ? 0 : nextEpochDue - System.nanoTime();
    }

    void apply(Command command) {
        switch (command) {
            case Command.Restart restart -> restart(restart);
            case Command.Pace(double epochsPerSecond) -> changePace(epochsPerSecond);
            case Command.Play() -> play(false);
            case Command.StepEpoch() -> play(true);
            case Command.Pause() -> pause();
            case Command.Adjust(TrainingSpec spec) -> adjust(spec);
        }
    }

    /// Does one update; publishes a frame if one is wanted and this is a good moment.
    void advance(AtomicBoolean frameWanted) {
        Trainer current = trainer;
        if (current == null) {
            return;
        }
        try {
            boolean ended = update(current);
            boolean slow = midEpoch && System.nanoTime() - epochBegan > SLOW_EPOCH_NANOS;
            if (running() && ((ended && (pausing || stepping)) || (slow && pausing))) {
                become(new Phase.Paused());
            } else if (running() && (ended || slow) && !stepping && isWanted(frameWanted)) {
                publish();
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(e);
        }
    }

    /// Where the pace makes the run wait, its state is published unasked: who asks during the wait finds it there.
    private boolean isWanted(AtomicBoolean frameWanted) {
        return frameWanted.compareAndSet(true, false) || nanosToNextEpoch() > 0;
    }

    private boolean update(Trainer current) {
        long begin = System.nanoTime();
        if (!midEpoch) {
            epochBegan = begin;
            nextEpochDue = Math.max(nextEpochDue, begin - SLOW_EPOCH_NANOS) + (long) (1e9 / pace);
        }
        boolean ended = current.update();
        midEpoch = !ended;
        trainedNanos += System.nanoTime() - begin;
        if (ended) {
            endEpoch(current);
        }
        return ended;
    }

    private void endEpoch(Trainer current) {
        if (current.divergence().isPresent()) {
            become(new Phase.Diverged(current.divergence().get()));
            return;
        }
        meter.countEpoch();
        log.append(current.metrics(), trainedNanos * 1e-9);
        Optional<StopReason> reason = current.stopReason().or(() -> timeUp(current));
        reason.ifPresent(known -> become(new Phase.Finished(known)));
    }

    private Optional<StopReason> timeUp(Trainer current) {
        return current.spec().stop().seconds().filter(limit -> trainedNanos * 1e-9 >= limit).map(_ -> StopReason.TIME_UP);
    }

    private void restart(Command.Restart restart) {
        generation = restart.generation();
        log = new MetricLog();
        adjustments.clear();
        extraEpochs = 0;
        midEpoch = false;
        stepping = false;
        pausing = false;
        trainedNanos = 0;
        nextEpochDue = System.nanoTime();
        meter.reset();
        try {
            Trainer fresh = restart.start().call();
            fresh.use(lanes);
            trainer = fresh;
            log.append(fresh.metrics(), 0);
            become(restart.play() ? new Phase.Running() : new Phase.Ready());
        } catch (Exception | OutOfMemoryError e) {
            fail(e);
        }
    }

    /// A single step stays unseen until it is done, so that no button flickers.
    private void play(boolean oneEpoch) {
        Trainer current = trainer;
        if (current == null || phase instanceof Phase.Diverged) {
            return;
        }
        if (phase instanceof Phase.Finished) {
            extend(current);
        }
        boolean wasRunning = running();
        stepping = oneEpoch;
        pausing = false;
        if (!wasRunning) {
            nextEpochDue = System.nanoTime();
            meter.reset();
            phase = new Phase.Running();
        }
        if (!oneEpoch) {
            publish();
        }
    }

    private void extend(Trainer current) {
        TrainingSpec spec = current.spec();
        StopRule stop = spec.stop();
        long planned = stop.epochs() - extraEpochs;
        extraEpochs = Math.min(StopRule.MAX_EPOCHS - planned, current.metrics().epoch());
        int epochs = (int) (planned + extraEpochs);
        current.adjust(spec.withStop(new StopRule(epochs, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private void pause() {
        if (!running()) {
            return;
        }
        pausing = true;
        if (!midEpoch) {
            become(new Phase.Paused());
        }
    }

    private void changePace(double epochsPerSecond) {
        pace = epochsPerSecond;
        nextEpochDue = System.nanoTime();
        meter.reset();
    }

    private void adjust(TrainingSpec spec) {
        Trainer current = trainer;
        if (current == null) {
            return;
        }
        TrainingSpec before = current.spec();
        int epochs = (int) Math.min(StopRule.MAX_EPOCHS, spec.stop().epochs() + extraEpochs);
        try {
            current.adjust(spec.withStop(spec.stop().withEpochs(epochs)));
        } catch (IllegalArgumentException e) {
            failures.accept(new Failure(generation, e));
            return;
        }
        mark(current.metrics().epoch(), before, spec);
        publish();
    }

    /// A drag makes many changes in one epoch: they leave one mark, or none if all is as it was before.
    private void mark(long epoch, TrainingSpec before, TrainingSpec after) {
        boolean more = !adjustments.isEmpty() && adjustments.getLast().epoch() == epoch;
        TrainingSpec first = more ? adjustments.removeLast().before() : before;
        if (first.rate() != after.rate() || !first.regularizer().equals(after.regularizer())) {
            adjustments.add(new Frame.Adjustment(epoch, first, after));
        }
    }

    private void fail(Throwable cause) {
        trainer = null;
        phase = new Phase.Failed(cause);
        failures.accept(new Failure(generation, cause));
    }

    private void become(Phase next) {
        phase = next;
        stepping = false;
        pausing = false;
        publish();
    }

    private void publish() {
        Trainer current = trainer;
        if (current != null) {
            frames.accept(new Frame(
                    generation, phase, current.metrics(), log.view(), current.mlp(), current.parameters().copy(),
                    current.split(), List.copyOf(adjustments), meter.epochsPerSecond()));
        }
    }
}
