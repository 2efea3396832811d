package mlpexplorer.cli;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.store.RunStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The option that selects the run database.
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "Database of runs (default: runs.db in the user's data folder).")
    private @Nullable Path file;

    Path path() {
        return Optional.ofNullable(file).orElseGet(RunStore::defaultFile);
    }

    /// The store for commands that only read: a file given as an option must exist; a missing
    /// default file counts as empty. Notes about the store are printed on `err`.
    RunStore open(PrintStream err) {
        RunStore store = open();
        store.notice().ifPresent(message -> err.println(Cli.NAME + ": " + message));
        return store;
    }

    /// The store for commands that modify it.
    RunStore openToChange(PrintStream err) {
        return toChange(open(), err);
    }

    /// The store for commands that add runs; a missing file is created.
    RunStore openOrCreate(PrintStream err) {
        return toChange(RunStore.open(path()), err);
    }

    private RunStore toChange(RunStore store, PrintStream err) {
        if (!store.isPersistent() && Files.exists(path())) {
            store.close();
            throw UserError.failure(
                    "The run database " + path() + " is read-only, so nothing was changed.");
        }
        store.notice().ifPresent(message -> err.println(Cli.NAME + ": " + message));
        return store;
    }

    private RunStore open() {
        if (file == null && Files.notExists(path())) {
            return RunStore.inMemory();
        }
        if (Files.notExists(path())) {
            throw UserError.input(path() + " cannot be read: there is no such file or folder.");
        }
        return RunStore.open(path());
    }
}
