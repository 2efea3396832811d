package mlpexplorer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mlpexplorer.experiment.Preset;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.LocalCores;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepCsv;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sweep`: the same run under each combination of some values, and with several seeds.
@Command(
        name = "sweep",
        description = "Train every combination of some values with one or more seeds, on all processors, and compare the results.")
final class SweepCommand implements Callable<Integer> {
    private final Streams streams;
    private final SweepPictures pictures;

    @Mixin
    private SpecOptions options = new SpecOptions();

    @Option(
            names = "--axis",
            paramLabel = "PATH=V1,V2,...",
            description = "Setting to vary and its values, for example model.hidden=1,2,4,8 or [8],[8,8]. Ranges: 1..8,"
                    + " 0.001..1 log 4, 0..1 linear 5. May be repeated. Some presets have axes.")
    private List<String> axes = new ArrayList<>();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Runs per combination, each with its own seeds of initial weights and batches (default: 1).")
    private int repeats = 1;

    @Option(names = "--jobs", paramLabel = "N", description = "Number of runs at a time (default: the number of processors).")
    private int jobs = Math.min(LocalCores.MAX_JOBS, Runtime.getRuntime().availableProcessors());

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write a CSV table with one line per run.")
    private @Nullable Path file;

    @Option(
            names = "--sheet",
            paramLabel = "FILE.png",
            description = "Draw the decision boundaries of all combinations side by side; needs no display.")
    private @Nullable Path picture;

    @Mixin
    private LookOptions look = new LookOptions();

    @Mixin
    private RecordOptions record = new RecordOptions();

    @Option(names = "--resume", description = "Reuse runs that are already in the database, and train the rest.")
    private boolean resume;

    @Option(names = "--json", description = "Print the result as a JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Print only errors and the output of --json.")
    private boolean quiet;

    @Spec
    private CommandSpec command;

    SweepCommand(Streams streams, SweepPictures pictures) {
        this.streams = streams;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        requireUsage();
        Sweep sweep = sweep();
        if (file != null) {
            SweepCsv.requireWritable(file);
        }
        RunPictures.Look wanted = look.look();
        Optional<SheetFile> sheet =
                picture == null ? Optional.empty() : Optional.of(new SheetFile(picture, sweep, wanted, pictures));
        if (!quiet && !json) {
            streams.out().println(SweepReport.subject(sweep, jobs));
            streams.out().flush();
        }
        try (Interrupt interrupt = new Interrupt()) {
            long began = System.nanoTime();
            SweepTable table = run(sweep, sheet, interrupt::asked);
            if (file != null) {
                SweepCsv.write(table, file);
            }
            double seconds = (System.nanoTime() - began) * 1e-9;
            if (sheet.isPresent()) {
                sheet.get().write(table);
            }
            conclude(new SweepReport(table, seconds));
        }
        return ExitCode.DONE;
    }

    private void requireUsage() {
        if (jobs < 1 || jobs > LocalCores.MAX_JOBS) {
            throw new ParameterException(
                    command.commandLine(), "--jobs is " + jobs + ", but must be from 1 to " + LocalCores.MAX_JOBS + ".");
        }
    }

    /// Throws if any of its runs cannot be.
    private Sweep sweep() {
        RunStart start = options.start();
        List<String> chosen = axes.isEmpty() ? options.preset().map(Preset::axes).orElse(List.of()) : axes;
        if (chosen.isEmpty() && repeats == 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is nothing to vary; add an axis, for example --axis model.hidden=1,2,4,8, or set --repeats.");
        }
        Sweep sweep = new Sweep(start, chosen.stream().map(Axis::parse).toList(), repeats);
        sweep.plan();
        return sweep;
    }

    private SweepTable run(Sweep sweep, Optional<SheetFile> sheet, BooleanSupplier stopAsked) {
        try (SweepKeeping keeping = new SweepKeeping(record.recorder(), resume, streams.err());
                TerminalLine terminal = new TerminalLine(streams.err(), !quiet)) {
            SweepRunner runner = new SweepRunner(new LocalCores(jobs), keeping, System::nanoTime);
            return runner.run(sweep, stopAsked, (run, result, progress) -> {
                sheet.ifPresent(wanted -> wanted.add(run, result));
                terminal.show(() -> SweepReport.line(progress));
            });
        }
    }

    private void conclude(SweepReport report) {
        if (json) {
            streams.out().println(report.json());
        } else if (!quiet) {
            report.lines().forEach(streams.out()::println);
            Stream.of(Optional.ofNullable(file), Optional.ofNullable(picture)).flatMap(Optional::stream)
                    .forEach(written -> streams.out().println("written to " + written));
        }
        streams.out().flush();
    }
}
