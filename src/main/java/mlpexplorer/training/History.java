package mlpexplorer.training;

import mlpexplorer.data.Split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The history of a run, which lets its [Trainer] return to any epoch and replay it bit for bit:
/// checkpoints, metrics of every epoch, and live changes (including edited weights), each with the
/// update it followed. The stop rule is not part of it, as it only determines how far a run goes.
final class History {
    /// @param fromBest whether the best weights had been restored before
    private record Change(
            long epoch,
            long updates,
            boolean fromBest,
            TrainingSpec before,
            TrainingSpec after,
            List<ParameterEdit> edits) {}

    private final Trainer trainer;
    private final CheckpointLog checkpoints;
    private final MetricLog log;
    private final List<Change> changes = new ArrayList<>();
    private final List<Frame.Adjustment> earlierMarks;
    private final long firstEpoch;
    private List<Frame.Adjustment> marks;
    private Optional<Frame.Best> best = Optional.empty();
    private UpdateLog.View losses = UpdateLog.View.EMPTY;
    private int made;
    private long lastEpoch;

    /// @param trainer trainer at the start of its run
    /// @param log empty log
    History(Trainer trainer, CheckpointLog checkpoints, MetricLog log) {
        this(trainer, checkpoints, log, List.of());
        log.append(trainer.metrics(), 0);
    }

    private History(
            Trainer trainer,
            CheckpointLog checkpoints,
            MetricLog log,
            List<Frame.Adjustment> earlierMarks) {
        this.trainer = trainer;
        this.checkpoints = checkpoints;
        this.log = log;
        this.earlierMarks = earlierMarks;
        marks = earlierMarks;
        firstEpoch = trainer.epochs();
        lastEpoch = firstEpoch;
        checkpoints.add(trainer.checkpoint());
    }

    /// The history of a run that continues from here on other data. It shares the curve up to here,
    /// but starts with the displayed epoch, measured again. Later epochs are discarded.
    History on(Split data, TrainingSpec spec) {
        Trainer next = trainer.withData(data, spec);
        log.changeData(next.metrics());
        List<Frame.Adjustment> before =
                marks.stream().filter(mark -> mark.epoch() <= next.epochs()).toList();
        return new History(next, checkpoints.fresh(), log, before);
    }

    /// A replay of the history so far, with its own trainer.
    Replay replay() {
        List<Checkpoint> kept = checkpoints.all();
        List<Change> made = List.copyOf(changes);
        long end = lastEpoch;
        return new Replay(trainer.mlp(), trainer.split(), end, kept, () -> copy(kept, made, end));
    }

    private History copy(List<Checkpoint> kept, List<Change> made, long end) {
        CheckpointLog all = new CheckpointLog(Long.MAX_VALUE);
        kept.forEach(all::add);
        History copy = new History(trainer.copyAt(kept.getFirst()), all, new MetricLog());
        copy.changes.addAll(made);
        copy.lastEpoch = end;
        return copy;
    }

    Trainer trainer() {
        return trainer;
    }

    /// The first available epoch: 0, or the last change of data.
    long firstEpoch() {
        return firstEpoch;
    }

    /// The last epoch of the run.
    long lastEpoch() {
        return lastEpoch;
    }

    /// The frame of the current position.
    Frame frame(long generation, Phase phase, double pace) {
        return new Frame(
                generation,
                phase,
                trainer.metrics(),
                firstEpoch,
                lastEpoch,
                trainer.updates(),
                log.view(),
                trainer.mlp(),
                trainer.parameters().copy(),
                trainer.split(),
                marks,
                pace,
                trainer.rate(),
                losses(),
                remaining());
    }

    /// The best epoch of the run, which early stopping would restore.
    private Optional<Frame.Best> remaining() {
        if (trainer.epochs() == lastEpoch) {
            best = trainer.remaining();
        }
        return best;
    }

    /// The losses inside epochs up to the end, also while an earlier epoch is displayed.
    private UpdateLog.View losses() {
        if (trainer.epochs() == lastEpoch) {
            losses = trainer.losses();
        }
        return losses;
    }

    /// Time spent training up to the last row of the log.
    double seconds() {
        return log.view().lastSeconds();
    }

    /// The training spec at the last epoch.
    TrainingSpec currentSpec() {
        return changes.isEmpty()
                ? trainer.spec()
                : changes.getLast().after().withStop(trainer.spec().stop());
    }

    /// Whether the trainer is before the end of the history.
    boolean isBehind() {
        return trainer.epochs() < lastEpoch || made < changes.size();
    }

    /// Records the epoch that the trainer has just completed.
    void epochEnded(double seconds) {
        if (trainer.epochs() > lastEpoch) {
            lastEpoch = trainer.epochs();
            log.append(trainer.metrics(), seconds);
        }
        if (checkpoints.wants(trainer.epochs())) {
            checkpoints.add(trainer.checkpoint());
        }
    }

    /// Reapplies the changes recorded at the current position. Call before each update.
    void redo() {
        while (made < changes.size() && changes.get(made).updates() == trainer.updates()) {
            Change change = changes.get(made++);
            if (change.fromBest()) {
                trainer.goBackToBest();
            }
            trainer.continueWith(change.after().withStop(trainer.spec().stop()));
            change.edits().forEach(trainer::set);
        }
    }

    /// Changes the stop rule; later epochs are kept.
    void stop(StopRule stop) {
        TrainingSpec same = trainer.spec();
        trainer.continueWith(same.withStop(stop));
        record(same, List.of());
    }

    /// Continues from the current position with `other`. Later epochs are discarded.
    void change(TrainingSpec other) {
        TrainingSpec before = trainer.spec();
        trainer.continueWith(other);
        discardAfter(trainer.metrics());
        record(before, List.of());
        marks = summary();
    }

    /// Continues from the current position with one edited number. Later epochs are discarded.
    void change(ParameterEdit edit) {
        EpochMetrics shown = trainer.metrics();
        trainer.set(edit);
        discardAfter(shown);
        record(trainer.spec(), List.of(edit));
        marks = summary();
    }

    /// @param shown metrics of the trainer before the change
    private void discardAfter(EpochMetrics shown) {
        changes.subList(made, changes.size()).clear();
        checkpoints.truncateAfter(trainer.epochs());
        log.truncateAfter(trainer.epochs(), List.of(trainer.best(), shown));
        lastEpoch = trainer.epochs();
    }

    /// Changes between the same two updates are merged, and dropped if they cancel out.
    private void record(TrainingSpec before, List<ParameterEdit> more) {
        List<ParameterEdit> edits = new ArrayList<>();
        if (made > 0 && changes.get(made - 1).updates() == trainer.updates()) {
            Change last = changes.remove(--made);
            before = last.before();
            edits.addAll(last.edits());
        }
        more.forEach(edit -> edits.removeIf(earlier -> earlier.place().equals(edit.place())));
        edits.addAll(more);
        boolean fromBest = trainer.isOnBest();
        TrainingSpec after = trainer.spec();
        if (fromBest || differ(before, after) || !edits.isEmpty()) {
            log.mark(trainer.epochs());
            changes.add(
                    made++,
                    new Change(
                            trainer.epochs(),
                            trainer.updates(),
                            fromBest,
                            before,
                            after,
                            List.copyOf(edits)));
        }
    }

    private List<Frame.Adjustment> summary() {
        List<Frame.Adjustment> summary = new ArrayList<>(earlierMarks);
        for (Change change : changes) {
            boolean more = !summary.isEmpty() && summary.getLast().epoch() == change.epoch();
            List<ParameterEdit> edits =
                    new ArrayList<>(more ? summary.getLast().edits() : List.of());
            edits.addAll(change.edits());
            TrainingSpec before = more ? summary.removeLast().before() : change.before();
            if (differ(before, change.after()) || !edits.isEmpty()) {
                summary.add(
                        new Frame.Adjustment(
                                change.epoch(), before, change.after(), List.copyOf(edits)));
            }
        }
        return List.copyOf(summary);
    }

    private static boolean differ(TrainingSpec one, TrainingSpec other) {
        return !one.withStop(other.stop()).equals(other);
    }

    /// Moves the trainer to a position from which updates, each preceded by [#redo], lead to the
    /// end of `epoch`.
    void backTo(long epoch) {
        Checkpoint checkpoint = checkpoints.atOrBefore(epoch);
        if (leadsTo(epoch) && trainer.epochs() >= checkpoint.epoch()) {
            return;
        }
        remaining();
        losses();
        StopRule stop = trainer.spec().stop();
        trainer.restore(checkpoint);
        trainer.continueWith(trainer.spec().withStop(stop));
        made =
                (int)
                        changes.stream()
                                .takeWhile(change -> change.updates() < checkpoint.updates())
                                .count();
    }

    private boolean leadsTo(long epoch) {
        boolean sound = trainer.divergence().isEmpty() && !trainer.isOnBest();
        return sound
                && (trainer.epochs() < epoch
                        || (trainer.epochs() == epoch && !trainer.isMidEpoch()));
    }
}
