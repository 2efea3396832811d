package mlpexplorer.experiment.store;

import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.UpdateLog;

import org.jdbi.v3.core.Handle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Maps rows of the database to records.
final class StoreTables {
    /// The columns of a summary: all except the spec, which is long, and the path of its data file.
    static final String COLUMNS =
            """
            id, name, notes, pinned, colour, fingerprint, parent, parent_epoch, parameters, started, seconds, epochs, state, reason, updates,
            epoch, epoch_updates, train_loss, train_accuracy, validation_loss, validation_accuracy, test_loss, test_accuracy, penalty, learning_rate,
            best_epoch, best_loss, dataset, samples, hidden, activation, initializer, optimizer, rate, batch, regularizer, lambda1, lambda2,
            dropout, reveals, CASE WHEN dataset IN ('csv', 'idx', 'numpy')
                THEN coalesce(json_extract(spec, '$.data.path'), json_extract(spec, '$.data.images'), '') ELSE '' END AS file,
            dataset = 'csv' AND json_extract(spec, '$.data.target') IS NOT NULL AS numeric_target\
            """;

    private StoreTables() {}

    static RunSummary run(ResultSet row, List<String> tags) throws SQLException {
        long id = row.getLong("id");
        String chosen = row.getString("colour");
        String color =
                chosen.isEmpty()
                        ? RunLabel.PALETTE.get((int) (id % RunLabel.PALETTE.size()))
                        : chosen;
        RunLabel label =
                new RunLabel(
                        row.getString("name"),
                        row.getString("notes"),
                        tags,
                        row.getBoolean("pinned"),
                        color);
        return new RunSummary(
                id,
                label,
                row.getString("fingerprint"),
                factors(row),
                row.getLong("parameters"),
                origin(row),
                progress(row),
                best(row));
    }

    /// @param updates column with the number of updates
    static EpochMetrics metrics(ResultSet row, String updates) throws SQLException {
        return new EpochMetrics(
                row.getLong("epoch"),
                row.getLong(updates),
                score(row, "train"),
                score(row, "validation"),
                score(row, "test"),
                number(row, "penalty"),
                number(row, "learning_rate"));
    }

    /// The blocks of the table `update_loss` of a run.
    static UpdateLog.View losses(Handle handle, long id) {
        List<byte[]> blocks =
                handle.createQuery("SELECT rows FROM update_loss WHERE run = ? ORDER BY block")
                        .bind(0, id)
                        .mapTo(byte[].class)
                        .list();
        int bytes = blocks.stream().mapToInt(block -> block.length).sum();
        return new UpdateLog.View(
                blocks.stream().map(StoreTables::columns).toList(),
                bytes / (UpdateLog.COLUMNS * Double.BYTES));
    }

    private static double[][] columns(byte[] block) {
        double[][] columns =
                new double[UpdateLog.COLUMNS][block.length / (UpdateLog.COLUMNS * Double.BYTES)];
        ByteBuffer bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : columns) {
            bytes.asDoubleBuffer().get(column);
            bytes.position(bytes.position() + column.length * Double.BYTES);
        }
        return columns;
    }

    private static RunSummary.Progress progress(ResultSet row) throws SQLException {
        return new RunSummary.Progress(
                Instant.parse(row.getString("started")),
                row.getDouble("seconds"),
                row.getLong("epochs"),
                row.getLong("updates"),
                RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                metrics(row, "epoch_updates"),
                row.getLong("reveals"));
    }

    private static RunSummary.Factors factors(ResultSet row) throws SQLException {
        return new RunSummary.Factors(
                row.getString("dataset"),
                row.getString("file"),
                row.getLong("samples"),
                hidden(row.getString("hidden")),
                row.getString("activation"),
                row.getString("initializer"),
                row.getString("optimizer"),
                number(row, "rate"),
                row.getString("batch"),
                row.getString("regularizer"),
                number(row, "lambda1"),
                number(row, "lambda2"),
                number(row, "dropout"),
                row.getBoolean("numeric_target")
                        ? Task.Metric.R2
                        : SpecJson.metric(row.getString("dataset")));
    }

    private static List<Integer> hidden(String json) {
        return Arrays.stream(json.replaceAll("[\\[\\]\\s]", "").split(","))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static Optional<RunSummary.Origin> origin(ResultSet row) throws SQLException {
        long parent = row.getLong("parent");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new RunSummary.Origin(parent, row.getLong("parent_epoch")));
    }

    private static Optional<RunSummary.Best> best(ResultSet row) throws SQLException {
        long epoch = row.getLong("best_epoch");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new RunSummary.Best(epoch, row.getDouble("best_loss")));
    }

    private static Score score(ResultSet row, String part) throws SQLException {
        return new Score(number(row, part + "_loss"), number(row, part + "_accuracy"));
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
