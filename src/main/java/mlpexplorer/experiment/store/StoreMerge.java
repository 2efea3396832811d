package mlpexplorer.experiment.store;

import mlpexplorer.data.io.UserError;

import org.jdbi.v3.core.Handle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Copies the runs of other stores into a store, with the rows of all tables. A run that is already
/// there, recognized by its fingerprint, process and time, is left as it is. Deleted runs and runs
/// that have not ended are not copied.
public final class StoreMerge {
    private static final String SOURCE = "source";

    private static final String WHERE_COPIED = " WHERE deleted IS NULL AND state <> 'running'";

    private final List<Path> sources;

    private StoreMerge(List<Path> sources) {
        this.sources = List.copyOf(sources);
    }

    /// What a merge did.
    ///
    /// @param added copied runs
    /// @param known runs that were already there
    /// @param running runs that have not ended
    public record Result(int added, int known, int running) {
        Result plus(Result other) {
            return new Result(added + other.added, known + other.known, running + other.running);
        }
    }

    /// A merge of `sources`. Throws [UserError] if one of them is missing, is damaged, is not a
    /// store, or has tables of another version.
    public static StoreMerge of(List<Path> sources) {
        for (Path source : sources) {
            if (Files.notExists(source)) {
                throw UserError.input(source + " cannot be read: there is no such file or folder.");
            }
            if (!Files.isRegularFile(source)) {
                throw UserError.input(
                        "The file " + source + " is not a run database; name another file.");
            }
            StoreFile.requireCurrent(source);
        }
        return new StoreMerge(sources);
    }

    /// Merges the sources into `target`, each completely or not at all. Throws [UserError] if one
    /// of them is `target` itself, before the first is merged.
    public Result into(RunStore target) {
        Path file =
                target.read(handle ->
                        Path.of(
                                handle.createQuery(
                                                "SELECT file FROM pragma_database_list WHERE name ="
                                                        + " 'main'")
                                        .mapTo(String.class)
                                        .one()));
        for (Path source : sources) {
            try {
                if (Files.isSameFile(file, source)) {
                    throw UserError.input(
                            "The run database " + source + " cannot be merged into itself.");
                }
            } catch (IOException e) {
                throw UserError.unreadable(source, e);
            }
        }
        return sources.stream()
                .map(source -> merge(target, source))
                .reduce(new Result(0, 0, 0), Result::plus);
    }

    private static Result merge(RunStore target, Path source) {
        return target.read(handle -> {
            handle.execute("ATTACH ? AS " + SOURCE, StoreFile.readOnly(source));
            try {
                return StoreFile.transact(handle, StoreMerge::copy);
            } finally {
                handle.execute("DETACH " + SOURCE);
                StoreFile.removeLog(source);
            }
        });
    }

    private static Result copy(Handle handle) {
        List<Table> tables = tables(handle);
        Map<Long, Long> ids = new HashMap<>();
        int added = 0;
        List<Long> all =
                handle.createQuery("SELECT id FROM source.run" + WHERE_COPIED + " ORDER BY id")
                        .mapTo(Long.class)
                        .list();
        for (long id : all) {
            Optional<Long> known = known(handle, id);
            if (known.isPresent()) {
                ids.put(id, known.get());
            } else {
                ids.put(id, run(handle, id, ids));
                tables.forEach(table -> table.copy(handle, id, ids.get(id)));
                added++;
            }
        }
        int running =
                handle.createQuery(
                                "SELECT count(*) FROM source.run WHERE deleted IS NULL AND state ="
                                        + " 'running'")
                        .mapTo(int.class)
                        .one();
        return new Result(added, all.size() - added, running);
    }

    private static Optional<Long> known(Handle handle, long id) {
        return handle.createQuery(
                        """
                        SELECT known.id FROM main.run AS known JOIN source.run AS other
                        ON known.fingerprint = other.fingerprint AND known.started = other.started AND known.process = other.process
                        WHERE other.id = :id\
                        """)
                .bind("id", id)
                .mapTo(Long.class)
                .findFirst();
    }

    /// Parents have smaller ids than their forks. The parent of a run may not be copied.
    private static long run(Handle handle, long id, Map<Long, Long> ids) {
        List<String> columns = columns(handle, "run");
        columns.removeAll(List.of("id", "parent"));
        String names = String.join(", ", columns);
        Optional<Long> parent =
                handle.createQuery("SELECT parent FROM source.run WHERE id = :id")
                        .bind("id", id)
                        .map((row, _) -> Optional.ofNullable(ids.get(row.getLong("parent"))))
                        .one();
        return handle.createQuery(
                        "INSERT INTO main.run (parent, "
                                + names
                                + ") SELECT :parent, "
                                + names
                                + " FROM source.run WHERE id = :id RETURNING id")
                .bind("parent", parent)
                .bind("id", id)
                .mapTo(long.class)
                .one();
    }

    /// The tables with rows of runs.
    private static List<Table> tables(Handle handle) {
        List<Table> tables = new ArrayList<>();
        List<String> names =
                handle.createQuery(
                                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name"
                                        + " NOT IN ('run', 'sqlite_sequence') ORDER BY name")
                        .mapTo(String.class)
                        .list();
        for (String name : names) {
            List<String> columns = columns(handle, name);
            columns.remove("run");
            tables.add(new Table(name, String.join(", ", columns)));
        }
        return tables;
    }

    /// The columns of a table, without the generated ones.
    private static List<String> columns(Handle handle, String table) {
        return new ArrayList<>(
                handle.createQuery("SELECT name FROM pragma_table_info(:table, 'main')")
                        .bind("table", table)
                        .mapTo(String.class)
                        .list());
    }

    /// A table whose column `run` is the id of a run.
    ///
    /// @param columns its other columns, separated by commas
    private record Table(String name, String columns) {
        void copy(Handle handle, long from, long to) {
            handle.execute(
                    "INSERT INTO main."
                            + name
                            + " (run, "
                            + columns
                            + ") SELECT ?, "
                            + columns
                            + " FROM source."
                            + name
                            + " WHERE run = ?",
                    to,
                    from);
        }
    }
}
