package mlpexplorer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `runs export`.
@Command(
        name = "export",
        description = "Writes spec.json and metrics.csv of runs, and model.npz where the run has ended.")
final class RunsExportCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "RUN", arity = "1..*", description = StoredRun.NAMES)
    private List<String> names;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder for the files; of several runs each gets a folder run-NUMBER in it.")
    private Path folder;

    RunsExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (RunStore open = store.open()) {
            List<Long> ids = names.stream().map(name -> StoredRun.named(open, name).id()).distinct().toList();
            for (long id : ids) {
                Path target = ids.size() == 1 ? folder : folder.resolve("run-" + id);
                new RunExport(target).write(open.spec(id), open.metrics(id), open.weights(id));
                streams.out().println("run " + id + " written to " + target);
            }
        }
        return ExitCode.DONE;
    }
}
