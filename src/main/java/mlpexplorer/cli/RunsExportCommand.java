package mlpexplorer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        description = "Write spec.json and metrics.csv of runs, model.npz of runs that have ended, and initial.npz of runs with"
                + " given initial weights.")
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
            description = "The folder for the files; several runs get a folder run-NUMBER each.")
    private Path folder;

    RunsExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (RunStore open = store.open(streams.err())) {
            List<Long> ids = names.stream().map(name -> StoredRun.named(open, name).id()).distinct().toList();
            for (long id : ids) {
                Path target = ids.size() == 1 ? folder : folder.resolve("run-" + id);
                new RunExport(target).write(open.spec(id), open.metrics(id), weights(open, id));
                streams.out().println("run " + id + " written to " + target);
            }
        }
        return ExitCode.DONE;
    }

    /// By the names of their files.
    private static Map<String, byte[]> weights(RunStore store, long id) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        store.initialWeights(id).ifPresent(npz -> files.put(RunExport.INITIAL, npz));
        store.weights(id).ifPresent(npz -> files.put(RunExport.MODEL, npz));
        return files;
    }
}
