package mlpexplorer.experiment.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/// Opens the connection to a store's file, and sets damaged files aside.
final class StoreFile {
    private static final int BUSY_MILLIS = 2_000;
    private static final String URL = "jdbc:sqlite:";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private StoreFile() {}

    /// A connection to `file`, which is made if it is not there; throws [StoreProblem].
    static Handle open(Path file) {
        try {
            Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            return connect(file.toAbsolutePath().toUri().toString(), file);
        } catch (IOException | SQLException | RuntimeException e) {
            throw StoreProblem.of(file, e);
        }
    }

    /// A store that lives as long as its connection.
    static Handle inMemory() {
        try {
            return connect(":memory:", Path.of("memory"));
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite has no memory.", e);
        }
    }

    private static Handle connect(String place, Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection(URL + place);
        try {
            Handle handle = Jdbi.create(() -> connection).open();
            // Foreign and newer files are refused before anything is written to them.
            StoreSchema.requireKnown(handle, file);
            handle.execute("PRAGMA journal_mode = WAL");
            handle.execute("PRAGMA synchronous = NORMAL");
            StoreSchema.migrate(handle, file);
            return handle;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// Renames `file`, and the log that belongs to it, and returns its new name.
    static Path setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
        for (int copy = 2; Files.exists(aside); copy++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(Instant.now()) + "-" + copy);
        }
        try {
            for (String part : List.of("", "-wal", "-shm")) {
                Path from = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(from)) {
                    Files.move(from, aside.resolveSibling(aside.getFileName() + part));
                }
            }
            return aside;
        } catch (IOException e) {
            throw StoreProblem.of(file, e);
        }
    }
}
