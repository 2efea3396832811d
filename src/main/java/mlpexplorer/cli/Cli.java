package mlpexplorer.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.SweepPictures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/// The command line of the program.
@Command(
        name = Cli.NAME,
        versionProvider = Cli.Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "Train and examine small neural networks. Without arguments, or with a file "
                + "named ….mlpx.json, open the window.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:success", " 1:the run diverged, or an error occurred", " 2:invalid usage", " 3:invalid input"})
public final class Cli {
    static final String NAME = "mlp-explorer";

    private Cli() {}

    @Command(name = "runs", description = "Browse the database of runs.")
    private static final class Runs {}

    @Command(name = "data", description = "Inspect and generate datasets.")
    private static final class Data {}

    /// The version in the manifest of the program's archive; there is none where it runs from compiled classes.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {NAME + " " + (version == null ? "(development)" : version)};
        }
    }

    /// Runs the command in `args` and returns the exit code: 0 done, 1 diverged or failed, 2 usage, 3 bad input. An error is
    /// one line on `err`.
    ///
    /// @param pictures draws for the command `snapshot`; not touched before
    /// @param sheets   draws for `sweep --sheet`; not touched before
    public static int run(String[] args, PrintStream out, PrintStream err, RunPictures pictures, SweepPictures sheets) {
        Streams streams = new Streams(out, err);
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new TrainCommand(streams))
                .addSubcommand(new SweepCommand(streams, sheets))
                .addSubcommand(new CheckCommand(streams))
                .addSubcommand(new SnapshotCommand(streams, pictures))
                .addSubcommand(new CommandLine(new Runs())
                        .addSubcommand(new RunsListCommand(streams))
                        .addSubcommand(new RunsShowCommand(streams))
                        .addSubcommand(new RunsExportCommand(streams))
                        .addSubcommand(new RunsDeleteCommand(streams))
                        .addSubcommand(new RunsDiffCommand(streams)))
                .addSubcommand(new PresetsCommand(streams))
                .addSubcommand(new CommandLine(new Data())
                        .addSubcommand(new DataGenerateCommand(streams))
                        .addSubcommand(new DataInspectCommand(streams)));
        Failures failures = new Failures(err);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((e, _) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, _, _) -> failures.failed(e));
        int code = execute(line, args, failures);
        out.flush();
        err.flush();
        return code;
    }

    private static int execute(CommandLine line, String[] args, Failures failures) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory();
        }
    }
}
