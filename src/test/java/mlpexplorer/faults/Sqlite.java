package mlpexplorer.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Reads and modifies a file directly with SQLite.
final class Sqlite {
    private Sqlite() {}

    /// Changes the file without the program's knowledge.
    static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /// "ok", or what is wrong with the file.
    static String integrity(Path file) {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA integrity_check")) {
            return answer.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
