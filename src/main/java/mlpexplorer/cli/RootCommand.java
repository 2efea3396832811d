package mlpexplorer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program without a verb.
@Command(
        name = Cli.NAME,
        version = Cli.NAME + " " + Cli.VERSION,
        mixinStandardHelpOptions = true,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        description = "Trains and examines small neural networks. Without arguments, or with a file "
                + "called ….mlpx.json, it opens the window.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:done", " 1:diverged or failed", " 2:wrong usage", " 3:bad input"})
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing; " + Failures.verbs(spec.commandLine()));
    }
}
