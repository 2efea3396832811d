package mlpexplorer.training;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Trains on a thread of its own, one run after another, under commands. Watchers ask for a frame and fetch it later;
/// a change of phase publishes one unasked, so the last state always arrives.
public final class TrainingSession implements AutoCloseable {
    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicBoolean frameWanted = new AtomicBoolean();
    private final Latest<Frame> frames = new Latest<>();
    private final Latest<Failure> failures = new Latest<>();
    private final Thread thread;
    private volatile boolean closed;

    public TrainingSession() {
        thread = Thread.ofPlatform().daemon().name("trainer").start(this::work);
    }

    /// Queues a command; returns at once.
    public void send(Command command) {
        commands.add(command);
    }

    /// Asks for a frame at the next end of an epoch (or update, where epochs are slow).
    public void requestFrame() {
        frameWanted.set(true);
    }

    /// The newest frame that was not fetched yet.
    public Optional<Frame> pollFrame() {
        return frames.poll();
    }

    /// The newest failure to start a run that was not fetched yet.
    public Optional<Failure> pollFailure() {
        return failures.poll();
    }

    /// Ends the thread, in the middle of an epoch if need be; waits for that at most a second.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (TwinLanes lanes = new TwinLanes()) {
            SessionRun run = new SessionRun(frames::publish, failures::publish, lanes);
            while (!closed) {
                Optional<Command> command = next(run);
                if (command.isPresent()) {
                    run.apply(command.get());
                } else {
                    run.advance(frameWanted);
                }
            }
        } catch (InterruptedException e) {
            // close() asks for the end in this way
        }
    }

    /// The next command: waited for while there is nothing else to do, or until the pace lets the next epoch begin.
    private Optional<Command> next(SessionRun run) throws InterruptedException {
        if (!run.running()) {
            return Optional.of(commands.take());
        }
        long wait = run.nanosToNextEpoch();
        return Optional.ofNullable(wait > 0 ? commands.poll(wait, TimeUnit.NANOSECONDS) : commands.poll());
    }
}
