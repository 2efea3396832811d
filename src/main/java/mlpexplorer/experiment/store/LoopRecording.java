package mlpexplorer.experiment.store;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Records a run while a [RunLoop] trains it. Used by one thread at a time.
public final class LoopRecording {
    /// Updates more frequent than this do not make the recorder write more often.
    private static final long POLL_NANOS = 50_000_000;

    private final RunRecorder recorder;
    private final RunStart start;
    private final List<String> tags;
    private final long delayNanos;
    private final Instant started;
    private final long began = System.nanoTime();
    private Optional<Recording> recording = Optional.empty();
    private long looked = began;

    /// @param started when the training started
    /// @param delay time after which a run is worth being recorded before its end
    public LoopRecording(
            RunRecorder recorder,
            RunStart start,
            Instant started,
            List<String> tags,
            Duration delay) {
        this.recorder = recorder;
        this.start = start;
        this.started = started;
        this.tags = List.copyOf(tags);
        delayNanos = delay.toNanos();
    }

    /// Call after each epoch. Waits while the store is far behind.
    public void progress(RunLoop loop) {
        long now = System.nanoTime();
        if (now - began >= delayNanos && now - looked >= POLL_NANOS) {
            looked = now;
            Recording known = begin(start.spec().parameterCount(loop.split().shape()));
            known.losses(loop.losses());
            recorder.recordUntil(known, loop.log());
        }
    }

    /// Whether something was recorded.
    public boolean hasStarted() {
        return recording.isPresent();
    }

    /// Records the end.
    public Recording finish(
            MetricLog.View log, UpdateLog.View losses, RunEnd end, Parameters parameters) {
        Recording whole = begin(parameters.count());
        whole.losses(losses);
        whole.finish(log, end, parameters);
        return whole;
    }

    /// Begins to record the run, if that has not happened yet.
    ///
    /// @param parameters number of weights and biases
    public Recording begin(long parameters) {
        if (recording.isEmpty()) {
            recording =
                    Optional.of(recorder.begin(new NewRun(start, parameters, started, "", tags)));
        }
        return recording.get();
    }
}
