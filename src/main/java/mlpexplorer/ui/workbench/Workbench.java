package mlpexplorer.ui.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Command;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.training.Replay;
import mlpexplorer.training.TrainingSession;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.workbench.RunDraft.ChangeImpact;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The window's experiment: its spec, its run and the operations on them.
///
/// [#pulse] drives everything: it starts the run required by the last changes, fetches the newest
/// frame and requests the next. A change that can be applied to a running run (rate, penalty,
/// optimizer settings, stop rule) takes effect immediately; any other change, and with
/// [#autoTrainProperty] any change of a finished run except of its stop rule, starts a new run, at
/// most one per [#RESTART_NANOS], unless it is a [#fork] or only changes drawn points: then the run
/// continues with its weights. With [#autoTrainProperty] the new run is trained immediately, at
/// full speed if the change came from a gesture such as a drag.
///
/// Every change is an undo step; those between [#beginDrag] and [#endDrag] are one step.
public final class Workbench implements LivePart {
    /// Changes closer together than this, as in a drag, share one run.
    static final long RESTART_NANOS = 40_000_000;

    private final TrainingSession session = new TrainingSession();
    private final SplitCache splits = new SplitCache();
    private final RunDraft draft;
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Ready());
    private final ReferenceRun reference = new ReferenceRun();
    private final Notice notice = new Notice();
    private final TrainingPace pace = new TrainingPace(session);
    private final ActiveLesson lesson = new ActiveLesson(this);
    private final BooleanProperty autoTrain = new SimpleBooleanProperty(this, "autoTrain", true);
    private Optional<PendingStart> wanted = Optional.empty();
    private final ReadOnlyObjectWrapper<CurrentRun> run;
    private long restartedAt;
    private boolean dragging;

    /// Starts with `initial`, ready but not training.
    public Workbench(RunSpec initial) {
        draft = new RunDraft(initial);
        run =
                new ReadOnlyObjectWrapper<>(
                        this, "run", new CurrentRun(0, new RunStart(initial), false));
        begin(PendingStart.NONE, System.nanoTime());
    }

    public ReadOnlyObjectProperty<RunSpec> specProperty() {
        return draft.specProperty();
    }

    public RunSpec spec() {
        return draft.spec();
    }

    /// The batch that data with enough training rows gets: the batch of the spec, unless that
    /// became "full" because there were too few.
    public BatchSize wantedBatch() {
        return draft.wantedBatch();
    }

    /// The start of the next run: the spec and loaded weights, if any.
    public RunStart start() {
        return draft.start();
    }

    /// The shape of the data, from the spec or, once a run has read it, the file.
    public ReadOnlyObjectProperty<Optional<DataShape>> shapeProperty() {
        return draft.shapeProperty();
    }

    /// The current run, from the moment it is requested.
    public ReadOnlyObjectProperty<CurrentRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /// The newest frame of the current run; empty until the first one arrives, and while there are
    /// no points.
    public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The curves of the previous run.
    public ReadOnlyObjectProperty<MetricLog.View> referenceProperty() {
        return reference.property();
    }

    /// The message in the status line.
    public Notice notice() {
        return notice;
    }

    /// The lesson in progress, whose step can lock settings.
    public ActiveLesson lesson() {
        return lesson;
    }

    /// How fast the run is trained.
    public TrainingPace pace() {
        return pace;
    }

    /// Whether there is a change to [#undo] or [#redo].
    public UndoHistory undoHistory() {
        return draft.steps();
    }

    /// Whether a change of model or data trains the new run immediately; otherwise only if training
    /// was running.
    public BooleanProperty autoTrainProperty() {
        return autoTrain;
    }

    public boolean isRunning() {
        return phase.get() instanceof Phase.Running;
    }

    /// Applies a change to the spec. An invalid result changes nothing; returns an error message.
    public Optional<String> change(UnaryOperator<RunSpec> edit) {
        return edit(edit, this::follow);
    }

    /// Applies a change to `data`, just read from its files. Restarts the run even if the spec
    /// stays the same, as files may have changed. An invalid result changes nothing; returns a
    /// message.
    public Optional<String> open(DataSpec data, Dataset dataset, UnaryOperator<RunSpec> edit) {
        RunSpec before = spec();
        BatchSize batch = wantedBatch();
        splits.put(data, dataset);
        Optional<String> problem = change(edit);
        if (problem.isEmpty()) {
            draft.read(dataset.shape(), batch);
            if (spec().equals(before)) {
                requestStart(new PendingStart(isPlaying(), false, false));
            }
        }
        return problem;
    }

    /// Forks a run: continues from the displayed weights (after a divergence, the last good ones)
    /// with another training spec. The new run keeps the curve up to here; the complete one stays
    /// as the earlier run. Training continues if it was running or had diverged. An invalid result
    /// changes nothing; returns an error message.
    public Optional<String> fork(UnaryOperator<TrainingSpec> edit) {
        return edit(
                spec -> spec.withTraining(edit.apply(spec.training())), (_, after) -> fork(after));
    }

    private Optional<String> edit(UnaryOperator<RunSpec> edit, BiConsumer<RunSpec, RunSpec> then) {
        RunSpec before = spec();
        RunSpec after;
        try {
            after = edit.apply(before);
            lesson.requireAllowed(after);
        } catch (IllegalArgumentException | UserError e) {
            return Optional.of(notice.show(e));
        }
        if (after.equals(before)) {
            return Optional.empty();
        }
        notice.clear();
        draft.change(after);
        then.accept(before, after);
        return Optional.empty();
    }

    /// Restarts with `given` as initial weights, ready but not training. Weights of another shape
    /// change nothing; returns an error message.
    public Optional<String> startFrom(Parameters given) {
        return startFrom(Optional.of(given), Optional.empty());
    }

    /// The same with random weights, if none are given, or in the training that is resumed.
    Optional<String> startFrom(Optional<Parameters> weights, Optional<TrainedModel> resumed) {
        try {
            lesson.requireAllowed(Control.WEIGHTS);
            draft.setWeights(weights, resumed);
        } catch (IllegalArgumentException | UserError e) {
            return Optional.of(notice.show(e));
        }
        requestStart(PendingStart.NONE);
        return Optional.empty();
    }

    /// Restarts with random weights, if others were given.
    public void drawWeights() {
        if (draft.start().weights().isPresent()) {
            draft.drawWeights();
            requestStart(new PendingStart(isPlaying(), false, false));
        }
    }

    /// Starts a gesture: all changes until [#endDrag] are one undo step after the earlier run.
    public void beginDrag() {
        dragging = true;
        reference.hold();
        draft.steps().hold();
    }

    /// Ends a gesture.
    public void endDrag() {
        if (dragging) {
            dragging = false;
            draft.steps().release(draft.start());
        }
    }

    /// Whether a gesture is active.
    public boolean isDragging() {
        return dragging;
    }

    /// Takes back the last change of the spec or of a weight.
    public void undo() {
        step(draft.steps()::undo, draft.steps()::redo, UndoHistory.Step.Edit::before);
    }

    /// Makes the change again that was undone last.
    public void redo() {
        step(draft.steps()::redo, draft.steps()::undo, UndoHistory.Step.Edit::after);
    }

    private void step(
            BiFunction<RunStart, Long, Optional<UndoHistory.Step>> steps,
            BiConsumer<RunStart, Long> back,
            Function<UndoHistory.Step.Edit, ParameterEdit> wanted) {
        steps.apply(draft.start(), generation())
                .ifPresent(step -> {
                    switch (step) {
                        case UndoHistory.Step.Start(RunStart start) -> {
                            if (!seek(start)) {
                                back.accept(start, generation());
                            }
                        }
                        case UndoHistory.Step.Edit edit when lesson.allowsWeights() ->
                                send(wanted.apply(edit));
                        case UndoHistory.Step.Edit _ -> {}
                    }
                });
    }

    /// Returns false, with a message, if `there` cannot be used.
    private boolean seek(RunStart there) {
        RunSpec before = spec();
        try {
            lesson.requireAllowed(there);
            UndoHistory.requireData(before, there.spec());
        } catch (UserError e) {
            notice.show(e);
            return false;
        }
        boolean sameWeights = draft.start().weights().equals(there.weights());
        notice.clear();
        draft.resetTo(there);
        if (!before.equals(there.spec()) && sameWeights) {
            follow(before, there.spec());
        } else {
            requestStart(new PendingStart(isPlaying(), false, false));
        }
        return true;
    }

    private void follow(RunSpec before, RunSpec after) {
        ChangeImpact impact = ChangeImpact.of(before, after);
        boolean retrains =
                autoTrain.get()
                        && phase.get() instanceof Phase.Finished
                        && draft.start().resumed().isEmpty()
                        && !ChangeImpact.isStopOnly(before, after);
        if (wanted.isEmpty() && !isBroken() && impact == ChangeImpact.LIVE && !retrains) {
            session.send(new Command.Adjust(after.training()));
        } else {
            // data selected before anything was trained waits for Train
            boolean waits =
                    ChangeImpact.isNewData(before, after) && phase.get() instanceof Phase.Ready;
            boolean plays = isPlaying() && !waits;
            requestStart(
                    new PendingStart(
                            plays,
                            plays
                                    && dragging
                                    && autoTrain.get()
                                    && !ChangeImpact.isDrawing(before, after),
                            impact == ChangeImpact.POINTS && !isBroken()));
        }
    }

    private boolean isPlaying() {
        return autoTrain.get() || isRunning();
    }

    private void fork(RunSpec after) {
        if (wanted.isPresent() || phase.get() instanceof Phase.Failed) {
            requestStart(new PendingStart(true, false, false));
            return;
        }
        reference.remember(frame.get());
        next(true);
        session.send(new Command.Fork(generation(), after.training(), isRunning() || isBroken()));
    }

    private boolean isBroken() {
        return phase.get() instanceof Phase.Diverged || phase.get() instanceof Phase.Failed;
    }

    private void requestStart(PendingStart start) {
        wanted = Optional.of(wanted.map(before -> before.mergedWith(start)).orElse(start));
    }

    /// Trains, from the start after a divergence.
    public void play() {
        pace.setUnlimited(false);
        if (isBroken() || wanted.isPresent()) {
            requestStart(new PendingStart(true, false, !isBroken()));
        } else {
            session.send(new Command.Play());
        }
    }

    public void pause() {
        pace.setUnlimited(false);
        wanted = wanted.map(PendingStart::paused);
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
        pace.setUnlimited(false);
        session.send(new Command.StepEpoch());
    }

    /// Sets one weight or bias, as an undo step. Ignored while another run is starting.
    public void edit(ParameterEdit edit) {
        frame.get()
                .filter(shown -> wanted.isEmpty() && shown.generation() == generation())
                .filter(_ -> lesson.allowsWeights())
                .ifPresent(shown -> {
                    double before = edit.place().read(shown.parameters());
                    draft.steps()
                            .edited(
                                    new UndoHistory.Step.Edit(
                                            generation(),
                                            new ParameterEdit(
                                                    edit.place(),
                                                    Math.clamp(
                                                            before,
                                                            -ParameterEdit.LIMIT,
                                                            ParameterEdit.LIMIT)),
                                            edit));
                    send(edit);
                });
    }

    private void send(ParameterEdit edit) {
        session.send(new Command.SetParameter(generation(), edit));
    }

    /// Shows the previous epoch and pauses there.
    public void stepBack() {
        session.send(new Command.StepBack());
    }

    /// Shows the state at the end of `epoch`, which was already trained, and pauses there. The
    /// curves stay until a change diverts the run.
    public void seek(long epoch) {
        session.send(new Command.Seek(epoch));
    }

    /// Passes the history of the run to `to`, asynchronously on another thread; for example
    /// [mlpexplorer.training.LatestValue#publish].
    public void open(Consumer<Replay> to) {
        session.send(new Command.Recall(to));
    }

    /// Rewinds to the same start: same data, same weights, same batches.
    public void rewind() {
        pace.setUnlimited(false);
        wanted = Optional.of(PendingStart.NONE);
    }

    /// New weights and batches; keeps training if it was running.
    public void newSeed() {
        change(before -> before.withSeeds(before.seeds().nextStart()));
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        wanted.filter(start -> start.continues() || now - restartedAt >= RESTART_NANOS)
                .ifPresent(start -> begin(start, now));
        session.pollFailure()
                .filter(failure -> failure.generation() == generation())
                .ifPresent(this::show);
        session.pollFrame()
                .filter(fresh -> fresh.generation() == generation())
                .ifPresent(this::show);
        session.requestFrame();
    }

    private void begin(PendingStart start, long now) {
        wanted = Optional.empty();
        if (!start.continues()) {
            reference.onRunEnd(
                    frame.get(),
                    run.get().start().spec().data(),
                    spec().data(),
                    dragging,
                    now - restartedAt);
            pace.setUnlimited(start.unlimited());
        }
        restartedAt = now;
        RunStart from = next(start.continues());
        session.send(
                start.continues()
                        ? new Command.Continue(
                                generation(),
                                () -> splits.split(from.spec()),
                                from.spec().training(),
                                start.play())
                        : new Command.Restart(
                                generation(),
                                () -> from.trainer(splits.split(from.spec())),
                                start.play()));
    }

    private long generation() {
        return run.get().generation();
    }

    private RunStart next(boolean continues) {
        run.set(new CurrentRun(generation() + 1, draft.start(), continues));
        return run.get().start();
    }

    private void show(Frame fresh) {
        if (wanted.isEmpty()) {
            draft.measured(fresh.split().shape());
        }
        frame.set(Optional.of(fresh));
        phase.set(fresh.phase());
    }

    private void show(TrainingSession.Failure failure) {
        if (spec().data() instanceof DataSpec.Points drawn && drawn.rows() == 0) {
            frame.set(Optional.empty());
            phase.set(new Phase.Ready());
            return;
        }
        phase.set(new Phase.Failed(failure.cause()));
        notice.show(Notice.Level.PROBLEM, PhaseText.of(failure));
    }

    @Override
    public void close() {
        session.close();
    }
}
