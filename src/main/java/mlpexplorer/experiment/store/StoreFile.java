package mlpexplorer.experiment.store;

import mlpexplorer.data.io.AppDirectories;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Opens the connection to the file of a store, and renames damaged files.
final class StoreFile {
    private static final String LOG = "-wal";

    /// The suffixes of all files of a SQLite database.
    private static final List<String> PARTS = List.of("", LOG, "-shm");

    /// How long to wait for another program that has locked the file.
    static final int BUSY_MILLIS = 5_000;

    /// The part of a file that contains the definitions of its tables.
    private static final int HEAD_BYTES = 1 << 16;

    /// Where the header of a SQLite database has its application id.
    private static final int APPLICATION_OFFSET = 68;

    private static final String URL = "jdbc:sqlite:";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private StoreFile() {}

    /// A connection to `file`, which is created if necessary; throws [StoreException].
    static Handle open(Path file) {
        return open(file, BUSY_MILLIS);
    }

    static Handle open(Path file, int busyMillis) {
        try {
            Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                AppDirectories.create(folder.get());
            }
            return prepared(connection(file.toAbsolutePath().toUri().toString(), busyMillis), file);
        } catch (IOException | SQLException | RuntimeException e) {
            throw StoreException.of(file, e);
        }
    }

    /// The identity of a file, which another file of the same name does not have; empty if there is
    /// none. Where the system has no identities, all files have the same.
    static Optional<Object> key(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(Objects.requireNonNullElse(key, ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Writes the whole database of `handle`, whose own file is gone, to `file`; throws
    /// [StoreException].
    static void write(Handle handle, Path file) {
        Path part = sibling(file, ".part");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                AppDirectories.create(folder);
            }
            Files.deleteIfExists(part);
            handle.execute("VACUUM INTO ?", part.toString());
            // the log of the old file, if only the file itself was deleted
            for (String rest : List.of(LOG, "-shm")) {
                Files.deleteIfExists(sibling(file, rest));
            }
            Files.move(part, file);
        } catch (IOException | RuntimeException e) {
            part.toFile().delete();
            throw StoreException.of(file, e);
        }
    }

    /// A database in memory.
    static Handle inMemory() {
        try {
            return prepared(connection(":memory:", 0), Path.of("memory"));
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite has no memory.", e);
        }
    }

    /// Whether the file exists, but it or its log is not writable.
    static boolean isReadOnly(Path file) {
        return Files.exists(file)
                && !(Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent()));
    }

    /// A copy of `file` in memory, migrated to the current version; throws [StoreException].
    /// Nothing is written to `file` or its folder, so both can be read-only.
    static Handle copyOf(Path file) {
        try {
            Path folder = Files.createTempDirectory("mlp-explorer-store");
            try {
                for (String part : List.of("", LOG)) {
                    Path from = sibling(file, part);
                    if (Files.exists(from)) {
                        Files.copy(from, folder.resolve(RunStore.FILE + part));
                    }
                }
                return copied(folder.resolve(RunStore.FILE), file);
            } finally {
                for (String part : PARTS) {
                    Files.deleteIfExists(folder.resolve(RunStore.FILE + part));
                }
                Files.delete(folder);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            throw StoreException.of(file, e);
        }
    }

    /// The content of `copy` in memory. The driver's `restore from` does not support quotes in
    /// paths.
    static Handle copied(Path copy, Path file) throws SQLException {
        requireDatabase(copy);
        SQLiteConnection memory = connection(":memory:", 0);
        try {
            int code = memory.getDatabase().restore("main", copy.toString(), (_, _) -> {});
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                memory.getDatabase().throwex(code);
            }
            return prepared(memory, file);
        } catch (SQLException | RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /// Checked first, since restoring from a missing file would give an empty database.
    private static void requireDatabase(Path copy) throws SQLException {
        try (Connection source = connection(copy.toAbsolutePath().toUri().toString(), BUSY_MILLIS);
                Statement statement = source.createStatement()) {
            statement.execute("PRAGMA schema_version");
        }
    }

    /// Throws [StoreException] if `file` is not a store, is damaged, or has tables of another
    /// version.
    static void requireCurrent(Path file) {
        try (Handle handle = Jdbi.create(() -> connection(readOnly(file), BUSY_MILLIS)).open()) {
            Schema.requireCurrent(handle, file);
            String damage = handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one();
            if (!damage.equals("ok")) {
                throw new StoreException(
                        StoreException.Kind.DAMAGED, "The run database " + file + " is damaged.");
            }
        } catch (RuntimeException e) {
            StoreException problem = StoreException.of(file, e);
            if (problem.kind() == StoreException.Kind.DAMAGED) {
                requireStore(file);
            }
            throw problem;
        }
        removeLog(file);
    }

    /// Removes the log of `file`, which readers leave behind.
    static void removeLog(Path file) {
        if (!isReadOnly(file)) {
            try {
                requireDatabase(file);
            } catch (SQLException e) {
                throw StoreException.of(file, e);
            }
        }
    }

    /// The name under which SQLite opens `file` without writing to it.
    static String readOnly(Path file) {
        return file.toAbsolutePath().toUri() + (isReadOnly(file) ? "?immutable=1" : "?mode=ro");
    }

    private static SQLiteConnection connection(String place, int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // a query per inserted row
        return config.createConnection(URL + place).unwrap(SQLiteConnection.class);
    }

    private static Handle prepared(Connection connection, Path file) throws SQLException {
        try {
            Handle handle = Jdbi.create(() -> connection).open();
            // Foreign and newer files are refused before anything is written to them.
            Schema.requireKnown(handle, file);
            handle.execute("PRAGMA journal_mode = WAL");
            handle.execute("PRAGMA synchronous = NORMAL");
            Schema.migrate(handle, file);
            return handle;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// Throws [StoreException] if `file`, which SQLite cannot read, never was a store: `--store`
    /// may name any file by mistake. Of a damaged store the header, the tables or the name remain.
    static void requireStore(Path file) {
        byte[] head = new byte[HEAD_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            head = Arrays.copyOf(head, in.readNBytes(head, 0, HEAD_BYTES));
        } catch (IOException e) {
            throw StoreException.of(file, e);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean known =
                text.contains("CREATE TABLE run (")
                        || text.startsWith("MLPX", APPLICATION_OFFSET)
                        || file.endsWith(RunStore.FILE);
        if (!known) {
            throw new StoreException(
                    StoreException.Kind.FOREIGN,
                    "The file " + file + " is not a run database; name another file.");
        }
    }

    /// Renames `file` and its log, and returns the new name.
    static Path setAside(Path file) {
        Path aside =
                file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
        for (int copy = 2; Files.exists(aside); copy++) {
            aside =
                    file.resolveSibling(
                            file.getFileName()
                                    + ".damaged-"
                                    + STAMP.format(Instant.now())
                                    + "-"
                                    + copy);
        }
        try {
            for (String part : PARTS) {
                Path from = sibling(file, part);
                if (Files.exists(from)) {
                    Files.move(from, sibling(aside, part));
                }
            }
            return aside;
        } catch (IOException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Runs work in a transaction. The write lock is acquired at the start, so that waiting for
    /// another program happens there, not in the middle.
    static <T> T transact(Handle handle, Function<Handle, T> work) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            T result = work.apply(handle);
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException e) {
            rollback(handle, e);
            throw e;
        }
    }

    private static void rollback(Handle handle, RuntimeException cause) {
        try {
            handle.execute("ROLLBACK");
        } catch (RuntimeException alreadyDone) {
            // after some errors, such as a full disk, the database has already rolled back
            cause.addSuppressed(alreadyDone);
        }
    }

    private static Path sibling(Path file, String part) {
        return file.resolveSibling(file.getFileName() + part);
    }

    /// The tables of a store, and migrations from older versions. `user_version` counts the applied
    /// migrations.
    private static final class Schema {
        private static final List<String> STEPS =
                List.of(
                        "schema-1.sql",
                        "schema-2.sql",
                        "schema-3.sql",
                        "schema-4.sql",
                        "schema-5.sql",
                        "schema-6.sql");

        /// `MLPX`, the application id of the database.
        private static final int APPLICATION = 0x4d4c5058;

        private Schema() {}

        /// Throws [StoreException] if the database belongs to another program or a newer version.
        static void requireKnown(Handle handle, Path file) {
            boolean empty = number(handle, "SELECT count(*) FROM sqlite_schema") == 0;
            if (!empty && number(handle, "PRAGMA application_id") != APPLICATION) {
                throw new StoreException(
                        StoreException.Kind.FOREIGN,
                        "The file "
                                + file
                                + " is a database of another program, not a run database.");
            }
            if (version(handle) > STEPS.size()) {
                throw new StoreException(
                        StoreException.Kind.NEWER_VERSION,
                        "The run database "
                                + file
                                + " was written by a newer version of this program (its version is "
                                + version(handle)
                                + ", the newest supported version is "
                                + STEPS.size()
                                + ").");
            }
        }

        /// Throws [StoreException] unless the database is a store of this version.
        static void requireCurrent(Handle handle, Path file) {
            requireKnown(handle, file);
            if (version(handle) == 0) {
                throw new StoreException(
                        StoreException.Kind.FOREIGN,
                        "The file " + file + " is not a run database; name another file.");
            }
            if (version(handle) < STEPS.size()) {
                throw new StoreException(
                        StoreException.Kind.FOREIGN,
                        "The run database "
                                + file
                                + " was written by an older version of this program (its version is"
                                + " "
                                + version(handle)
                                + ", that of this program is "
                                + STEPS.size()
                                + "); list its runs once to update it.");
            }
        }

        /// Applies missing migrations atomically.
        static void migrate(Handle handle, Path file) {
            if (version(handle) == STEPS.size()) {
                return;
            }
            transact(
                    handle,
                    inside -> {
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
            try (InputStream in =
                    Objects.requireNonNull(Schema.class.getResourceAsStream(place), place)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
