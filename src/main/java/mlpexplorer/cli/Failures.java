package mlpexplorer.cli;

import java.io.PrintStream;
import mlpexplorer.data.io.UserError;
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

    /// What could not be told before it began.
    int outOfMemory() {
        print("Out of memory: the limit of this program is " + (Runtime.getRuntime().maxMemory() >> 20) + " MB;"
                + " set the environment variable JAVA_TOOL_OPTIONS=-Xmx8g to allow 8 GB.");
        return ExitCode.FAILED;
    }

    /// `the commands are train, check, …`
    private static String commands(CommandLine line) {
        String names = String.join(", ", line.getSubcommands().keySet());
        return (line.getSubcommands().size() == 1 ? "the command is " : "the commands are ") + names + ".";
    }

    private static String usageSentence(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        String first = e instanceof UnmatchedArgumentException unmatched ? unmatched.getUnmatched().getFirst() : "-";
        if (!first.startsWith("-") && !line.getSubcommands().isEmpty()) {
            return "\"" + first + "\" is not a command of " + command + "; " + commands(line);
        }
        String sentence = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        if (sentence.equals("Missing required subcommand")) {
            return "A command is missing; " + commands(line);
        }
        return sentence.endsWith(".") ? sentence : sentence + "; see " + command + " --help.";
    }

    private void print(String sentence) {
        err.println(Cli.NAME + ": " + sentence.replaceAll("\\R+", " "));
    }
}
