package mlpexplorer.ui.labs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.LinearBaseline;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Optional;

/// Trains softmax regression in the background whenever the data or the training settings change,
/// while enabled.
public final class BaselineTrainer implements LivePart {
    private static final int MAX_EPOCHS = 300;
    private static final double MAX_SECONDS = 10;

    /// Debounce time for changes, for example during a drag.
    private static final long DEBOUNCE_NANOS = 300_000_000;

    private final Workbench workbench;
    private final Jobs jobs = new BackgroundJobs("linear-baseline", 1);
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "linearBaseline");
    private final ReadOnlyObjectWrapper<Optional<LinearModel>> linear =
            new ReadOnlyObjectWrapper<>(this, "linear", Optional.empty());
    private Optional<RunSpec> asked = Optional.empty();
    private Optional<RunSpec> seen = Optional.empty();
    private Optional<Jobs.Job> job = Optional.empty();
    private long seenAt;

    public BaselineTrainer(Workbench workbench) {
        this.workbench = workbench;
        wanted.addListener((_, _, now) -> {
            if (!now) {
                forget();
            }
        });
    }

    /// Whether the baseline is enabled.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /// The trained baseline; empty while disabled or not yet trained.
    public ReadOnlyObjectProperty<Optional<LinearModel>> linearProperty() {
        return linear.getReadOnlyProperty();
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        if (!wanted.get()) {
            return;
        }
        Optional<RunSpec> current = Optional.of(limited(LinearBaseline.of(workbench.spec())));
        if (!current.equals(seen)) {
            seen = current;
            seenAt = now;
        }
        if (!seen.equals(asked) && now - seenAt >= DEBOUNCE_NANOS) {
            begin(seen.get());
        }
    }

    private static RunSpec limited(RunSpec spec) {
        int epochs = Math.min(MAX_EPOCHS, spec.training().stop().epochs());
        StopRule stop = new StopRule().withEpochs(epochs).withSeconds(Optional.of(MAX_SECONDS));
        return spec.withTraining(spec.training().withStop(stop));
    }

    private void begin(RunSpec spec) {
        job.ifPresent(Jobs.Job::cancel);
        asked = Optional.of(spec);
        job =
                Optional.of(
                        jobs.run(
                                () ->
                                        new RunLoop(new RunStart(spec), System::nanoTime)
                                                .run(
                                                        Thread.currentThread()::isInterrupted,
                                                        _ -> {}),
                                this::show,
                                _ -> linear.set(Optional.empty())));
    }

    private void show(RunResult result) {
        linear.set(
                Optional.of(
                        new LinearModel(
                                asked.orElseThrow().mlp(result.split().shape()),
                                result.parameters(),
                                result.log(),
                                result.end().metrics())));
    }

    private void forget() {
        job.ifPresent(Jobs.Job::cancel);
        job = Optional.empty();
        asked = Optional.empty();
        seen = Optional.empty();
        linear.set(Optional.empty());
    }

    @Override
    public void close() {
        jobs.close();
    }

    /// Softmax regression, trained on the data of the window's experiment.
    ///
    /// @param parameters immutable copy
    public record LinearModel(
            Mlp mlp, Parameters parameters, MetricLog.View log, EpochMetrics metrics) {}
}
