package mlpexplorer.experiment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// The tables of a store, and migrations from older versions. `user_version` counts the applied migrations.
final class StoreSchema {
    private static final List<String> STEPS = List.of("schema-1.sql", "schema-2.sql", "schema-3.sql", "schema-4.sql");
    /// `MLPX`, the application id of the database.
    private static final int APPLICATION = 0x4d4c5058;

    private StoreSchema() {}

    /// Throws [StoreProblem] if the database belongs to another program or a newer version.
    static void requireKnown(Handle handle, Path file) {
        boolean empty = number(handle, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && number(handle, "PRAGMA application_id") != APPLICATION) {
            throw new StoreProblem(StoreProblem.Kind.FOREIGN, "The file " + file + " is a database of another program, not a run store.");
        }
        if (version(handle) > STEPS.size()) {
            throw new StoreProblem(
                    StoreProblem.Kind.FROM_THE_FUTURE,
                    "The run store " + file + " was written by a newer version of this program (its version is " + version(handle)
                            + ", the newest supported version is " + STEPS.size() + ").");
        }
    }

    /// Applies missing migrations atomically.
    static void migrate(Handle handle, Path file) {
        if (version(handle) == STEPS.size()) {
            return;
        }
        Transaction.in(handle, inside -> {
            // Another program may have migrated it meanwhile.
            requireKnown(inside, file);
            for (int step = version(inside); step < STEPS.size(); step++) {
                inside.createScript(text(STEPS.get(step))).execute();
            }
            inside.execute("PRAGMA application_id = " + APPLICATION);
            return inside.execute("PRAGMA user_version = " + STEPS.size());
        });
    }

    private static int version(Handle handle) {
        return number(handle, "PRAGMA user_version");
    }

    private static int number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(int.class).one();
    }

    private static String text(String name) {
        String place = "/mlpexplorer/store/" + name;
        try (InputStream in = Objects.requireNonNull(StoreSchema.class.getResourceAsStream(place), place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
