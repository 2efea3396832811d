package mlpexplorer.ui.files;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.export.OnnxFile;
import mlpexplorer.experiment.export.TrainingScript;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Replay;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.Lazy;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.export.DefaultFileName;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Exports the network at the shown epoch (ONNX, model file, scripts) and predicts with it.
public final class ModelActions implements LivePart {
    private final Workbench workbench;
    private final Jobs jobs;
    private final FileSaver saver;
    private final Overlay window;
    private final Jobs predicting = new BackgroundJobs("predict", 1);
    private final PredictViewModel predictions;
    private final Lazy<PredictDialog> dialog;
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");

    /// @param jobs writes files
    /// @param recorder provides the stored runs
    /// @param window shows the dialogs
    public ModelActions(
            Workbench workbench, Jobs jobs, FileSaver saver, RunRecorder recorder, Overlay window) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.saver = saver;
        this.window = window;
        predictions = new PredictViewModel(workbench, recorder, predicting);
        dialog =
                new Lazy<>(() ->
                        new PredictDialog(
                                predictions, workbench.frameProperty(), saver, window::close));
    }

    /// Whether to omit test metrics in model files and scripts.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// The script of a run, with the files it needs.
    ///
    /// @param text text of the script
    /// @param files script and data by name
    public record Script(String text, SequencedMap<String, Content> files) {
        /// The name of the script.
        public String name() {
            return files.firstEntry().getKey();
        }
    }

    public void saveOnnx() {
        withFrame(frame -> saver.save(suggested("model.onnx"), OnnxFile.content(model(frame))));
    }

    /// Saves a model file with the state of the training, which a replay of the run provides.
    public void saveModel() {
        withFrame(frame -> {
            RunSpec spec = start().spec();
            boolean hidden = testHidden.get();
            saver.ask(suggested("model" + ModelFile.SUFFIX))
                    .ifPresent(file -> {
                        BlockingQueue<Replay> history = new LinkedBlockingQueue<>();
                        workbench.open(history::add);
                        saver.run(() -> {
                            Replay replay = history.take();
                            TrainedModel model =
                                    TrainedModel.of(
                                            spec, replay.split(), replay.checkpoint(frame.epoch()));
                            ModelFile.write(file, hidden ? model.withoutTest() : model);
                            return file;
                        });
                    });
        });
    }

    /// Passes the script that trains the current run to `then`.
    public void script(TrainingScript.Library library, Consumer<Script> then) {
        withFrame(frame -> {
            RunStart start = start();
            boolean hidden = testHidden.get();
            boolean changed =
                    workbench.runProperty().get().continues()
                            || frame.firstEpoch() > 0
                            || !frame.adjustments().isEmpty();
            if (changed || start.resumed().isPresent()) {
                workbench.notice().show(Notice.Level.PROBLEM, Messages.text("export.changed"));
                return;
            }
            jobs.run(
                    () -> {
                        TrainingScript whole =
                                new TrainingScript(start, frame.split(), frame.log());
                        TrainingScript script = hidden ? whole.withoutTest() : whole;
                        return new Script(script.text(library), script.files(library));
                    },
                    then,
                    saver::failed);
        });
    }

    /// Saves a script with its files in the folder that is chosen.
    public void save(Script script) {
        saver.ask(script.name())
                .ifPresent(file ->
                        saver.run(() -> {
                            SequencedMap<Path, Content> files = new LinkedHashMap<>();
                            script.files()
                                    .forEach((name, content) ->
                                            files.put(
                                                    name.equals(script.name())
                                                            ? file
                                                            : file.resolveSibling(name),
                                                    content));
                            AtomicFile.writeAll(files, List.of());
                            return file;
                        }));
    }

    /// Opens the dialog that predicts new data.
    public void predict() {
        predictions.open();
        window.show(dialog.get());
    }

    private TrainedModel model(Frame frame) {
        return model(workbench, frame);
    }

    /// The network of the window's run at `frame`.
    static TrainedModel model(Workbench workbench, Frame frame) {
        return TrainedModel.of(
                workbench.runProperty().get().start().spec(),
                frame.split(),
                frame.parameters(),
                frame.epoch());
    }

    /// Updates the progress of predictions.
    @Override
    public void pulse(long now) {
        predictions.pulse(now);
    }

    @Override
    public void close() {
        predicting.close();
    }

    private RunStart start() {
        return workbench.runProperty().get().start();
    }

    private String suggested(String what) {
        return DefaultFileName.of(workbench.spec(), what);
    }

    private void withFrame(Consumer<Frame> action) {
        FileActions.withFrame(workbench, action);
    }
}
