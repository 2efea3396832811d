package mlpexplorer.cli;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.SweepPictures;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The command line of the program.
@Command(
        name = Cli.NAME,
        versionProvider = Cli.Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description =
                "Train and examine small neural networks. Without arguments, with a .mlpx.json"
                        + " file, or with --model and a model file, open the window.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:success",
            " 1:the run diverged, or an error occurred",
            " 2:invalid usage",
            " 3:invalid input"
        })
public final class Cli {
    static final String NAME = "mlp-explorer";

    private Cli() {}

    /// The version in the manifest of the jar; unknown if the program runs from compiled classes.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {NAME + " " + (version == null ? "(development)" : version)};
        }
    }

    /// Runs the command in `args` and returns the exit code: 0 done, 1 diverged or failed, 2 usage,
    /// 3 bad input. An error is one line on `err`.
    ///
    /// @param pictures draws the pictures of `snapshot`; not used by other commands
    /// @param sheets draws the contact sheet of `sweep --sheet`; not used by other commands
    public static int run(
            String[] args,
            PrintStream out,
            PrintStream err,
            RunPictures pictures,
            SweepPictures sheets) {
        Console console = new Console(out, err);
        SweepBackend backend = new SweepCommand.LocalBackend();
        return run(
                new CommandLine(new Cli())
                        .addSubcommand(new TrainCommand(console))
                        .addSubcommand(new SweepCommand(console, sheets, backend))
                        .addSubcommand(new CheckCommand(console))
                        .addSubcommand(new RateRangeCommand(console))
                        .addSubcommand(new PredictCommand.Predict(console))
                        .addSubcommand(new PredictCommand.Evaluate(console))
                        .addSubcommand(new SnapshotCommand(console, pictures))
                        .addSubcommand(RunsCommand.of(console, pictures))
                        .addSubcommand(new PresetsCommand(console))
                        .addSubcommand(new LessonsCommand(console))
                        .addSubcommand(new GradeCommand(console))
                        .addSubcommand(DataCommand.of(console)),
                args,
                out,
                err);
    }

    /// Runs the only command `sweep` on `backend`, otherwise like [#run].
    public static int runSweep(
            String[] args,
            PrintStream out,
            PrintStream err,
            SweepPictures sheets,
            SweepBackend backend) {
        Console console = new Console(out, err);
        return run(
                new CommandLine(new Cli())
                        .addSubcommand(new SweepCommand(console, sheets, backend)),
                args,
                out,
                err);
    }

    private static int run(CommandLine line, String[] args, PrintStream out, PrintStream err) {
        ErrorReporter failures = new ErrorReporter(new Console(out, err).err());
        line.setOut(new PrintWriter(out, true, out.charset()));
        line.setErr(new PrintWriter(err, true, err.charset()));
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, Cli::path);
        line.setParameterExceptionHandler((e, _) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, _, _) -> failures.failed(e));
        int code = execute(line, args, failures);
        out.flush();
        err.flush();
        return code;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(UserError.noPath(e).getMessage());
        }
    }

    private static int execute(CommandLine line, String[] args, ErrorReporter failures) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory();
        }
    }

    /// Turns exceptions into one line on stderr and an exit code.
    private static final class ErrorReporter {
        private static final System.Logger LOG = System.getLogger(ErrorReporter.class.getName());

        private final PrintStream err;

        ErrorReporter(PrintStream err) {
            this.err = err;
        }

        int usage(ParameterException e) {
            print(usageMessage(e));
            return ExitCode.USAGE;
        }

        int failed(Exception e) {
            if (e instanceof InvalidPathException path) {
                return failed(UserError.noPath(path));
            }
            if (!(e instanceof UserError known)) {
                LOG.log(System.Logger.Level.DEBUG, "Unexpected failure", e);
                print("Unexpected failure: " + e);
                return ExitCode.FAILED;
            }
            print(String.valueOf(known.getMessage()));
            return switch (known.category()) {
                case USAGE -> ExitCode.USAGE;
                case INPUT -> ExitCode.BAD_INPUT;
                case FAILURE -> ExitCode.FAILED;
            };
        }

        int outOfMemory() {
            print(
                    "Out of memory: the limit of this program is "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB; set the environment variable JAVA_TOOL_OPTIONS=-Xmx8g to allow"
                            + " 8 GB.");
            return ExitCode.FAILED;
        }

        /// `the commands are train, check, …`
        private static String commands(CommandLine line) {
            String names = String.join(", ", line.getSubcommands().keySet());
            return (line.getSubcommands().size() == 1 ? "the command is " : "the commands are ")
                    + names
                    + ".";
        }

        private static String usageMessage(ParameterException e) {
            CommandLine line = e.getCommandLine();
            String command = line.getCommandSpec().qualifiedName();
            String first =
                    e instanceof UnmatchedArgumentException unmatched
                            ? unmatched.getUnmatched().getFirst()
                            : "-";
            if (!first.startsWith("-") && !line.getSubcommands().isEmpty()) {
                return "\"" + first + "\" is not a command of " + command + "; " + commands(line);
            }
            String message = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
            if (message.equals("Missing required subcommand")) {
                return "A command is missing; " + commands(line);
            }
            return message.endsWith(".") ? message : message + "; see " + command + " --help.";
        }

        private void print(String message) {
            err.println(Cli.NAME + ": " + UserError.shortened(message.replaceAll("\\R+", " ")));
        }
    }
}
