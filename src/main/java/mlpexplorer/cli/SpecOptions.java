package mlpexplorer.cli;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.Presets.Preset;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.experiment.lesson.Lessons;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The options that select the run: a preset or a file, with overridden settings.
final class SpecOptions {
    @ArgGroup private Source source = new Source();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Set a value, for example training.rate=0.1 or model.hidden=16,16. May be"
                            + " repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "FILE.npz",
            description =
                    "Start from these weights: arrays W1, b1, W2, ... in a NumPy .npz file or a"
                            + " model.json.")
    private @Nullable Path weights;

    @Option(
            names = "--lesson-step",
            paramLabel = "N",
            description =
                    "Step of the lesson, whose locked settings cannot be changed (default: 1).")
    private @Nullable Integer step;

    private static final class Source {
        @Option(
                names = "--preset",
                paramLabel = "NAME",
                description = "Start from a preset; see the presets command.")
        private @Nullable String preset;

        @Option(
                names = "--spec",
                paramLabel = "FILE",
                description = "Start from a specification in JSON.")
        private @Nullable Path file;

        @Option(
                names = "--model",
                paramLabel = "FILE.mlpm.zip",
                description =
                        "Start from a model file: train continues its training, the other commands"
                                + " start from its weights. Only training settings may be changed.")
        private @Nullable Path model;

        @Option(
                names = "--lesson",
                paramLabel = "LESSON",
                description =
                        "Start from a step of a lesson: a name (see the lessons command) or a file."
                                + " A lesson file can also be given with --spec.")
        private @Nullable String lesson;
    }

    /// A step of a lesson.
    ///
    /// @param step step, counted from 0
    record LessonStep(Lesson lesson, int step) {
        /// Whether test metrics must not be shown.
        boolean hidesTest() {
            return lesson.steps().get(step).locks(Control.TEST);
        }

        /// Throws [UserError] if the step locks something that differs in `start`.
        void requireAllowed(RunStart start) {
            lesson.requireAllowed(step, start.spec());
            if (start.weights().isPresent() && lesson.steps().get(step).locks(Control.WEIGHTS)) {
                throw UserError.input(lesson.refusal(step, Control.WEIGHTS));
            }
        }
    }

    /// The step of the lesson that the options select, if they select one.
    Optional<LessonStep> lesson() {
        Optional<Lesson> found = Optional.empty();
        if (source.lesson != null) {
            found = Optional.of(Lessons.find(source.lesson));
        } else if (source.file != null && LessonFile.isLesson(source.file)) {
            found = Optional.of(LessonFile.read(source.file));
        }
        if (found.isEmpty() && step != null) {
            throw UserError.input(
                    "--lesson-step is the step of a lesson; choose a lesson with --lesson or"
                            + " --spec.");
        }
        int number = step == null ? 1 : step;
        return found.map(lesson -> {
            if (number < 1 || number > lesson.steps().size()) {
                throw UserError.input(
                        "--lesson-step is "
                                + number
                                + ", but the lesson has "
                                + Numbers.count(lesson.steps().size(), "step")
                                + ".");
            }
            return new LessonStep(lesson, number - 1);
        });
    }

    /// What may be shown of the result of a run.
    RunResult visible(RunResult result) {
        return hidesTest() ? result.withoutTest() : result;
    }

    /// What may be saved of a model.
    TrainedModel visible(TrainedModel model) {
        return hidesTest() ? model.withoutTest() : model;
    }

    /// What may be shown of a sweep.
    SweepTable visible(SweepTable table) {
        return hidesTest() ? table.withoutTest() : table;
    }

    /// Opens the database, for what may be saved of a run.
    Optional<RunRecorder> recorder(RecordOptions record, Console console) {
        Optional<RunRecorder> recorder = record.recorder(console);
        recorder.ifPresent(open -> open.omitTest(hidesTest()));
        return recorder;
    }

    private boolean hidesTest() {
        return lesson().filter(LessonStep::hidesTest).isPresent();
    }

    /// The seeds to train with: `given`, those of the preset, or one.
    int repeats(@Nullable Integer given) {
        return given != null ? given : preset().map(Preset::repeats).orElse(1);
    }

    Optional<Preset> preset() {
        return Optional.ofNullable(source.preset).map(Presets::named);
    }

    /// The run that the options describe; throws [mlpexplorer.data.io.UserError] if it is invalid.
    RunStart start() {
        Optional<LessonStep> lesson = lesson();
        RunStart base =
                lesson.map(at -> new RunStart(at.lesson().spec(at.step())))
                        .or(() -> preset().map(Preset::start))
                        .orElseGet(this::fileOrDefault);
        SpecFolder place =
                source.model == null ? SpecFolder.working() : SpecFolder.of(source.model);
        RunSpec spec = place.absolute(SpecJson.set(base.spec(), settings));
        if (base.resumed().isPresent()) {
            requireOnlyTraining(place.absolute(base.spec()), spec);
            return new RunStart(spec, base.weights(), base.resumed());
        }
        RunStart start = new RunStart(spec, given(spec).or(base::weights));
        lesson.ifPresent(at -> at.requireAllowed(start));
        return start;
    }

    private void requireOnlyTraining(RunSpec model, RunSpec spec) {
        if (!spec.withTraining(model.training()).equals(model)) {
            throw UserError.input(
                    "A training can only be continued with the data, network and seeds of its"
                            + " model; to train "
                            + source.model
                            + " on others, use --weights "
                            + source.model
                            + ".");
        }
        if (weights != null) {
            throw UserError.input("--model and --weights cannot be used together.");
        }
    }

    private RunStart fileOrDefault() {
        if (source.model != null) {
            return ModelFile.read(source.model).start();
        }
        return new RunStart(
                Optional.ofNullable(source.file).map(SpecJson::read).orElseGet(RunSpec::new));
    }

    private Optional<Parameters> given(RunSpec spec) {
        return Optional.ofNullable(weights)
                .map(file -> {
                    Parameters shape = RunStart.shape(spec);
                    return file.toString().endsWith(".json")
                            ? WeightsJson.read(file, shape)
                            : Npz.read(file, shape);
                });
    }
}
