package mlpexplorer.ui.workbench;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import mlpexplorer.data.DataShape;
import mlpexplorer.data.io.InvalidData;
import mlpexplorer.experiment.InvalidSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.Seeds;
import mlpexplorer.training.Command;
import mlpexplorer.training.Failure;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.training.TrainingSession;
import mlpexplorer.training.TrainingSpec;

/// The window's one experiment: its specification, its run, and the verbs on it.
///
/// [#pulse] moves everything: it begins the run that the last changes ask for, fetches the newest frame and asks for the
/// next. A change that a run can live with (rate, penalty, the optimizer's knobs, stop rule) reaches it at once; any other
/// one begins a new run, at most one every [#RESTART_NANOS], which trains on if the last one did or had finished, unless it
/// is asked for as a [#fork].
public final class Workbench implements AutoCloseable {
    /// Changes closer together than this, as in a drag, share a run.
    static final long RESTART_NANOS = 40_000_000;
    /// A run younger than this does not replace the ghost of the one before it.
    private static final long GHOST_NANOS = 400_000_000;

    private final TrainingSession session = new TrainingSession();
    private final TrainerSource trainers = new TrainerSource();
    private final ReadOnlyObjectWrapper<RunSpec> spec;
    private final ReadOnlyObjectWrapper<Optional<DataShape>> shape;
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Ready());
    private final ReadOnlyObjectWrapper<MetricLog.View> ghost = new ReadOnlyObjectWrapper<>(MetricLog.View.EMPTY);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final DoubleProperty pace = new SimpleDoubleProperty(this, "pace", Double.POSITIVE_INFINITY);
    private long generation;
    private long restartedAt;
    private boolean restartWanted;
    private boolean playAfterRestart;

    /// Begins with `initial`, ready but not training.
    public Workbench(RunSpec initial) {
        spec = new ReadOnlyObjectWrapper<>(this, "spec", initial);
        shape = new ReadOnlyObjectWrapper<>(this, "shape", initial.data().shape());
        pace.addListener((_, _, value) -> session.send(new Command.Pace(value.doubleValue())));
        restart(false, System.nanoTime());
    }

    public ReadOnlyObjectProperty<RunSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    public RunSpec spec() {
        return spec.get();
    }

    /// How large the data are: as their specification tells or, once a run has read it, their file.
    public ReadOnlyObjectProperty<Optional<DataShape>> shapeProperty() {
        return shape.getReadOnlyProperty();
    }

    /// The newest frame of the current run; empty until the first one has come.
    public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The curves of the run before this one.
    public ReadOnlyObjectProperty<MetricLog.View> ghostProperty() {
        return ghost.getReadOnlyProperty();
    }

    /// One sentence about the last thing worth telling, or empty.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void tell(String sentence) {
        notice.set(sentence);
    }

    /// Epochs a second at most; infinity is as fast as the machine can.
    public DoubleProperty paceProperty() {
        return pace;
    }

    public boolean isRunning() {
        return phase.get() instanceof Phase.Running;
    }

    /// Applies a change to the specification. An impossible result changes nothing and comes back as a sentence.
    public Optional<String> change(UnaryOperator<RunSpec> edit) {
        return edit(edit, this::follow);
    }

    /// Goes on from the weights that are shown (after a divergence, from the last good ones) under another training
    /// specification, as a run of its own that keeps the curve up to here; the whole one stays as the ghost. Trains on if
    /// the run did or had diverged. An impossible result changes nothing and comes back as a sentence.
    public Optional<String> fork(UnaryOperator<TrainingSpec> edit) {
        return edit(spec -> spec.withTraining(edit.apply(spec.training())), (_, after) -> fork(after));
    }

    private Optional<String> edit(UnaryOperator<RunSpec> edit, BiConsumer<RunSpec, RunSpec> then) {
        RunSpec before = spec.get();
        RunSpec after;
        try {
            after = edit.apply(before);
        } catch (IllegalArgumentException e) {
            notice.set(e.getMessage());
            return Optional.of(e.getMessage());
        }
        if (after.equals(before)) {
            return Optional.empty();
        }
        notice.set("");
        if (!after.data().equals(before.data())) {
            shape.set(after.data().shape());
        }
        spec.set(after);
        then.accept(before, after);
        return Optional.empty();
    }

    private void follow(RunSpec before, RunSpec after) {
        if (!restartWanted && !isBroken() && livesOn(before, after)) {
            session.send(new Command.Adjust(after.training()));
        } else {
            wantRestart(isRunning() || isBroken() || phase.get() instanceof Phase.Finished);
        }
    }

    private void fork(RunSpec after) {
        if (restartWanted || phase.get() instanceof Phase.Failed) {
            wantRestart(true);
            return;
        }
        frame.get().map(Frame::log).filter(log -> log.size() > 1).ifPresent(ghost::set);
        generation++;
        session.send(new Command.Fork(generation, after.training(), isRunning() || isBroken()));
    }

    private boolean isBroken() {
        return phase.get() instanceof Phase.Diverged || phase.get() instanceof Phase.Failed;
    }

    private static boolean livesOn(RunSpec before, RunSpec after) {
        boolean onlyTraining = before.data().equals(after.data()) && before.split().equals(after.split())
                && before.model().equals(after.model()) && before.seeds().equals(after.seeds());
        return onlyTraining && before.training().withStop(after.training().stop()).differsOnlyLiveFrom(after.training());
    }

    private void wantRestart(boolean play) {
        playAfterRestart = (restartWanted && playAfterRestart) || play;
        restartWanted = true;
    }

    /// Trains, from the start after a divergence.
    public void play() {
        if (isBroken()) {
            wantRestart(true);
        } else if (restartWanted) {
            playAfterRestart = true;
        } else {
            session.send(new Command.Play());
        }
    }

    public void pause() {
        playAfterRestart = false;
        session.send(new Command.Pause());
    }

    public void playOrPause() {
        if (isRunning()) {
            pause();
        } else {
            play();
        }
    }

    public void stepEpoch() {
        session.send(new Command.StepEpoch());
    }

    /// Sets one weight or bias of the network that is shown by hand; training goes on if it did. Nothing happens while
    /// another run is on its way.
    public void edit(ParameterEdit edit) {
        boolean current = !restartWanted && frame.get().filter(shown -> shown.generation() == generation).isPresent();
        if (current) {
            session.send(new Command.SetParameter(generation, edit));
        }
    }

    /// Shows the epoch before the one that is shown, and pauses there.
    public void stepBack() {
        session.send(new Command.StepBack());
    }

    /// Shows the state at the end of `epoch`, one that was trained already, and pauses there. The curves stay until a
    /// change lets the run go another way.
    public void seek(long epoch) {
        session.send(new Command.Seek(epoch));
    }

    /// Back to the same start: same data, same weights, same batches.
    public void rewind() {
        restartWanted = true;
        playAfterRestart = false;
    }

    /// Fresh weights and batches; keeps training if it was.
    public void newSeed() {
        change(before -> {
            Seeds seeds = before.seeds();
            return before.withSeeds(seeds.withInit(seeds.init() + 1).withBatches(seeds.batches() + 1));
        });
    }

    /// To be called once a pulse.
    public void pulse(long now) {
        if (restartWanted && now - restartedAt >= RESTART_NANOS) {
            restart(playAfterRestart, now);
        }
        session.pollFailure().filter(failure -> failure.generation() == generation).ifPresent(this::show);
        session.pollFrame().filter(fresh -> fresh.generation() == generation).ifPresent(this::show);
        session.requestFrame();
    }

    private void restart(boolean play, long now) {
        keepGhost(now);
        restartWanted = false;
        playAfterRestart = false;
        restartedAt = now;
        generation++;
        RunSpec wanted = spec.get();
        session.send(new Command.Restart(generation, () -> trainers.trainer(wanted), play));
    }

    private void keepGhost(long now) {
        if (now - restartedAt >= GHOST_NANOS) {
            frame.get().map(Frame::log).filter(log -> log.size() > 1).ifPresent(ghost::set);
        }
    }

    private void show(Frame fresh) {
        if (!restartWanted && shape.get().isEmpty()) {
            shape.set(Optional.of(fresh.split().shape()));
        }
        frame.set(Optional.of(fresh));
        phase.set(fresh.phase());
    }

    private void show(Failure failure) {
        phase.set(new Phase.Failed(failure.cause()));
        String reason = failure.cause() instanceof OutOfMemoryError
                ? Texts.text("failure.memory") : String.valueOf(failure.cause().getMessage());
        notice.set(Texts.text("failure.start", reason));
        if (!isWrongInput(failure.cause())) {
            System.getLogger(Workbench.class.getName())
                    .log(System.Logger.Level.ERROR, "A run could not go on", failure.cause());
        }
    }

    /// The sentence tells all there is to know; a stack trace would only frighten.
    private static boolean isWrongInput(Throwable cause) {
        return cause instanceof InvalidData || cause instanceof InvalidSpec || cause instanceof IllegalArgumentException;
    }

    @Override
    public void close() {
        session.close();
    }
}
