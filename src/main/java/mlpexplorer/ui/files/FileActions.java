package mlpexplorer.ui.files;

import static java.util.stream.Collectors.joining;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.QuestionDialog;
import mlpexplorer.ui.export.DefaultFileName;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.files.FileReading.OpenedFile;
import mlpexplorer.ui.workbench.DataChange;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.OpenTable;
import mlpexplorer.ui.workbench.Workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens and saves files. Opening is one undo step; errors are one sentence and change nothing.
public final class FileActions {
    private final Workbench workbench;
    private final Jobs jobs;
    private final FileSaver saver;
    private final Overlay window;
    private Consumer<OpenTable> onTable = _ -> {};
    private Consumer<Lesson> onLesson = _ -> {};

    /// @param window shows questions
    public FileActions(Workbench workbench, Jobs jobs, FileSaver saver, Overlay window) {
        this.window = window;
        this.workbench = workbench;
        this.jobs = jobs;
        this.saver = saver;
    }

    /// Asks for a file of any supported kind, and opens it.
    public void open() {
        saver.askToOpen().ifPresent(file -> open(List.of(file)));
    }

    /// Asks for a file with the validation or test part of the data, and uses it.
    public void openPart(Split.Part part) {
        saver.askToOpen()
                .ifPresent(file -> {
                    DataSpec data = workbench.spec().data();
                    String name = String.valueOf(file.getFileName());
                    workbench.notice().show(Messages.text("files.reading", name));
                    jobs.run(
                            () -> FileReading.part(data, part, file),
                            opened -> take(name, opened),
                            this::failed);
                });
    }

    /// Opens selected or dropped files: one file, or IDX images with their labels.
    public void open(List<Path> files) {
        RunSpec current = workbench.spec();
        String name = files.isEmpty() ? "" : String.valueOf(files.getFirst().getFileName());
        workbench.notice().show(Messages.text("files.reading", name));
        jobs.run(
                () -> FileReading.read(files, current), opened -> take(name, opened), this::failed);
    }

    private static String opened(String name, Dataset dataset) {
        return Messages.text(
                "files.opened-data",
                name,
                dataset.rows(),
                dataset.samples().columns(),
                dataset.classes());
    }

    /// Sets the action for a CSV file that was opened, or that could not be used with the detected
    /// columns.
    public void onTable(Consumer<OpenTable> action) {
        onTable = action;
    }

    /// Sets the action for a lesson that was opened.
    public void onLesson(Consumer<Lesson> action) {
        onLesson = action;
    }

    /// Saves a lesson.
    public void saveLesson(Lesson lesson) {
        saver.save(
                suggested("lesson" + FileReading.SPEC_ENDING),
                Content.of(LessonFile.write(lesson)));
    }

    /// Asks whether data that is not in the folder of their experiment may be read.
    private void ask(String name, OpenedFile.Outside found, String done) {
        String files = found.data().stream().map(Path::toString).collect(joining(", "));
        workbench.notice().show("");
        window.show(
                new QuestionDialog(
                        "outside",
                        Messages.text("outside.question", name, files),
                        () -> {
                            window.close();
                            open(
                                    found.start(),
                                    () -> {
                                        pauseAt(found.model());
                                        workbench.notice().show(Notice.Level.DONE, done);
                                    });
                        },
                        window::close));
    }

    /// A trained network is shown as it is, even with auto-train.
    private void pauseAt(boolean model) {
        if (model) {
            workbench.pause();
        }
    }

    private void take(String name, OpenedFile opened) {
        if (opened instanceof OpenedFile.Outside outside) {
            ask(name, outside, Messages.text("files.opened-spec", name));
            return;
        }
        if (opened instanceof OpenedFile.LessonContent(Lesson lesson)) {
            workbench.notice().show("");
            onLesson.accept(lesson);
            return;
        }
        if (opened instanceof OpenedFile.Table(OpenTable table)) {
            onTable.accept(table);
            if (table.problem().isPresent()) {
                workbench.notice().show(Messages.text("files.columns", name));
                return;
            }
        }
        Optional<String> problem =
                switch (opened) {
                    case OpenedFile.Data(DataSpec data, Dataset dataset) ->
                            workbench.open(
                                    data,
                                    dataset,
                                    spec ->
                                            DataChange.on(
                                                    spec,
                                                    workbench.wantedBatch(),
                                                    data,
                                                    DataChange.split(spec, data),
                                                    Optional.of(dataset.shape())));
                    case OpenedFile.Table(OpenTable table) -> table.openIn(workbench);
                    case OpenedFile.Experiment(OpenExperiment content, boolean model) -> {
                        Optional<String> unusable = content.openIn(workbench);
                        pauseAt(model && unusable.isEmpty());
                        yield unusable;
                    }
                    case OpenedFile.Outside _, OpenedFile.LessonContent _ -> Optional.empty();
                    case OpenedFile.Weights(Parameters weights) -> workbench.startFrom(weights);
                };
        if (problem.isEmpty()) {
            workbench
                    .notice()
                    .show(
                            Notice.Level.DONE,
                            switch (opened) {
                                case OpenedFile.Data(_, Dataset dataset) -> opened(name, dataset);
                                case OpenedFile.Table(OpenTable table) ->
                                        opened(name, table.dataset().orElseThrow());
                                case OpenedFile.Experiment _,
                                        OpenedFile.Outside _,
                                        OpenedFile.LessonContent _ ->
                                        Messages.text("files.opened-spec", name);
                                case OpenedFile.Weights _ ->
                                        Messages.text("files.opened-weights", name);
                            });
        }
    }

    public void saveSpec() {
        RunSpec spec = workbench.spec();
        saver.ask(suggested("experiment" + FileReading.SPEC_ENDING))
                .ifPresent(file ->
                        saver.write(
                                file,
                                Content.of(SpecJson.write(SpecFolder.of(file).relative(spec)))));
    }

    /// Saves the displayed weights as NumPy arrays or, by extension, as JSON.
    public void saveWeights() {
        withFrame(frame ->
                saver.ask(suggested("weights.npz"))
                        .ifPresent(file -> {
                            boolean json =
                                    file.getFileName()
                                            .toString()
                                            .toLowerCase(Locale.ROOT)
                                            .endsWith(".json");
                            Parameters weights = frame.parameters();
                            saver.write(
                                    file,
                                    json
                                            ? out ->
                                                    Content.of(
                                                                    JsonText.sections(
                                                                            WeightsJson.tree(
                                                                                    weights)))
                                                            .write(out)
                                            : out -> Npz.write(weights, out));
                        }));
    }

    /// Saves all rows in data units, with class names.
    public void saveData() {
        withFrame(frame ->
                saver.save(
                        DefaultFileName.data(workbench.spec().data()) + ".csv",
                        CsvTable.of(frame.split().dataset())));
    }

    private void withFrame(Consumer<Frame> action) {
        withFrame(workbench, action);
    }

    /// Passes the shown frame to `action`, or reports that there is none.
    static void withFrame(Workbench workbench, Consumer<Frame> action) {
        workbench
                .frameProperty()
                .get()
                .ifPresentOrElse(
                        action,
                        () ->
                                workbench
                                        .notice()
                                        .show(
                                                Notice.Level.PROBLEM,
                                                Messages.text("files.nothing-yet")));
    }

    private String suggested(String what) {
        return DefaultFileName.of(workbench.spec(), what);
    }

    /// Copies the spec to the clipboard as JSON.
    public void copySpec() {
        ClipboardContent content = new ClipboardContent();
        content.putString(SpecJson.write(workbench.spec()));
        Clipboard.getSystemClipboard().setContent(content);
        workbench.notice().show(Notice.Level.DONE, Messages.text("files.copied"));
    }

    /// Pastes a spec from the clipboard.
    public void pasteSpec() {
        String text = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        if (text.isBlank()) {
            workbench.notice().show(Notice.Level.PROBLEM, Messages.text("files.nothing-to-paste"));
            return;
        }
        RunSpec current = workbench.spec();
        String done = Messages.text("files.pasted");
        jobs.run(
                () -> FileReading.pasted(text, current),
                pasted -> {
                    if (pasted instanceof OpenedFile.Outside outside) {
                        ask(Messages.text("outside.clipboard"), outside, done);
                    } else if (pasted instanceof OpenedFile.Experiment(OpenExperiment content, _)
                            && content.openIn(workbench).isEmpty()) {
                        workbench.notice().show(Notice.Level.DONE, done);
                    }
                },
                failure ->
                        workbench
                                .notice()
                                .show(
                                        Notice.Level.PROBLEM,
                                        Messages.text(
                                                "files.not-pasted",
                                                String.valueOf(failure.getMessage()))));
    }

    /// Opens a run whose data files may have to be read, then calls `then`.
    public void open(RunStart start, Runnable then) {
        jobs.run(
                () -> OpenExperiment.read(start),
                read -> {
                    if (read.openIn(workbench).isEmpty()) {
                        then.run();
                    }
                },
                this::failed);
    }

    private void failed(Exception failure) {
        workbench.notice().show(failure);
    }
}
