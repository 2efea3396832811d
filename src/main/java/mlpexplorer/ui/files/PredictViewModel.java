package mlpexplorer.ui.files;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.export.PredictionJob;
import mlpexplorer.experiment.export.Predictor;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.experiment.store.StoredModel;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.LatestValue;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;

/// The choices and the progress of predictions for new data. They outlive the dialog: closing it
/// does not cancel a prediction, whose end is also reported in the status line.
final class PredictViewModel {
    private static final double NANOS = 1e-9;

    /// Minimum time before the remaining time is estimated.
    private static final double MIN_SECONDS = 1;

    /// The source of the network.
    enum Network {
        /// The run in the window, at the epoch that is shown.
        SHOWN,
        /// A run of the database.
        STORED,
        /// A model file.
        FILE
    }

    /// The state of the prediction.
    sealed interface State {
        /// @param problem why the last prediction failed, or empty
        record Ready(String problem) implements State {}

        /// @param share fraction of rows that are done, 0 to 1; negative before the first
        record Running(double share, String text) implements State {}

        record Done(String summary) implements State {}
    }

    private final Workbench workbench;
    private final RunRecorder recorder;
    private final Jobs jobs;
    private final ObjectProperty<Network> network =
            new SimpleObjectProperty<>(this, "network", Network.SHOWN);
    private final ReadOnlyObjectWrapper<List<RunSummary>> runs =
            new ReadOnlyObjectWrapper<>(this, "runs", List.of());
    private final ObjectProperty<Optional<RunSummary>> run =
            new SimpleObjectProperty<>(this, "run", Optional.empty());
    private final StringProperty model = new SimpleStringProperty(this, "model", "");
    private final StringProperty data = new SimpleStringProperty(this, "data", "");
    private final StringProperty labels = new SimpleStringProperty(this, "labels", "");
    private final BooleanProperty kaggle = new SimpleBooleanProperty(this, "kaggle");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Ready(""));
    private LatestValue<Double> progress = new LatestValue<>();
    private Optional<Jobs.Job> job = Optional.empty();
    private long began;

    /// @param jobs background work; a prediction occupies a thread until it ends
    PredictViewModel(Workbench workbench, RunRecorder recorder, Jobs jobs) {
        this.workbench = workbench;
        this.recorder = recorder;
        this.jobs = jobs;
    }

    ObjectProperty<Network> networkProperty() {
        return network;
    }

    /// The stored runs that have ended, newest first.
    ReadOnlyObjectProperty<List<RunSummary>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /// The chosen stored run.
    ObjectProperty<Optional<RunSummary>> runProperty() {
        return run;
    }

    /// The path of the model file.
    StringProperty modelProperty() {
        return model;
    }

    /// The path of the data.
    StringProperty dataProperty() {
        return data;
    }

    /// The path of the labels; empty if there are none, or if they are a column of the data.
    StringProperty labelsProperty() {
        return labels;
    }

    /// Whether to write a Kaggle file.
    BooleanProperty kaggleProperty() {
        return kaggle;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Clears the result of the last prediction, and reloads the list of runs.
    void open() {
        if (job.isEmpty()) {
            state.set(new State.Ready(""));
            jobs.run(() -> recorder.ask(PredictViewModel::ended), this::show, this::failed);
        }
    }

    private static List<RunSummary> ended(RunStore store) {
        return store.list().stream()
                .filter(run -> run.progress().state() != RunState.RUNNING)
                .toList()
                .reversed();
    }

    private void show(List<RunSummary> now) {
        runs.set(now);
        if (run.get().filter(now::contains).isEmpty()) {
            run.set(now.stream().findFirst());
        }
    }

    /// Whether everything is chosen; otherwise the state says what is missing.
    boolean isComplete() {
        String missing = missing();
        if (!missing.isEmpty()) {
            state.set(new State.Ready(missing));
        }
        return missing.isEmpty();
    }

    private String missing() {
        if (data.get().isBlank()) {
            return Messages.text("predict.no-data");
        }
        return switch (network.get()) {
            case SHOWN ->
                    workbench.frameProperty().get().isEmpty()
                            ? Messages.text("files.nothing-yet")
                            : "";
            case STORED -> run.get().isEmpty() ? Messages.text("predict.no-run") : "";
            case FILE -> model.get().isBlank() ? Messages.text("predict.no-model") : "";
        };
    }

    /// Writes the predictions to `file`.
    void predict(Path file, long now) {
        boolean forKaggle = kaggle.get();
        start(
                (job, done) -> job.write(file, forKaggle, done),
                done -> Messages.text("predict.done", Numbers.count(done.rows(), "row"), file),
                now);
    }

    /// Only compares the predictions with the labels.
    void evaluate(long now) {
        start(
                PredictionJob::evaluate,
                done -> Messages.text("predict.compared", Numbers.count(done.labeled(), "row")),
                now);
    }

    private interface Work {
        Predictor on(PredictionJob job, DoubleConsumer progress) throws IOException;
    }

    private interface Summary {
        String of(Predictor done);
    }

    private void start(Work work, Summary summary, long now) {
        if (job.isPresent() || !isComplete()) {
            return;
        }
        Callable<PredictionJob> wanted = wanted();
        LatestValue<Double> fresh = new LatestValue<>();
        progress = fresh;
        began = now;
        state.set(new State.Running(-1, Messages.text("predict.reading")));
        job =
                Optional.of(
                        jobs.run(
                                () -> work.on(wanted.call(), fresh::publish),
                                done -> done(done, summary.of(done)),
                                this::failed));
    }

    /// The chosen network and files.
    private Callable<PredictionJob> wanted() {
        Callable<TrainedModel> chosen = chosen();
        String from = data.get();
        Optional<String> labeled = Optional.of(labels.get()).filter(text -> !text.isBlank());
        return () ->
                new PredictionJob(chosen.call(), path(from), labeled.map(PredictViewModel::path));
    }

    /// The chosen network. Anything that the FX thread may change is read immediately.
    private Callable<TrainedModel> chosen() {
        return switch (network.get()) {
            case SHOWN -> {
                TrainedModel shown =
                        ModelActions.model(
                                workbench, workbench.frameProperty().get().orElseThrow());
                yield () -> shown;
            }
            case STORED -> {
                RunSummary stored = run.get().orElseThrow();
                yield () -> recorder.ask(store -> StoredModel.of(store, stored)).read();
            }
            case FILE -> {
                String file = model.get();
                yield () -> ModelFile.read(path(file));
            }
        };
    }

    private static Path path(String text) {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw UserError.noPath(e);
        }
    }

    /// Cancels the prediction; then nothing is written.
    void cancel() {
        job.ifPresent(running -> {
            running.cancel();
            job = Optional.empty();
            state.set(new State.Ready(Messages.text("predict.canceled")));
        });
    }

    /// Updates the progress. Call once per pulse.
    void pulse(long now) {
        if (job.isPresent()) {
            progress.poll().ifPresent(share -> show(share, (now - began) * NANOS));
        }
    }

    private void show(double share, double seconds) {
        String percent = Numbers.fixed(100 * share, 0);
        state.set(
                new State.Running(
                        share,
                        seconds > MIN_SECONDS && share > 0
                                ? Messages.text(
                                        "predict.progress-left",
                                        percent,
                                        Numbers.duration(Math.ceil(seconds / share - seconds)))
                                : Messages.text("predict.progress", percent)));
    }

    private void done(Predictor done, String summary) {
        job = Optional.empty();
        String measured =
                done.labeled() == 0
                        ? Messages.text("predict.unlabeled")
                        : Messages.text("predict.measured", done.measured());
        state.set(new State.Done(summary + "\n" + measured));
        workbench.notice().show(Notice.Level.DONE, summary);
    }

    private void failed(Exception failure) {
        job = Optional.empty();
        state.set(new State.Ready(UserError.message(failure)));
    }
}
