package mlpexplorer.experiment.store;

import mlpexplorer.data.io.AppDirectories;
import mlpexplorer.data.io.Processes;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The runs in one SQLite file, or in memory. Not thread-safe; other threads and programs can use
/// the same file through their own stores.
///
/// All methods may throw [StoreException], which leaves the store unchanged.
public final class RunStore implements AutoCloseable {
    /// How long a deleted run can be restored.
    public static final Duration KEEP_DELETED = Duration.ofDays(7);

    /// The file name in the data folder.
    public static final String FILE = "runs.db";

    /// Fixed length, so that text order is time order.
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private static final String LISTED =
            "SELECT " + StoreTables.COLUMNS + " FROM run WHERE deleted IS NULL";
    private static final String IDS = " WHERE id IN (<ids>)";

    private final Path name;
    private final Handle handle;
    private final boolean persistent;
    private final Optional<String> notice;

    private RunStore(Path name, Handle handle, boolean persistent, Optional<String> notice) {
        this.name = name;
        this.handle = handle;
        this.persistent = persistent;
        this.notice = notice;
    }

    /// The default file.
    public static Path defaultFile() {
        return AppDirectories.path().resolve(FILE);
    }

    /// Opens or creates the store in `file`. A damaged store is renamed and replaced; a file that
    /// never was a store is refused. A read-only file is opened as a copy in memory.
    public static RunStore open(Path file) {
        return open(file, StoreFile.BUSY_MILLIS);
    }

    static RunStore open(Path file, int busyMillis) {
        try {
            return StoreFile.isReadOnly(file)
                    ? copyOf(file)
                    : new RunStore(file, StoreFile.open(file, busyMillis), true, Optional.empty())
                            .cleanUp();
        } catch (StoreException problem) {
            return switch (problem.kind()) {
                case DAMAGED -> {
                    StoreFile.requireStore(file);
                    yield replaced(file);
                }
                case READ_ONLY -> copyOf(file);
                case LOCKED, FULL, NEWER_VERSION, FOREIGN, UNREADABLE -> throw problem;
            };
        }
    }

    /// A copy of `file` in memory.
    static RunStore copyOf(Path file) {
        String message =
                "The run database " + file + " is read-only; new runs are not saved in it.";
        return new RunStore(file, StoreFile.copyOf(file), false, Optional.of(message)).cleanUp();
    }

    /// Replaces the damaged store in `file` by a new one.
    static RunStore replaced(Path file) {
        Path aside = StoreFile.setAside(file);
        String message =
                "The run database "
                        + file
                        + " is damaged; it was renamed to "
                        + aside.getFileName()
                        + ", and a new one was created.";
        return new RunStore(file, StoreFile.open(file), true, Optional.of(message)).cleanUp();
    }

    /// A store in memory.
    public static RunStore inMemory() {
        return new RunStore(Path.of("in memory"), StoreFile.inMemory(), false, Optional.empty());
    }

    /// Whether the store is persistent.
    public boolean isPersistent() {
        return persistent;
    }

    /// A message about the opening, if any.
    public Optional<String> notice() {
        return notice;
    }

    /// All runs that are not deleted, newest first.
    public List<RunSummary> list() {
        return read(inside -> summaries(inside.createQuery(LISTED + " ORDER BY id DESC")));
    }

    /// A version that changes whenever this or another program writes to the file.
    public String revision() {
        return translateExceptions(() ->
                handle.createQuery("PRAGMA data_version").mapTo(String.class).one()
                        + "-"
                        + handle.createQuery("SELECT total_changes()").mapTo(String.class).one());
    }

    /// The newest finished run of a start without live changes.
    public Optional<RunSummary> finished(String fingerprint) {
        String untouched =
                " AND parent_epoch IS NULL AND epochs <= json_extract(spec,"
                    + " '$.training.stop.epochs') AND NOT EXISTS (SELECT 1 FROM change WHERE run ="
                    + " id)";
        return translateExceptions(() ->
                summaries(
                                handle.createQuery(
                                                LISTED
                                                        + " AND fingerprint = :fingerprint AND"
                                                        + " state IN ('finished', 'diverged')"
                                                        + untouched
                                                        + " ORDER BY id DESC LIMIT 1")
                                        .bind("fingerprint", fingerprint))
                        .stream()
                        .findFirst());
    }

    /// The spec of a run; throws [mlpexplorer.data.io.UserError] if this version cannot read it.
    public RunSpec spec(long id) {
        return SpecJson.read(one(id, "SELECT spec FROM run WHERE id = :id", String.class));
    }

    /// The stored metrics of a run.
    public MetricLog.View metrics(long id) {
        return metrics(id, MetricLog.CAPACITY);
    }

    /// @param capacity capacity of the log during training
    MetricLog.View metrics(long id, int capacity) {
        return translateExceptions(() -> {
            MetricLog log = new MetricLog(capacity);
            keptEpochs(id).forEach(log::mark);
            handle.createQuery("SELECT * FROM metric WHERE run = :id ORDER BY epoch")
                    .bind("id", id)
                    .map((row, _) ->
                            Map.entry(
                                    StoreTables.metrics(row, "updates"), row.getDouble("seconds")))
                    .forEach(row -> log.append(row.getKey(), row.getValue()));
            return log.view();
        });
    }

    /// The stored training losses inside epochs of a run; empty if it was recorded by a version
    /// that did not store them.
    public UpdateLog.View updates(long id) {
        return read(inside -> StoreTables.losses(inside, id));
    }

    /// The table contains every row that the log ever had, so it is thinned again like the log.
    private List<Long> keptEpochs(long id) {
        return handle.createQuery(
                        """
                        SELECT epoch FROM mark WHERE run = :id
                        UNION SELECT epoch FROM change WHERE run = :id
                        UNION SELECT epoch FROM run WHERE id = :id
                        UNION SELECT best_epoch FROM run WHERE id = :id AND best_epoch IS NOT NULL
                        UNION SELECT parent_epoch FROM run WHERE id = :id AND parent_epoch IS NOT NULL\
                        """)
                .bind("id", id)
                .mapTo(Long.class)
                .list();
    }

    /// The live changes of a run.
    public List<LiveChange> changes(long id) {
        return translateExceptions(() ->
                handle.createQuery("SELECT * FROM change WHERE run = :id ORDER BY epoch, path")
                        .bind("id", id)
                        .map((row, _) ->
                                new LiveChange(
                                        row.getLong("epoch"),
                                        row.getString("path"),
                                        row.getString("before"),
                                        row.getString("after")))
                        .list());
    }

    /// The final weights of a run as the bytes of an `.npz` file; empty while it runs or if it was
    /// interrupted.
    public Optional<byte[]> weights(long id) {
        return translateExceptions(() ->
                handle.createQuery("SELECT npz FROM weights WHERE run = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne());
    }

    /// The given initial weights as the bytes of an `.npz` file, or of a [ModelFile] if the run
    /// continues a training; empty if they are drawn by the initializer.
    public Optional<byte[]> initialWeights(long id) {
        return translateExceptions(() ->
                handle.createQuery("SELECT npz FROM initial_weights WHERE run = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne());
    }

    /// The start of a run; throws [mlpexplorer.data.io.UserError] if this version cannot read it.
    public RunStart start(long id) {
        RunSpec spec = spec(id);
        Optional<byte[]> given = initialWeights(id);
        Optional<TrainedModel> resumed = given.filter(ModelFile::isModel).map(ModelFile::read);
        return resumed.map(model -> new RunStart(spec, model.start().weights(), resumed))
                .orElseGet(() -> new RunStart(spec, given.map(Npz::read)));
    }

    /// The final weights of a run; throws [mlpexplorer.data.io.UserError] if they cannot be read.
    public Optional<Parameters> parameters(long id) {
        return weights(id).map(Npz::read);
    }

    /// Replaces the label of a run.
    public void label(long id, RunLabel label) {
        transact(inside -> {
            inside.createUpdate(
                            "UPDATE run SET name = :name, notes = :notes, pinned = :pinned, colour"
                                    + " = :colour WHERE id = :id")
                    .bind("name", label.name())
                    .bind("notes", label.notes())
                    .bind("pinned", label.pinned())
                    .bind("colour", label.color())
                    .bind("id", id)
                    .execute();
            inside.execute("DELETE FROM tag WHERE run = ?", id);
            label.tags()
                    .forEach(tag ->
                            inside.execute("INSERT INTO tag (run, tag) VALUES (?, ?)", id, tag));
            return id;
        });
    }

    /// Sets the number of test-set reveals of a run.
    void reveals(long id, int times) {
        transact(inside -> inside.execute("UPDATE run SET reveals = ? WHERE id = ?", times, id));
    }

    /// Hides runs until [#restore]. They count as the last deleted ones even if the clock was set
    /// back.
    public void delete(Collection<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            transact(inside ->
                    inside.createUpdate("UPDATE run SET deleted = :time" + IDS)
                            .bind("time", SORTABLE.format(afterOthers(inside, now)))
                            .bindList("ids", List.copyOf(ids))
                            .execute());
        }
    }

    private static Instant afterOthers(Handle inside, Instant now) {
        Optional<Instant> last =
                inside.createQuery("SELECT max(deleted) FROM run WHERE deleted IS NOT NULL")
                        .mapTo(String.class)
                        .findOne()
                        .map(Instant::parse);
        return last.filter(time -> !time.isBefore(now)).map(time -> time.plusMillis(1)).orElse(now);
    }

    /// Restores deleted runs.
    public void restore(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            transact(inside ->
                    inside.createUpdate("UPDATE run SET deleted = NULL" + IDS)
                            .bindList("ids", List.copyOf(ids))
                            .execute());
        }
    }

    /// The runs of the last deletion; empty if nothing can be restored.
    public List<Long> lastDeleted() {
        return translateExceptions(() ->
                handle.createQuery(
                                "SELECT id FROM run WHERE deleted = (SELECT max(deleted) FROM run)"
                                        + " ORDER BY id")
                        .mapTo(Long.class)
                        .list());
    }

    /// Permanently removes runs deleted before `time`.
    void purge(Instant time) {
        transact(inside ->
                inside.execute("DELETE FROM run WHERE deleted < ?", SORTABLE.format(time)));
    }

    @Override
    public void close() {
        handle.close();
    }

    /// Runs `work` in a transaction.
    <T> T transact(Function<Handle, T> work) {
        return translateExceptions(() -> StoreFile.transact(handle, work));
    }

    <T> T read(Function<Handle, T> work) {
        return translateExceptions(() -> work.apply(handle));
    }

    /// Converts database exceptions to [StoreException].
    private <T> T translateExceptions(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw StoreException.of(name, e);
        }
    }

    private <T> T one(long id, String query, Class<T> type) {
        return translateExceptions(() ->
                handle.createQuery(query)
                        .bind("id", id)
                        .mapTo(type)
                        .findOne()
                        .orElseThrow(() ->
                                new StoreException(
                                        StoreException.Kind.UNREADABLE,
                                        "The run database " + name + " has no run " + id + ".")));
    }

    private List<RunSummary> summaries(Query query) {
        Map<Long, List<String>> tags =
                handle.createQuery("SELECT run, tag FROM tag")
                        .map((row, _) -> Map.entry(row.getLong("run"), row.getString("tag")))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return query.map((row, _) ->
                        StoreTables.run(row, tags.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /// Marks runs of ended programs as interrupted, and removes runs deleted long ago.
    private RunStore cleanUp() {
        try {
            Instant purgeTime = Instant.now().minus(KEEP_DELETED);
            handle
                    .createQuery("SELECT DISTINCT process FROM run WHERE state = 'running'")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(process -> !Processes.isAlive(process))
                    .forEach(process ->
                            handle.execute(
                                    "UPDATE run SET state = 'interrupted' WHERE state = 'running'"
                                            + " AND process = ?",
                                    process));
            if (!handle.createQuery("SELECT 1 FROM run WHERE deleted < ? LIMIT 1")
                    .bind(0, SORTABLE.format(purgeTime))
                    .mapTo(int.class)
                    .list()
                    .isEmpty()) {
                purge(purgeTime);
            }
            return this;
        } catch (RuntimeException e) {
            handle.close();
            throw StoreException.of(name, e);
        }
    }
}
