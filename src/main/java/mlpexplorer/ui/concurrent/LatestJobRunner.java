package mlpexplorer.ui.concurrent;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs background work for a changing input: one job at a time, always for the newest input,
/// without a queue, and with pauses in between so that training is not slowed down. FX thread,
/// except for the work itself.
///
/// @param <T> the input, immutable
/// @param <R> the result
public final class LatestJobRunner<T, R> {
    /// A pause is at least this many times as long as the previous job.
    private static final int MIN_IDLE_FACTOR = 2;

    private final Jobs jobs;
    private final long leastRest;
    private final Function<? super T, Optional<R>> work;
    private final Consumer<? super R> onResult;
    private Optional<T> pending = Optional.empty();
    private Optional<Jobs.Job> running = Optional.empty();
    private boolean busy;
    private long generation;
    private long begun;
    private long ended;
    private long rest;

    /// @param leastRest minimum pause between two jobs, in nanoseconds
    /// @param work runs in the background, one at a time; returns empty if it was interrupted
    public LatestJobRunner(
            Jobs jobs,
            long leastRest,
            Function<? super T, Optional<R>> work,
            Consumer<? super R> onResult) {
        this.jobs = jobs;
        this.leastRest = leastRest;
        this.work = work;
        this.onResult = onResult;
    }

    /// Replaces any pending input by `newest`; the work starts on a pulse.
    public void submit(T newest) {
        pending = Optional.of(newest);
    }

    /// Discards pending and running work. The next input is processed without a pause.
    public void cancel() {
        generation++;
        pending = Optional.empty();
        running.ifPresent(Jobs.Job::cancel);
        running = Optional.empty();
        busy = false;
        rest = 0;
    }

    /// Starts pending work if it is due. Call once per pulse, with [System#nanoTime].
    public void pulse(long now) {
        if (busy || pending.isEmpty() || now - ended < rest) {
            return;
        }
        T input = pending.get();
        pending = Optional.empty();
        busy = true;
        begun = now;
        long startedIn = generation;
        Jobs.Job job =
                jobs.run(
                        () -> work.apply(input),
                        result -> done(startedIn, result),
                        failure -> failed(startedIn, failure));
        running = busy ? Optional.of(job) : Optional.empty();
    }

    private void done(long startedIn, Optional<R> result) {
        if (startedIn == generation) {
            rest();
            result.ifPresent(onResult);
        }
    }

    private void failed(long startedIn, Exception failure) {
        if (startedIn == generation) {
            rest();
            System.getLogger(LatestJobRunner.class.getName())
                    .log(System.Logger.Level.ERROR, "A pane could not be updated", failure);
        }
    }

    private void rest() {
        busy = false;
        running = Optional.empty();
        ended = System.nanoTime();
        rest = Math.max(leastRest, MIN_IDLE_FACTOR * (ended - begun));
    }
}
