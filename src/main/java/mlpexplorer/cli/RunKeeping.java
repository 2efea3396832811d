package mlpexplorer.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.NewRun;
import mlpexplorer.experiment.store.Recording;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.StoreProblem;

/// Keeps one run in the database while it is trained.
final class RunKeeping implements AutoCloseable {
    /// Looking more often would tell the recorder nothing that it writes sooner.
    private static final long LOOK_NANOS = 100_000_000;

    private final Optional<RunRecorder> recorder;
    private final RunLoop loop;
    private final PrintStream err;
    private final Optional<Recording> recording;
    private long looked = System.nanoTime();

    /// @param recorder closed at the end
    RunKeeping(Optional<RunRecorder> recorder, RunStart start, RunLoop loop, PrintStream err) {
        this.recorder = recorder;
        this.loop = loop;
        this.err = err;
        this.recording = recorder.map(open -> open.begin(new NewRun(start, loop.split(), Instant.now())));
    }

    /// To be called after each epoch.
    void look() {
        long now = System.nanoTime();
        if (recording.isPresent() && now - looked >= LOOK_NANOS) {
            looked = now;
            recording.get().update(loop.log());
        }
    }

    /// Writes the end, and returns the run's number if it will still be there tomorrow.
    OptionalLong finish(RunResult result) {
        recording.ifPresent(open -> open.finish(result.log(), result.end(), result.parameters()));
        try {
            boolean lasting = recorder.isPresent() && recorder.get().isLasting();
            return lasting
                    ? recording.flatMap(Recording::id).map(OptionalLong::of).orElseGet(OptionalLong::empty)
                    : OptionalLong.empty();
        } catch (StoreProblem e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        recorder.ifPresent(open -> tell(open, err));
    }

    /// Closes `recorder` and tells what went wrong with it.
    static void tell(RunRecorder recorder, PrintStream err) {
        recorder.close();
        for (Optional<String> notice = recorder.pollNotice(); notice.isPresent(); notice = recorder.pollNotice()) {
            err.println(Cli.NAME + ": " + notice.get());
        }
        err.flush();
    }
}
