package mlpexplorer.experiment.store;

import mlpexplorer.data.io.Processes;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.UpdateLog;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Writes new data of a recording in a transaction.
final class RunWriter {
    private static final String SIX_COLUMNS =
            "train_loss, train_accuracy, validation_loss, validation_accuracy, test_loss,"
                    + " test_accuracy";
    private static final String SIX_VALUES =
            ":train_loss, :train_accuracy, :validation_loss, :validation_accuracy, :test_loss,"
                    + " :test_accuracy";

    /// Maximum rows per transaction, so that none takes long: on shutdown, the final state is
    /// stored by the first one.
    static final int MAX_ROWS = 1 << 13;

    /// Blocks of losses per transaction, 6 MB.
    static final int MAX_BLOCKS = 64;

    private static final int ROWS_PER_STATEMENT = 64;
    private static final List<Column> COLUMNS = List.of(Column.values());

    private final Handle handle;

    RunWriter(Handle handle) {
        this.handle = handle;
    }

    /// Writes the state of the run, at most [#MAX_ROWS] new rows, and at most [#MAX_BLOCKS] blocks
    /// of losses. Returns what is written.
    Recording.Written write(Recording recording, Recording.Update update) {
        Recording.Written before =
                recording.written().orElseGet(() -> new Recording.Written(begin(recording)));
        long id = before.id();
        int shared = update.log().rowsSharedWith(before.log());
        MetricLog.View log =
                update.log().first((int) Math.min(update.log().size(), (long) shared + MAX_ROWS));
        metrics(id, before.log(), log, shared);
        UpdateLog.View losses = losses(id, before.losses(), update.losses());
        if (!update.log().marked().equals(before.log().marked())) {
            marks(id, update.log().marked());
        }
        if (!update.adjustments().equals(before.adjustments())) {
            changes(id, LiveChange.of(recording.run().spec(), update.adjustments()));
        }
        if (update.ending().isEmpty() && log.size() > 0) {
            progress(id, log, update.log());
        } else if (update.ending().isPresent() && !update.ending().equals(before.ending())) {
            finish(id, update.ending().get(), update.log());
        }
        return new Recording.Written(id, log, losses, update.adjustments(), update.ending());
    }

    private long begin(Recording recording) {
        NewRun run = recording.run();
        Optional<Recording.Fork> fork = recording.fork();
        long id =
                handle.createQuery(
                                """
                                INSERT INTO run (name, fingerprint, spec, parent, parent_epoch, parameters, started, process)
                                VALUES (:name, :fingerprint, :spec, :parent, :epoch, :parameters, :started, :process) RETURNING id\
                                """)
                        .bind("name", run.name())
                        .bind("fingerprint", run.fingerprint())
                        .bind("spec", SpecJson.canonical(run.spec()))
                        .bind("parent", fork.flatMap(known -> known.parent().id()))
                        .bind(
                                "epoch",
                                fork.filter(known -> known.parent().id().isPresent())
                                        .map(Recording.Fork::epoch))
                        .bind("parameters", run.parameters())
                        .bind("started", run.started().toString())
                        .bind("process", Processes.current())
                        .mapTo(long.class)
                        .one();
        run.tags()
                .forEach(tag ->
                        handle.execute(
                                "INSERT OR IGNORE INTO tag (run, tag) VALUES (?, ?)", id, tag));
        run.start()
                .weights()
                .ifPresent(given ->
                        handle.execute(
                                "INSERT INTO initial_weights (run, npz) VALUES (?, ?)",
                                id,
                                run.start()
                                        .resumed()
                                        .map(ModelFile::bytes)
                                        .orElseGet(() -> Npz.bytes(given))));
        return id;
    }

    /// Rows stay in the table when the log is thinned. Only rows removed by a cut of the log, and
    /// those of epochs that are no longer the last, are deleted.
    private void metrics(long id, MetricLog.View written, MetricLog.View now, int shared) {
        long last = now.first(shared).lastEpoch();
        if (written.lastEpoch() > last) {
            handle.execute("DELETE FROM metric WHERE run = ? AND epoch > ?", id, last);
        }
        if (shared < now.size()) {
            insert(id, now, shared);
        }
    }

    /// The table has the columns of the log in the same order. Uses plain JDBC and many rows per
    /// statement: a small network trains nine thousand epochs per second.
    private void insert(long id, MetricLog.View log, int from) {
        int whole = from + (log.size() - from) / ROWS_PER_STATEMENT * ROWS_PER_STATEMENT;
        insert(id, log, from, whole, ROWS_PER_STATEMENT);
        insert(id, log, whole, log.size(), 1);
    }

    private void insert(long id, MetricLog.View log, int from, int to, int rowsPerStatement) {
        try (PreparedStatement insert =
                handle.getConnection()
                        .prepareStatement(
                                "INSERT INTO metric (run, epoch, updates, seconds, "
                                        + SIX_COLUMNS
                                        + ", penalty, learning_rate) VALUES "
                                        + String.join(
                                                ", ",
                                                Collections.nCopies(
                                                        rowsPerStatement,
                                                        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")))) {
            for (int row = from; row < to; row += rowsPerStatement) {
                int parameter = 1;
                for (int each = row; each < row + rowsPerStatement; each++) {
                    insert.setLong(parameter++, id);
                    for (Column column : COLUMNS) {
                        insert.setDouble(parameter++, log.value(column, each));
                    }
                }
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Rewrites the blocks that are new or have changed, of which all but the last are full.
    private UpdateLog.View losses(long id, UpdateLog.View written, UpdateLog.View now) {
        int shared = now.chunksSharedWith(written);
        UpdateLog.View part =
                now.first(Math.min(now.size(), (shared + MAX_BLOCKS) * UpdateLog.CHUNK));
        if (part.size() == written.size() && part.chunks().equals(written.chunks())) {
            return part;
        }
        handle.execute("DELETE FROM update_loss WHERE run = ? AND block >= ?", id, shared);
        for (int block = shared; block < part.chunks().size(); block++) {
            handle.execute(
                    "INSERT INTO update_loss (run, block, rows) VALUES (?, ?, ?)",
                    id,
                    block,
                    bytes(part, block));
        }
        return part;
    }

    private static byte[] bytes(UpdateLog.View losses, int block) {
        int rows = Math.min(UpdateLog.CHUNK, losses.size() - block * UpdateLog.CHUNK);
        double[][] columns = losses.chunks().get(block);
        ByteBuffer bytes =
                ByteBuffer.allocate(columns.length * rows * Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                bytes.putDouble(column[row]);
            }
        }
        return bytes.array();
    }

    private void changes(long id, List<LiveChange> changes) {
        handle.execute("DELETE FROM change WHERE run = ?", id);
        for (LiveChange change : changes) {
            handle.execute(
                    "INSERT OR REPLACE INTO change (run, epoch, path, before, after) VALUES (?, ?,"
                            + " ?, ?, ?)",
                    id,
                    change.epoch(),
                    change.path(),
                    change.before(),
                    change.after());
        }
    }

    private void marks(long id, List<Long> epochs) {
        handle.execute("DELETE FROM mark WHERE run = ?", id);
        epochs.forEach(
                epoch -> handle.execute("INSERT INTO mark (run, epoch) VALUES (?, ?)", id, epoch));
    }

    private void progress(long id, MetricLog.View written, MetricLog.View log) {
        EpochMetrics newest = metrics(written, written.size() - 1);
        progressUpdate(id, newest, log)
                .bind("epochs", newest.epoch())
                .bind("total", newest.updates())
                .bind("seconds", written.value(Column.SECONDS, written.size() - 1))
                .bind("state", RunState.RUNNING.key())
                .bind("reason", "")
                .execute();
    }

    private void finish(long id, Recording.End ending, MetricLog.View log) {
        RunEnd end = ending.end();
        progressUpdate(id, end.metrics(), log)
                .bind("epochs", end.epochs())
                .bind("total", end.updates())
                .bind("seconds", end.seconds())
                .bind("state", RunState.of(end.outcome()).key())
                .bind("reason", end.outcome().reasonName())
                .execute();
        handle.execute(
                "INSERT OR REPLACE INTO weights (run, npz) VALUES (?, ?)",
                id,
                Npz.bytes(ending.weights()));
    }

    private Update progressUpdate(long id, EpochMetrics metrics, MetricLog.View log) {
        Optional<Integer> best = log.bestRow().stream().boxed().findFirst();
        return bind(
                        handle.createUpdate(
                                "UPDATE run SET state = :state, reason = :reason, seconds ="
                                        + " :seconds, epochs = :epochs, updates = :total, epoch ="
                                        + " :epoch, epoch_updates = :updates, ("
                                        + SIX_COLUMNS
                                        + ") = ("
                                        + SIX_VALUES
                                        + "), penalty = :penalty, learning_rate ="
                                        + " :learning_rate, best_epoch = :best_epoch,"
                                        + " best_loss = :best_loss WHERE id = :id"),
                        metrics)
                .bind("best_epoch", best.map(row -> (long) log.value(Column.EPOCH, row)))
                .bind("best_loss", best.map(row -> log.value(Column.VALIDATION_LOSS, row)))
                .bind("id", id);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, EpochMetrics metrics) {
        bind(statement, "train", metrics.train());
        bind(statement, "validation", metrics.validation());
        bind(statement, "test", metrics.test());
        return statement
                .bind("epoch", metrics.epoch())
                .bind("updates", metrics.updates())
                .bind("penalty", metrics.penalty())
                .bind("learning_rate", metrics.rate());
    }

    private static <S extends SqlStatement<S>> void bind(S statement, String part, Score score) {
        statement.bind(part + "_loss", score.loss()).bind(part + "_accuracy", score.metric());
    }

    private static EpochMetrics metrics(MetricLog.View log, int row) {
        return new EpochMetrics(
                (long) log.value(Column.EPOCH, row),
                (long) log.value(Column.UPDATE, row),
                new Score(log.value(Column.TRAIN_LOSS, row), log.value(Column.TRAIN_ACCURACY, row)),
                new Score(
                        log.value(Column.VALIDATION_LOSS, row),
                        log.value(Column.VALIDATION_ACCURACY, row)),
                new Score(log.value(Column.TEST_LOSS, row), log.value(Column.TEST_ACCURACY, row)),
                log.value(Column.PENALTY, row),
                log.value(Column.LEARNING_RATE, row));
    }
}
