package mlpexplorer.cli;

import java.time.Instant;
import java.util.List;
import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `runs delete`.
@Command(name = "delete", description = "Delete runs, or restore the runs deleted last; after a week they are gone for good.")
final class RunsDeleteCommand implements Runnable {
    private final Streams streams;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    private static final class Which {
        @Parameters(paramLabel = "RUN", arity = "1..*", description = StoredRun.NAMES)
        private @Nullable List<String> names;

        @Option(names = "--filter", paramLabel = "TEXT", description = "Delete all runs that match the filter.")
        private @Nullable String filter;

        @Option(names = "--undo", description = "Restore the runs that were deleted last.")
        private boolean undo;
    }

    RunsDeleteCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        try (RunStore open = store.openToChange(streams.err())) {
            if (which.undo) {
                List<Long> last = open.lastDeleted();
                open.restore(last);
                streams.out().println(last.isEmpty() ? "nothing to restore" : "restored " + Numbers.count(last.size(), "run"));
            } else {
                List<Long> ids = chosen(open);
                open.delete(ids, Instant.now());
                streams.out().println("deleted " + Numbers.count(ids.size(), "run")
                        + (ids.isEmpty() ? "" : "; runs delete --undo restores " + (ids.size() == 1 ? "it" : "them")));
            }
        }
    }

    private List<Long> chosen(RunStore open) {
        if (which.filter != null) {
            return open.list().stream().filter(new RunFilter(which.filter)).map(RunSummary::id).toList();
        }
        List<String> names = which.names == null ? List.of() : which.names;
        return names.stream().map(name -> StoredRun.named(open, name).id()).distinct().toList();
    }
}
