package mlpexplorer.experiment.store;

import java.util.List;
import java.util.Optional;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Latest;
import mlpexplorer.training.MetricLog;

/// A run on its way into the store. Whoever trains or watches it leaves here what is new, from one thread and without ever
/// waiting; the recorder's thread fetches it.
public final class Recording {
    /// What there is to write.
    ///
    /// @param log     a row an epoch
    /// @param adjustments made while it lived
    /// @param ending  once it is over
    record News(MetricLog.View log, List<Frame.Adjustment> adjustments, Optional<Ending> ending) {}

    /// How a run ended, with the weights that remain.
    record Ending(RunEnd end, Parameters weights) {}

    /// What has been written.
    ///
    /// @param log the rows so far, which may be fewer than there are
    record Written(long id, MetricLog.View log, List<Frame.Adjustment> adjustments, Optional<Ending> ending) {
        Written(long id) {
            this(id, MetricLog.View.EMPTY, List.of(), Optional.empty());
        }
    }

    /// Another recording, left for this one at an epoch.
    record Fork(Recording parent, long epoch) {}

    private final NewRun run;
    private final Optional<Fork> fork;
    private final Runnable onFinish;
    private final Latest<News> news = new Latest<>();
    private List<Frame.Adjustment> adjustments = List.of();
    private volatile Optional<Written> written = Optional.empty();
    private Optional<News> pending = Optional.empty();
    private Optional<News> last = Optional.empty();

    /// @param onFinish wakes the recorder, so that a finished run is never lost
    Recording(NewRun run, Optional<Fork> fork, Runnable onFinish) {
        this.run = run;
        this.fork = fork;
        this.onFinish = onFinish;
    }

    /// Its number in the store, once it has been written there.
    public Optional<Long> id() {
        return written.map(Written::id);
    }

    /// Leaves the rows so far. Costs nothing; may be called after every epoch.
    public void update(MetricLog.View log) {
        news.publish(new News(log, adjustments, Optional.empty()));
    }

    /// Leaves the rows so far, and what was changed on the way.
    public void update(MetricLog.View log, List<Frame.Adjustment> now) {
        adjustments = now;
        update(log);
    }

    /// Leaves the last rows and how the run ended. Nothing may follow.
    ///
    /// @param weights never written to again
    public void finish(MetricLog.View log, RunEnd end, Parameters weights) {
        news.publish(new News(log, adjustments, Optional.of(new Ending(end, weights))));
        onFinish.run();
    }

    NewRun run() {
        return run;
    }

    Optional<Fork> fork() {
        return fork;
    }

    /// What to write, which stays until [#written] tells that it is.
    Optional<News> pending() {
        Optional<News> newer = news.poll();
        if (newer.isPresent()) {
            pending = newer;
            last = newer;
        }
        return pending;
    }

    Optional<Written> written() {
        return written;
    }

    /// Rows that were not written stay pending.
    void written(Written now) {
        written = Optional.of(now);
        pending = pending.filter(news -> news.log().size() > now.log().size());
    }

    /// Whether something fetched by [#pending] is still to be written.
    boolean isBehind() {
        return pending.isPresent();
    }

    /// The database that it was written to is gone: everything has to be written again.
    void forget() {
        written = Optional.empty();
        pending = last;
    }
}
