package mlpexplorer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import mlpexplorer.data.io.InvalidData;
import mlpexplorer.data.io.IoReason;
import mlpexplorer.data.io.Unwritable;
import mlpexplorer.experiment.CannotDraw;
import mlpexplorer.experiment.InvalidSpec;
import mlpexplorer.experiment.filter.InvalidFilter;
import mlpexplorer.experiment.store.StoreProblem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns exceptions into one line on stderr and an exit code.
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    int usage(ParameterException e) {
        print(usageSentence(e));
        return ExitCode.USAGE;
    }

    int failed(Exception e) {
        return switch (e) {
            case InvalidSpec invalid -> {
                print(String.valueOf(invalid.getMessage()));
                yield ExitCode.BAD_INPUT;
            }
            case InvalidFilter invalid -> {
                print(String.valueOf(invalid.getMessage()));
                yield ExitCode.USAGE;
            }
            case InvalidData invalid -> {
                print(String.valueOf(invalid.getMessage()));
                yield ExitCode.BAD_INPUT;
            }
            case BadInput bad -> {
                print(String.valueOf(bad.getMessage()));
                yield ExitCode.BAD_INPUT;
            }
            case StoreProblem problem -> {
                print(String.valueOf(problem.getMessage()));
                yield problem.isAboutTheFile() ? ExitCode.BAD_INPUT : ExitCode.FAILED;
            }
            case CannotDraw unable -> {
                print(unable.getMessage() + ".");
                yield ExitCode.FAILED;
            }
            case Failed failed -> {
                print(String.valueOf(failed.getMessage()));
                yield ExitCode.FAILED;
            }
            case Unwritable unwritable -> {
                print(String.valueOf(unwritable.getMessage()));
                yield ExitCode.FAILED;
            }
            case IOException io -> {
                String file = io instanceof FileSystemException known ? known.getFile() : "the output";
                print(file + " cannot be written: " + IoReason.of(io) + ".");
                yield ExitCode.FAILED;
            }
            default -> {
                LOG.log(System.Logger.Level.DEBUG, "Unexpected failure", e);
                print("Unexpected failure: " + e);
                yield ExitCode.FAILED;
            }
        };
    }

    /// What could not be told before it began.
    int outOfMemory() {
        print("The " + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory that this program has are not enough for that;"
                + " the variable JAVA_TOOL_OPTIONS=-Xmx8g gives it 8 GB.");
        return ExitCode.FAILED;
    }

    /// `the verbs are train, check, …`
    static String verbs(CommandLine line) {
        String names = String.join(", ", line.getSubcommands().keySet());
        return (line.getSubcommands().size() == 1 ? "the verb is " : "the verbs are ") + names + ".";
    }

    private static String usageSentence(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        String first = e instanceof UnmatchedArgumentException unmatched ? unmatched.getUnmatched().getFirst() : "-";
        if (!first.startsWith("-") && !line.getSubcommands().isEmpty()) {
            return "\"" + first + "\" is not a verb of " + command + "; " + verbs(line);
        }
        String sentence = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        return sentence.endsWith(".") ? sentence : sentence + "; see " + command + " --help.";
    }

    private void print(String sentence) {
        err.println(Cli.NAME + ": " + sentence.replaceAll("\\R+", " "));
    }
}
