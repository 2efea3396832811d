package mlpexplorer.training;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Trains runs on its own thread, controlled by commands. Observers request a frame and fetch it
/// later; a change of phase always publishes one, so that the last state arrives.
public final class TrainingSession implements AutoCloseable {
    private static final long CLOSING_MILLIS = 300;

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicBoolean frameWanted = new AtomicBoolean();
    private final LatestValue<Frame> frames = new LatestValue<>();
    private final LatestValue<Failure> failures = new LatestValue<>();
    private final LongSupplier clock;
    private final Function<Trainer, History> begin;
    private final Thread thread;
    private volatile boolean closed;

    public TrainingSession() {
        this(System::nanoTime, CheckpointLog.DEFAULT_BUDGET);
    }

    /// @param clock in nanoseconds, for pace, time limit and log
    /// @param historyBudget bytes for the checkpoints of a run
    TrainingSession(LongSupplier clock, long historyBudget) {
        this(clock, historyBudget, MetricLog.CAPACITY);
    }

    /// @param clock in nanoseconds, for pace, time limit and log
    /// @param historyBudget bytes for the checkpoints of a run
    /// @param logCapacity epochs with a row each before the log is thinned
    TrainingSession(LongSupplier clock, long historyBudget, int logCapacity) {
        this.clock = clock;
        begin =
                trainer ->
                        new History(
                                trainer,
                                new CheckpointLog(historyBudget),
                                new MetricLog(logCapacity));
        thread = Thread.ofPlatform().daemon().name("trainer").start(this::work);
    }

    /// Queues a command. Does not block.
    public void send(Command command) {
        commands.add(command);
    }

    /// Requests a frame at the next end of an epoch (or update, if epochs are slow).
    public void requestFrame() {
        frameWanted.set(true);
    }

    /// The newest unread frame.
    public Optional<Frame> pollFrame() {
        return frames.poll();
    }

    /// The newest unread failure to start a run.
    public Optional<Failure> pollFailure() {
        return failures.poll();
    }

    /// Stops the thread, even in the middle of an epoch. Waits only briefly, since an update of a
    /// huge network can take long; the thread is a daemon.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (TwoThreads lanes = new TwoThreads()) {
            SessionRun run =
                    new SessionRun(frames::publish, failures::publish, lanes, clock, begin);
            while (!closed) {
                Optional<Command> command = next(run);
                if (command.isPresent()) {
                    run.apply(command.get());
                } else {
                    run.advance(frameWanted);
                }
            }
        } catch (InterruptedException e) {
            // interrupted by close()
        }
    }

    /// While a run is seeking an earlier epoch, commands that depend on the result wait, unless a
    /// restart makes them obsolete.
    private boolean hasPendingCommand() {
        Command first = commands.peek();
        return first != null
                && first.needsPosition()
                && commands.stream().noneMatch(Command.Restart.class::isInstance);
    }

    /// The next command; waits while there is nothing else to do, or until the pace allows the next
    /// epoch.
    private Optional<Command> next(SessionRun run) throws InterruptedException {
        if (!run.isBusy()) {
            return Optional.of(commands.take());
        }
        if (run.isSeeking() && hasPendingCommand()) {
            return Optional.empty();
        }
        long wait = run.nanosToNextEpoch();
        return Optional.ofNullable(
                wait > 0 ? commands.poll(wait, TimeUnit.NANOSECONDS) : commands.poll());
    }

    /// A run that could not start or continue, or a rejected live change (the run then continues
    /// unchanged).
    ///
    /// @param generation generation of the run
    public record Failure(long generation, Throwable cause) {}
}
