package mlpexplorer.experiment.store;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

import java.util.List;
import java.util.Optional;

/// A run being recorded. The trainer or observer publishes updates from one thread without
/// blocking; the recorder's thread fetches them.
public final class Recording {
    /// Data to write.
    ///
    /// @param log metrics per epoch
    /// @param losses training losses inside epochs
    /// @param adjustments live changes
    /// @param ending end of the run, once it is over
    record Update(
            MetricLog.View log,
            UpdateLog.View losses,
            List<Frame.Adjustment> adjustments,
            Optional<End> ending) {}

    /// The end of a run, with the remaining weights.
    record End(RunEnd end, Parameters weights) {}

    /// Data already written.
    ///
    /// @param log rows written so far
    /// @param losses rows written so far
    record Written(
            long id,
            MetricLog.View log,
            UpdateLog.View losses,
            List<Frame.Adjustment> adjustments,
            Optional<End> ending) {
        Written(long id) {
            this(id, MetricLog.View.EMPTY, UpdateLog.View.EMPTY, List.of(), Optional.empty());
        }
    }

    /// The parent recording and the epoch at which this one forked.
    record Fork(Recording parent, long epoch) {}

    private final NewRun run;
    private final Optional<Fork> fork;
    private final boolean testOmitted;
    private final Runnable onFinish;
    private final LatestValue<Update> newest = new LatestValue<>();
    private List<Frame.Adjustment> adjustments = List.of();
    private UpdateLog.View losses = UpdateLog.View.EMPTY;
    private volatile Optional<Written> written = Optional.empty();
    private Optional<Update> pending = Optional.empty();
    private Optional<Update> last = Optional.empty();

    /// @param testOmitted whether test metrics are not stored
    /// @param onFinish wakes the recorder, so that a finished run is written immediately
    Recording(NewRun run, Optional<Fork> fork, boolean testOmitted, Runnable onFinish) {
        this.run = run;
        this.fork = fork;
        this.testOmitted = testOmitted;
        this.onFinish = onFinish;
    }

    /// The id in the store, once written.
    public Optional<Long> id() {
        return written.map(Written::id);
    }

    /// Publishes the rows so far. Cheap; can be called after every epoch.
    public void update(MetricLog.View log) {
        newest.publish(new Update(stored(log), losses, adjustments, Optional.empty()));
    }

    /// Publishes the rows and live changes so far.
    public void update(MetricLog.View log, List<Frame.Adjustment> now) {
        adjustments = now;
        update(log);
    }

    /// Includes these losses inside epochs in whatever is published from now on.
    public void losses(UpdateLog.View now) {
        losses = now;
    }

    /// Publishes the last rows and the end of the run. Must be the last call.
    ///
    /// @param weights final weights, not modified afterward
    public void finish(MetricLog.View log, RunEnd end, Parameters weights) {
        End last = new End(testOmitted ? end.withoutTest() : end, weights);
        newest.publish(new Update(stored(log), losses, adjustments, Optional.of(last)));
        onFinish.run();
    }

    private MetricLog.View stored(MetricLog.View log) {
        return testOmitted ? log.withoutTest() : log;
    }

    NewRun run() {
        return run;
    }

    Optional<Fork> fork() {
        return fork;
    }

    /// Data to write; kept until [#written] is called.
    Optional<Update> pending() {
        Optional<Update> newer = newest.poll();
        if (newer.isPresent()) {
            pending = newer;
            last = newer;
        }
        return pending;
    }

    Optional<Written> written() {
        return written;
    }

    /// Rows that were not written remain pending.
    void written(Written now) {
        written = Optional.of(now);
        pending =
                pending.filter(data ->
                        data.log().size() > now.log().size()
                                || data.losses().size() > now.losses().size());
    }

    /// Whether something fetched by [#pending] is still to be written.
    boolean isBehind() {
        return pending.isPresent();
    }

    /// Resets the recording after its database was replaced, so that everything is written again.
    void forget() {
        written = Optional.empty();
        pending = last;
    }
}
