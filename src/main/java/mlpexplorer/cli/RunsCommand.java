package mlpexplorer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `runs` without a verb of its own.
@Command(name = "runs", description = "Looks through the database of runs.")
final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing; " + Failures.verbs(spec.commandLine()));
    }
}
