package mlpexplorer.cli;

import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// The options that select the run database, or none.
final class RecordOptions {
    @ArgGroup private Choice choice = new Choice();

    private static final class Choice {
        @Option(
                names = "--store",
                paramLabel = "FILE",
                description =
                        "Save runs in this database (default: runs.db in the user's data folder).")
        private @Nullable Path file;

        @Option(names = "--no-store", description = "Do not save runs in a database.")
        private boolean none;
    }

    /// Opens the database in the background, and prints its messages as they come.
    Optional<RunRecorder> recorder(Console console) {
        return choice.none
                ? Optional.empty()
                : Optional.of(
                        new RunRecorder(
                                Optional.ofNullable(choice.file).orElseGet(RunStore::defaultFile),
                                console::message));
    }
}
