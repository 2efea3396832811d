package mlpexplorer.cli;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.experiment.Presets.Preset;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.StoredSweepRuns;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.LocalSweepExecutor;
import mlpexplorer.experiment.sweep.PlannedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepCsv;
import mlpexplorer.experiment.sweep.SweepExecutor;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.experiment.sweep.SweepTable.SweepRow;
import mlpexplorer.nn.Parameters;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// `sweep`: trains a run with each combination of values, and with several seeds.
@Command(
        name = "sweep",
        description =
                "Train every combination of some values with one or more seeds, on all processors,"
                        + " and compare the results.")
final class SweepCommand implements Callable<Integer> {
    private final Console console;
    private final SweepPictures pictures;
    private final SweepBackend backend;

    @Mixin private SpecOptions options = new SpecOptions();

    @Option(
            names = "--axis",
            paramLabel = "PATH=V1,V2,...",
            description =
                    "Setting to vary and its values, for example model.hidden=1,2,4,8 or [8],[8,8]."
                            + " Ranges: 1..8, 0.001..1 log 4, 0..1 linear 5. May be repeated. Some"
                            + " presets have axes.")
    private List<String> axes = new ArrayList<>();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description =
                    "Runs per combination, each with its own seeds of initial weights and batches"
                            + " (default: 1, or those of the preset).")
    private @Nullable Integer repeats;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description =
                    "k-fold cross-validation: train each combination on each of K folds, and print"
                            + " the mean and deviation over them. See also data.stratify.")
    private @Nullable Integer folds;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Train only part I of N: of the runs in the order of --out, run I and every"
                            + " N-th after it. Give each shard a --store, and join them with runs"
                            + " merge.")
    private @Nullable String shard;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Number of runs at a time (default: the number of processors).")
    private @Nullable Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Write a CSV table with one line per run.")
    private @Nullable Path file;

    @Option(
            names = "--sheet",
            paramLabel = "FILE.png|FILE.svg",
            description =
                    "Draw the decision boundaries of all combinations side by side; needs no"
                            + " display.")
    private @Nullable Path picture;

    @Mixin private RenderOptions look = new RenderOptions();

    @Mixin private RecordOptions record = new RecordOptions();

    @Option(
            names = "--resume",
            description = "Reuse runs that are already in the database, and train the rest.")
    private boolean resume;

    @Option(names = "--json", description = "Print the result as a JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Print only errors and the output of --json.")
    private boolean quiet;

    @Spec private CommandSpec command;

    SweepCommand(Console console, SweepPictures pictures, SweepBackend backend) {
        this.console = console;
        this.pictures = pictures;
        this.backend = backend;
    }

    @Override
    public Integer call() throws IOException {
        requireUsage();
        Sweep sweep = sweep();
        if (file != null) {
            SweepCsv.requireWritable(file);
        }
        boolean vectors = picture != null && picture.toString().endsWith(".svg");
        RunPictures.Look wanted =
                look.look(vectors ? RunPictures.Format.SVG : RunPictures.Format.PNG);
        Optional<SheetFile> sheet =
                picture == null
                        ? Optional.empty()
                        : Optional.of(new SheetFile(picture, sweep, wanted, pictures));
        if (!quiet) {
            explainTables(sweep);
        }
        Optional<Integer> atOnce = Optional.ofNullable(jobs);
        SweepExecutor executor = backend.executor(atOnce, console::message);
        if (!quiet && !json) {
            console.out()
                    .println(SweepReport.subject(sweep, backend.description(atOnce, sweep.runs())));
            console.out().flush();
        }
        try (ShutdownSignal interrupt = new ShutdownSignal()) {
            long began = System.nanoTime();
            SweepTable table = options.visible(run(sweep, executor, sheet, interrupt::asked));
            if (file != null) {
                SweepCsv.write(table, file);
            }
            double seconds = (System.nanoTime() - began) * 1e-9;
            if (sheet.isPresent()) {
                sheet.get().write(table);
            }
            printResult(new SweepReport(table, seconds));
        }
        return ExitCode.DONE;
    }

    private void requireUsage() {
        if (jobs != null && (jobs < 1 || jobs > LocalSweepExecutor.MAX_JOBS)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--jobs is "
                            + jobs
                            + ", but must be from 1 to "
                            + LocalSweepExecutor.MAX_JOBS
                            + ".");
        }
    }

    /// Throws if one of the runs is invalid.
    private Sweep sweep() {
        RunStart start = options.start();
        List<String> chosen =
                axes.isEmpty() ? options.preset().map(Preset::axes).orElse(List.of()) : axes;
        int seeds = options.repeats(repeats);
        if (chosen.isEmpty() && seeds == 1 && folds == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is nothing to vary; add an axis, for example --axis"
                            + " model.hidden=1,2,4,8, or set --repeats or --folds.");
        }
        Sweep sweep =
                new Sweep(
                        start,
                        chosen.stream().map(Axis::parse).toList(),
                        seeds,
                        Optional.ofNullable(folds),
                        shard == null ? Sweep.Shard.ALL : Sweep.Shard.parse(shard));
        List<PlannedRun> planned = sweep.plan();
        options.lesson()
                .ifPresent(step -> planned.forEach(run -> step.requireAllowed(run.start())));
        return sweep;
    }

    /// Prints the notes about the CSV files of the sweep, unless a file is missing because all runs
    /// are cached.
    private void explainTables(Sweep sweep) {
        sweep.plan().stream()
                .map(run -> run.start().spec().data())
                .distinct()
                .filter(data -> data instanceof DataSpec.Csv && DataLoader.missing(data).isEmpty())
                .forEach(data -> console.explain(DataLoader.load(data, 0)));
    }

    private SweepTable run(
            Sweep sweep,
            SweepExecutor executor,
            Optional<SheetFile> sheet,
            BooleanSupplier stopAsked) {
        try (SweepRecording recording =
                        new SweepRecording(options.recorder(record, console), resume);
                TerminalLine terminal = new TerminalLine(console.terminal(), !quiet)) {
            SweepRunner runner = new SweepRunner(executor, recording, System::nanoTime);
            return runner.run(
                    sweep,
                    stopAsked,
                    (run, result, progress) -> {
                        sheet.ifPresent(wanted -> wanted.add(run, result));
                        terminal.show(() -> SweepReport.line(progress));
                    });
        }
    }

    private void printResult(SweepReport report) {
        if (json) {
            console.out().println(report.json());
        } else if (!quiet) {
            report.lines().forEach(console.out()::println);
            Stream.of(Optional.ofNullable(file), Optional.ofNullable(picture))
                    .flatMap(Optional::stream)
                    .forEach(written -> console.out().println("written to " + written));
        }
        console.out().flush();
    }

    /// The cores of this machine.
    static final class LocalBackend implements SweepBackend {
        @Override
        public SweepExecutor executor(Optional<Integer> jobs, Consumer<String> messages) {
            return jobs.map(LocalSweepExecutor::new).orElseGet(LocalSweepExecutor::new);
        }

        @Override
        public String description(Optional<Integer> jobs, int runs) {
            int most =
                    Math.min(
                            LocalSweepExecutor.MAX_JOBS,
                            Runtime.getRuntime().availableProcessors());
            return Math.min(jobs.orElse(most), runs) + " at a time";
        }
    }

    /// Saves the contact sheet of a sweep. Collects the weights of one run per cell during the
    /// sweep.
    private static final class SheetFile {
        private final Path file;
        private final RunPictures.Look look;
        private final SweepPictures pictures;
        private final Map<Integer, Pictured> byCell = new HashMap<>();

        private record Pictured(SweepRow row, Parameters weights) {}

        /// Creates the folder of `file`; throws before training if `sweep` cannot be drawn or the
        /// file cannot be written.
        SheetFile(Path file, Sweep sweep, RunPictures.Look look, SweepPictures pictures) {
            SweepPictures.requireDrawable(sweep);
            AtomicFile.requireFile(file, "a contact sheet is a file, for example sheet.png");
            this.file = file.toAbsolutePath();
            this.look = look;
            this.pictures = pictures;
        }

        /// Keeps the weights if they are those of [SweepCell#pictured] among the finished runs.
        void add(PlannedRun run, FinishedRun result) {
            Pictured fresh = new Pictured(SweepRow.of(run, result), result.parameters());
            byCell.merge(
                    run.cell(),
                    fresh,
                    BinaryOperator.minBy(
                            Comparator.comparing(Pictured::row, SweepCell.PICTURED_FIRST)));
        }

        void write(SweepTable table) throws IOException {
            byte[] bytes = pictures.sheet(table, this::weights, look);
            AtomicFile.write(file, out -> out.write(bytes));
        }

        private Optional<Parameters> weights(int index) {
            return byCell.values().stream()
                    .filter(run -> run.row.run().index() == index)
                    .map(Pictured::weights)
                    .findFirst();
        }
    }

    /// Records the runs of a sweep in the database and, with `--resume`, reads finished ones from
    /// it.
    private static final class SweepRecording implements RunCache, AutoCloseable {
        private static final List<String> TAGS = List.of("sweep");

        private final Optional<RunRecorder> recorder;
        private final RunCache stored;
        private final boolean resume;

        /// @param recorder closed after the sweep
        SweepRecording(Optional<RunRecorder> recorder, boolean resume) {
            this.recorder = recorder;
            this.stored =
                    recorder.<RunCache>map(open -> new StoredSweepRuns(open, TAGS))
                            .orElse(RunCache.NONE);
            this.resume = resume;
        }

        @Override
        public Optional<FinishedRun> find(RunStart start) {
            return resume ? stored.find(start) : Optional.empty();
        }

        @Override
        public Entry begin(RunStart start, Instant started) {
            return stored.begin(start, started);
        }

        @Override
        public void close() {
            stored.awaitStopped();
            recorder.ifPresent(RunRecorder::close);
        }
    }
}
