package mlpexplorer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlpexplorer.data.Split;

/// The past of a run, kept so that its [Trainer] can be taken back to any epoch and forward again over the same bits:
/// checkpoints, the metrics of every epoch, and the live changes (edits by hand too), each with the update that it came after. The stop rule is
/// no part of it, as it decides how far a run goes and not where it leads.
final class History {
    /// @param fromBest whether the best weights had been put back before
    private record Change(
            long epoch, long updates, boolean fromBest, TrainingSpec before, TrainingSpec after, List<ParameterEdit> edits) {}

    private final Trainer trainer;
    private final CheckpointLog checkpoints;
    private final MetricLog log;
    private final List<Change> changes = new ArrayList<>();
    private final List<Frame.Adjustment> earlierMarks;
    private final long firstEpoch;
    private List<Frame.Adjustment> marks;
    private Optional<Frame.Best> best = Optional.empty();
    private int made;
    private long lastEpoch;

    /// @param trainer at the start of its run
    /// @param log     empty
    History(Trainer trainer, CheckpointLog checkpoints, MetricLog log) {
        this(trainer, checkpoints, log, List.of());
        log.append(trainer.metrics(), 0);
    }

    private History(Trainer trainer, CheckpointLog checkpoints, MetricLog log, List<Frame.Adjustment> earlierMarks) {
        this.trainer = trainer;
        this.checkpoints = checkpoints;
        this.log = log;
        this.earlierMarks = earlierMarks;
        marks = earlierMarks;
        firstEpoch = trainer.epochs();
        lastEpoch = firstEpoch;
        checkpoints.add(trainer.checkpoint());
    }

    /// The past of a run that goes on from here on other data. It has the curve in common with this one, which ends here, but
    /// begins with the epoch shown, measured anew. What came after is forgotten.
    History on(Split data, TrainingSpec spec) {
        Trainer next = trainer.on(data, spec);
        log.changeData(next.metrics());
        List<Frame.Adjustment> before = marks.stream().filter(mark -> mark.epoch() <= next.epochs()).toList();
        return new History(next, checkpoints.fresh(), log, before);
    }

    /// All of this so far, to be gone through by a trainer of its own.
    Replay replay() {
        List<Checkpoint> kept = checkpoints.all();
        List<Change> made = List.copyOf(changes);
        long end = lastEpoch;
        return new Replay(trainer.mlp(), trainer.split(), end, () -> twin(kept, made, end));
    }

    private History twin(List<Checkpoint> kept, List<Change> made, long end) {
        CheckpointLog all = new CheckpointLog(Long.MAX_VALUE);
        kept.forEach(all::add);
        History twin = new History(trainer.twin(kept.getFirst()), all, new MetricLog());
        twin.changes.addAll(made);
        twin.lastEpoch = end;
        return twin;
    }

    Trainer trainer() {
        return trainer;
    }

    /// The epoch that can be gone back to: 0, or where the data changed last.
    long firstEpoch() {
        return firstEpoch;
    }

    /// How far the run has come.
    long lastEpoch() {
        return lastEpoch;
    }

    /// What a watcher sees of the run where the trainer stands.
    Frame frame(long generation, Phase phase, double pace) {
        return new Frame(
                generation, phase, trainer.metrics(), firstEpoch, lastEpoch, log.view(), trainer.mlp(), trainer.parameters().copy(),
                trainer.split(), marks, pace, remaining());
    }

    /// What early stopping would leave of the run: the best epoch of all that it has come through.
    private Optional<Frame.Best> remaining() {
        if (trainer.epochs() == lastEpoch) {
            best = trainer.remaining();
        }
        return best;
    }

    /// Time spent training up to the last row of the log.
    double seconds() {
        MetricLog.View rows = log.view();
        return rows.value(MetricLog.Column.SECONDS, rows.size() - 1);
    }

    /// What the run is trained under where it has come farthest.
    TrainingSpec latest() {
        return changes.isEmpty() ? trainer.spec() : changes.getLast().after().withStop(trainer.spec().stop());
    }

    /// Whether the trainer stands before something that has happened already.
    boolean isBehind() {
        return trainer.epochs() < lastEpoch || made < changes.size();
    }

    /// Takes note of the epoch that the trainer has just done.
    void epochEnded(double seconds) {
        if (trainer.epochs() > lastEpoch) {
            lastEpoch = trainer.epochs();
            log.append(trainer.metrics(), seconds);
        }
        if (checkpoints.wants(trainer.epochs())) {
            checkpoints.add(trainer.checkpoint());
        }
    }

    /// Makes the changes again that were made where the trainer stands; to be called before each update.
    void redo() {
        while (made < changes.size() && changes.get(made).updates() == trainer.updates()) {
            Change change = changes.get(made++);
            if (change.fromBest()) {
                trainer.goBackToBest();
            }
            trainer.goOn(change.after().withStop(trainer.spec().stop()));
            change.edits().forEach(trainer::set);
        }
    }

    /// Another stop rule, which leaves what came after here as it is.
    void stop(StopRule stop) {
        TrainingSpec same = trainer.spec();
        trainer.goOn(same.withStop(stop));
        record(same, List.of());
    }

    /// Goes on from where the trainer stands under `other`. What came after is forgotten.
    void change(TrainingSpec other) {
        TrainingSpec before = trainer.spec();
        trainer.goOn(other);
        forgetWhatCameAfter(trainer.metrics());
        record(before, List.of());
        marks = summary();
    }

    /// Goes on from where the trainer stands with one number set by hand. What came after is forgotten.
    void change(ParameterEdit edit) {
        EpochMetrics shown = trainer.metrics();
        trainer.set(edit);
        forgetWhatCameAfter(shown);
        record(trainer.spec(), List.of(edit));
        marks = summary();
    }

    /// @param shown the trainer's metrics before the change
    private void forgetWhatCameAfter(EpochMetrics shown) {
        changes.subList(made, changes.size()).clear();
        checkpoints.cutAfter(trainer.epochs());
        log.cutAfter(trainer.epochs(), List.of(trainer.best(), shown));
        lastEpoch = trainer.epochs();
    }

    /// Changes between the same two updates are kept as one, and not at all if they came to nothing.
    private void record(TrainingSpec before, List<ParameterEdit> more) {
        List<ParameterEdit> edits = new ArrayList<>();
        if (made > 0 && changes.get(made - 1).updates() == trainer.updates()) {
            Change last = changes.remove(--made);
            before = last.before();
            edits.addAll(last.edits());
        }
        more.forEach(edit -> edits.removeIf(earlier -> earlier.place().equals(edit.place())));
        edits.addAll(more);
        boolean fromBest = trainer.standsOnBest();
        TrainingSpec after = trainer.spec();
        if (fromBest || differ(before, after) || !edits.isEmpty()) {
            log.mark(trainer.epochs());
            changes.add(made++, new Change(trainer.epochs(), trainer.updates(), fromBest, before, after, List.copyOf(edits)));
        }
    }

    private List<Frame.Adjustment> summary() {
        List<Frame.Adjustment> summary = new ArrayList<>(earlierMarks);
        for (Change change : changes) {
            boolean more = !summary.isEmpty() && summary.getLast().epoch() == change.epoch();
            List<ParameterEdit> edits = new ArrayList<>(more ? summary.getLast().edits() : List.of());
            edits.addAll(change.edits());
            TrainingSpec before = more ? summary.removeLast().before() : change.before();
            if (differ(before, change.after()) || !edits.isEmpty()) {
                summary.add(new Frame.Adjustment(change.epoch(), before, change.after(), List.copyOf(edits)));
            }
        }
        return List.copyOf(summary);
    }

    private static boolean differ(TrainingSpec one, TrainingSpec other) {
        return !one.withStop(other.stop()).equals(other);
    }

    /// Takes the trainer to a place from which updates, each after a [#redo], lead to the end of `epoch`.
    void backTo(long epoch) {
        Checkpoint checkpoint = checkpoints.atOrBefore(epoch);
        if (leadsTo(epoch) && trainer.epochs() >= checkpoint.epoch()) {
            return;
        }
        remaining();
        StopRule stop = trainer.spec().stop();
        trainer.restore(checkpoint);
        trainer.goOn(trainer.spec().withStop(stop));
        made = (int) changes.stream().takeWhile(change -> change.updates() < checkpoint.updates()).count();
    }

    private boolean leadsTo(long epoch) {
        boolean sound = trainer.divergence().isEmpty() && !trainer.standsOnBest();
        return sound && (trainer.epochs() < epoch || (trainer.epochs() == epoch && !trainer.isMidEpoch()));
    }
}
