package mlpexplorer.training;

import mlpexplorer.nn.Parallel;
import mlpexplorer.training.StopRule.StopReason;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The state of a session's current run, used only by the session's thread.
final class SessionRun {
    private static final long NO_TARGET = -1;

    /// The work after which the run pauses automatically.
    private enum Step {
        NONE,
        UPDATE,
        EPOCH
    }

    private final Consumer<Frame> frames;
    private final Consumer<TrainingSession.Failure> failures;
    private final Parallel parallel;
    private final Stopwatch watch;
    private final Function<Trainer, History> begin;
    private final Pacing pacing;
    private final EpochBudget budget = new EpochBudget();
    private @Nullable History history;
    private Phase phase = new Phase.Ready();
    private Optional<Phase> ending = Optional.empty();
    private Optional<Command> afterSeek = Optional.empty();
    private long generation;
    private long target = NO_TARGET;
    private Step step = Step.NONE;
    private boolean pausing;

    /// @param clock in nanoseconds
    /// @param begin history of a run whose trainer is at its start
    SessionRun(
            Consumer<Frame> frames,
            Consumer<TrainingSession.Failure> failures,
            Parallel parallel,
            LongSupplier clock,
            Function<Trainer, History> begin) {
        this.frames = frames;
        this.failures = failures;
        this.parallel = parallel;
        this.watch = new Stopwatch(clock);
        this.begin = begin;
        this.pacing = new Pacing(clock);
    }

    /// Whether [#advance] has something to do.
    boolean isBusy() {
        return isRunning() || isSeeking();
    }

    /// Whether the run is seeking an earlier epoch. Commands that depend on the position must wait.
    boolean isSeeking() {
        return target != NO_TARGET;
    }

    private boolean isRunning() {
        return phase instanceof Phase.Running;
    }

    private boolean isMidEpoch() {
        return history != null && history.trainer().isMidEpoch();
    }

    /// The wait before the next epoch due to the pace; not positive if it may start.
    long nanosToNextEpoch() {
        return isSeeking() || step != Step.NONE || isMidEpoch() ? 0 : pacing.nanosToNextEpoch();
    }

    void apply(Command command) {
        try {
            carryOut(command);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(e);
        }
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.Restart restart -> restart(restart);
            case Command.Pace(double epochsPerSecond) -> pacing.change(epochsPerSecond);
            case Command.Play() -> play(Step.NONE);
            case Command.StepEpoch() -> play(Step.EPOCH);
            case Command.StepUpdate() -> play(Step.UPDATE);
            case Command.Pause() -> pause();
            case Command.Seek(long epoch) -> seek(epoch);
            case Command.StepBack() -> seek(shownEpoch() - 1);
            case Command.Adjust(TrainingSpec spec) -> adjust(spec);
            case Command.Fork fork -> fork(fork);
            case Command.SetParameter set -> set(set);
            case Command.Continue on -> resume(on);
            case Command.Recall(Consumer<Replay> to) ->
                    Optional.ofNullable(history).map(History::replay).ifPresent(to);
        }
    }

    /// Performs one update; publishes a frame if one is requested and due.
    void advance(AtomicBoolean frameWanted) {
        History current = history;
        if (current == null) {
            return;
        }
        try {
            if (isSeeking()) {
                continueSeek(current, frameWanted);
            } else {
                trainOn(current, frameWanted);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(e);
        }
    }

    private void trainOn(History current, AtomicBoolean frameWanted) {
        boolean ended = update(current);
        boolean slow = isMidEpoch() && watch.wasSlow();
        boolean stepped =
                switch (step) {
                    case NONE -> false;
                    case UPDATE -> ended || !current.trainer().isMeasuring();
                    case EPOCH -> ended;
                };
        if (isRunning() && (stepped || (ended && pausing) || (slow && pausing))) {
            setPhase(new Phase.Paused());
        } else if (isRunning() && (ended || slow) && step == Step.NONE && isWanted(frameWanted)) {
            publish();
        }
    }

    /// When the pace makes the run wait, a frame is published without a request, so that it is
    /// available during the wait.
    private boolean isWanted(AtomicBoolean frameWanted) {
        return frameWanted.compareAndSet(true, false) || nanosToNextEpoch() > 0;
    }

    private boolean update(History current) {
        if (!isMidEpoch()) {
            pacing.epochBegins();
            watch.epochBegins();
        }
        boolean behind = current.isBehind();
        current.redo();
        boolean ended = current.trainer().update();
        watch.updateEnded(!behind);
        if (!behind) {
            ending = Optional.empty();
        }
        if (ended) {
            endEpoch(current);
        }
        return ended;
    }

    private void endEpoch(History current) {
        Trainer trainer = current.trainer();
        if (trainer.divergence().isPresent()) {
            end(current, new Phase.Diverged(trainer.divergence().get()));
            return;
        }
        pacing.epochEnded();
        current.epochEnded(watch.trainedSeconds());
        if (trainer.epochs() == current.lastEpoch()) {
            current.redo();
            trainer.stopReason(watch.trainedSeconds())
                    .ifPresent(known -> end(current, new Phase.Finished(known)));
        }
    }

    private void restart(Command.Restart restart) {
        history = null;
        generation = restart.generation();
        ending = Optional.empty();
        afterSeek = Optional.empty();
        target = NO_TARGET;
        budget.reset();
        watch.reset();
        pacing.begin();
        try {
            Trainer fresh = restart.start().call();
            fresh.runOn(parallel);
            History begun = begin.apply(fresh);
            history = begun;
            Optional<StopReason> over = fresh.endOfResumed();
            if (over.isPresent()) {
                end(begun, new Phase.Finished(over.get()));
            } else {
                setPhase(restart.play() ? new Phase.Running() : new Phase.Ready());
            }
        } catch (Exception | OutOfMemoryError e) {
            fail(e);
        }
    }

    /// A single step is not visible until it is done, so that buttons do not flicker.
    private void play(Step wanted) {
        History current = history;
        if (current == null || phase instanceof Phase.Diverged || isAtEnd(current)) {
            return;
        }
        if (phase instanceof Phase.Finished) {
            extend(current);
        }
        boolean wasRunning = isRunning();
        step = wanted;
        pausing = false;
        if (!wasRunning) {
            pacing.begin();
            watch.start();
            phase = new Phase.Running();
        }
        if (wanted == Step.NONE) {
            publish();
        }
    }

    /// After seeking to the last epoch of a run that ended with earlier weights, continuing ends it
    /// there again.
    private boolean isAtEnd(History current) {
        Trainer trainer = current.trainer();
        if (!(phase instanceof Phase.Paused)
                || ending.isEmpty()
                || isMidEpoch()
                || trainer.epochs() < current.lastEpoch()) {
            return false;
        }
        current.redo();
        Optional<StopReason> reason = trainer.stopReason(watch.trainedSeconds());
        reason.ifPresent(known -> end(current, new Phase.Finished(known)));
        return reason.isPresent();
    }

    private void extend(History current) {
        current.stop(budget.extend(current.trainer().spec().stop(), current.trainer().epochs()));
        ending = Optional.empty();
    }

    private void pause() {
        if (isSeeking()) {
            target = NO_TARGET;
            setPhase(new Phase.Paused());
        } else if (isRunning()) {
            pausing = true;
            if (!isMidEpoch()) {
                setPhase(new Phase.Paused());
            }
        }
    }

    /// The epoch that a step back starts from: that of the frame, or the incomplete one.
    private long shownEpoch() {
        History current = history;
        if (isSeeking() || current == null) {
            return target;
        }
        boolean halfDone = isMidEpoch() && !isRunning();
        return halfDone ? current.trainer().epochs() + 1 : current.trainer().metrics().epoch();
    }

    private void seek(long epoch) {
        History current = history;
        if (current == null) {
            return;
        }
        afterSeek = Optional.empty();
        target = Math.clamp(epoch, current.firstEpoch(), current.lastEpoch());
        watch.startWork();
        phase = new Phase.Paused();
        current.backTo(target);
    }

    private void continueSeek(History current, AtomicBoolean frameWanted) {
        Trainer trainer = current.trainer();
        if (trainer.epochs() == target && !trainer.isMidEpoch()) {
            reachTarget(current);
            return;
        }
        current.redo();
        trainer.update();
        if (trainer.divergence().isPresent()) {
            throw new IllegalStateException(
                    "An epoch that did not diverge in training diverged in the replay.");
        }
        if (watch.isSlow() && frameWanted.compareAndSet(true, false)) {
            publish();
        }
    }

    /// At its last epoch a run is finished again if it was, unless it ended with earlier weights:
    /// then the last weights are shown.
    private void reachTarget(History current) {
        boolean last = target == current.lastEpoch();
        boolean lastWeights = ending.isPresent() && current.trainer().hasBetterEpoch();
        target = NO_TARGET;
        if (last && (!lastWeights || afterSeek.isPresent())) {
            current.redo();
        }
        if (afterSeek.isPresent()) {
            Command next = afterSeek.get();
            afterSeek = Optional.empty();
            carryOut(next);
        } else {
            Phase rest = current.lastEpoch() == 0 ? new Phase.Ready() : new Phase.Paused();
            setPhase(last && !lastWeights ? ending.orElse(rest) : rest);
        }
    }

    private void adjust(TrainingSpec spec) {
        History current = history;
        if (current == null || needsRestoreFirst(current, new Command.Adjust(spec))) {
            return;
        }
        if (current.isBehind() && current.trainer().epochs() < spec.stop().epochs()) {
            budget.reset();
        }
        TrainingSpec wanted = budget.in(spec);
        try {
            current.currentSpec().requireOnlyLive(wanted);
            if (wanted.withStop(current.currentSpec().stop()).equals(current.currentSpec())) {
                current.stop(wanted.stop());
            } else {
                change(current, () -> current.change(wanted));
            }
        } catch (IllegalArgumentException e) {
            failures.accept(new TrainingSession.Failure(generation, e));
            return;
        }
        publish();
    }

    private void fork(Command.Fork fork) {
        History current = history;
        if (current == null || needsRestoreFirst(current, fork)) {
            return;
        }
        generation = fork.generation();
        try {
            change(current, () -> current.change(fork.spec()));
            budget.reset();
            ending = Optional.empty();
            pacing.begin();
            setPhase(fork.play() ? new Phase.Running() : new Phase.Paused());
        } catch (IllegalArgumentException e) {
            failures.accept(new TrainingSession.Failure(generation, e));
            publish();
        }
    }

    /// A finished run can continue after an edit.
    private void set(Command.SetParameter set) {
        History current = history;
        if (current == null || set.generation() != generation || needsRestoreFirst(current, set)) {
            return;
        }
        change(current, () -> current.change(set.edit()));
        if (ending.filter(Phase.Finished.class::isInstance).isPresent()) {
            extend(current);
            phase = new Phase.Paused();
        }
        ending = Optional.empty();
        publish();
    }

    private void resume(Command.Continue on) {
        generation = on.generation();
        History current = Objects.requireNonNull(history, "There is no run to continue.");
        if (!needsRestoreFirst(current, on)) {
            budget.restart(current.trainer().epochs());
            change(current, () -> history = current.on(on.data().get(), budget.in(on.spec())));
            ending = Optional.empty();
            setPhase(on.play() ? new Phase.Running() : new Phase.Paused());
        }
    }

    private void change(History current, Runnable change) {
        boolean behind = current.isBehind();
        change.run();
        if (behind) {
            watch.backTo(current.seconds());
            ending = Optional.empty();
        }
    }

    /// A diverged run continues from its last good epoch, including the optimizer state.
    private boolean needsRestoreFirst(History current, Command command) {
        if (!(phase instanceof Phase.Diverged)) {
            return false;
        }
        seek(current.lastEpoch());
        afterSeek = Optional.of(command);
        return true;
    }

    private void fail(Throwable cause) {
        history = null;
        target = NO_TARGET;
        phase = new Phase.Failed(cause);
        failures.accept(new TrainingSession.Failure(generation, cause));
    }

    private void end(History current, Phase known) {
        current.trainer().restoreBest();
        ending = Optional.of(known);
        setPhase(known);
    }

    private void setPhase(Phase next) {
        phase = next;
        step = Step.NONE;
        pausing = false;
        publish();
    }

    private void publish() {
        if (history != null) {
            frames.accept(history.frame(generation, phase, pacing.epochsPerSecond()));
        }
    }
}
