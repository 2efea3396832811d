package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lesson.Attempt;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.LessonProgress;
import mlpexplorer.experiment.lesson.LessonRecord;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.Frame;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.controls.Messages;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lesson in progress, if there is one: what its step locks and hides, and the goals that the
/// runs of the window have met. The workbench refuses every change that the step does not allow,
/// wherever it comes from.
public final class ActiveLesson {
    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Optional<At>> at =
            new ReadOnlyObjectWrapper<>(this, "at", Optional.empty());
    private final ReadOnlyIntegerWrapper goalsMet = new ReadOnlyIntegerWrapper(this, "goalsMet");
    private Optional<LessonProgress> progress = Optional.empty();
    private final IdentityHashMap<Pane, Map<Node, Control>> governed = new IdentityHashMap<>();
    private boolean moving;
    private long began;
    private long counted;

    /// A step of a lesson.
    ///
    /// @param step step, counted from 0
    public record At(Lesson lesson, int step) {
        public Lesson.Step content() {
            return lesson.steps().get(step);
        }
    }

    ActiveLesson(Workbench workbench) {
        this.workbench = workbench;
        workbench.frameProperty().addListener((_, _, frame) -> frame.ifPresent(this::observe));
    }

    /// The current step; empty without a lesson.
    public ReadOnlyObjectProperty<Optional<At>> atProperty() {
        return at.getReadOnlyProperty();
    }

    /// The number of goals of the lesson that are met.
    public ReadOnlyIntegerProperty goalsMetProperty() {
        return goalsMet.getReadOnlyProperty();
    }

    /// Whether a goal of the current step is met.
    ///
    /// @param goal goal, counted from 0
    public boolean isMet(int goal) {
        return progress.filter(
                        known -> at.get().filter(now -> known.isMet(now.step(), goal)).isPresent())
                .isPresent();
    }

    /// Starts a lesson with its first step, in place of any other.
    public void start(Lesson lesson) {
        progress = Optional.of(new LessonProgress(lesson));
        goalsMet.set(0);
        began = System.nanoTime();
        show(new At(lesson, 0), true);
    }

    /// Shows another step of the lesson. It starts with the settings that it states; without any,
    /// with the current ones, unless it locks other values. A step that locks the test part or
    /// changed weights, which the step before does not, starts with a new run.
    public void show(int step) {
        at.get()
                .filter(now -> step >= 0 && step < now.lesson().steps().size())
                .ifPresent(now -> {
                    At next = new At(now.lesson(), step);
                    boolean stays =
                            next.content().set().isEmpty()
                                    && now.lesson().broken(step, workbench.spec()).isEmpty()
                                    && !isNew(Control.TEST, now, next)
                                    && !isNew(Control.WEIGHTS, now, next);
                    show(next, !stays);
                });
    }

    private static boolean isNew(Control control, At now, At next) {
        return next.content().locks(control) && !now.content().locks(control);
    }

    private void show(At next, boolean starts) {
        if (starts) {
            RunStart start = new RunStart(next.lesson().spec(next.step()));
            boolean same = start.equals(workbench.start());
            moving = true;
            OpenExperiment.open(workbench, start);
            moving = false;
            if (same) {
                workbench.rewind();
            }
        }
        at.set(Optional.of(next));
    }

    /// Ends the lesson; its settings stay.
    public void end() {
        progress = Optional.empty();
        goalsMet.set(0);
        at.set(Optional.empty());
    }

    /// Whether `control` cannot be changed.
    public boolean locks(Control control) {
        return at.get().filter(now -> now.content().locks(control)).isPresent();
    }

    private boolean hides(Control control) {
        return at.get().filter(now -> now.content().hidden().contains(control)).isPresent();
    }

    /// Throws [UserError] if the step does not allow `after`.
    void requireAllowed(RunSpec after) {
        at.get().filter(_ -> !moving).ifPresent(now -> requireAllowed(now, after));
    }

    private static void requireAllowed(At now, RunSpec spec) {
        now.lesson().broken(now.step(), spec).ifPresent(control -> refuse(now, control));
    }

    /// Throws [UserError] if the step does not allow this spec or its weights.
    void requireAllowed(RunStart after) {
        requireAllowed(after.spec());
        if (after.weights().isPresent()) {
            requireAllowed(Control.WEIGHTS);
        }
    }

    /// Throws [UserError] if the step does not allow to change what `control` stands for.
    void requireAllowed(Control control) {
        at.get()
                .filter(now -> !moving && now.content().locks(control))
                .ifPresent(now -> refuse(now, control));
    }

    /// Whether weights can be edited; shows a message if not.
    boolean allowsWeights() {
        try {
            requireAllowed(Control.WEIGHTS);
            return true;
        } catch (UserError e) {
            workbench.notice().show(e);
            return false;
        }
    }

    private static void refuse(At now, Control control) {
        throw UserError.input(
                Messages.text("lesson.locked", now.lesson().refusal(now.step(), control)));
    }

    /// The current step as it applies to runs that are trained beside that of the window.
    public Side side() {
        return new Side();
    }

    /// The step of the moment at which this was created, for runs that are trained beside that of
    /// the window, such as those of a sweep.
    public final class Side {
        private final Optional<At> step = at.get();
        private final Optional<LessonProgress> known = progress;

        private Side() {}

        /// Throws [UserError] if the step does not allow `start`. Thread-safe.
        public void requireAllowed(RunStart start) {
            step.ifPresent(now -> ActiveLesson.requireAllowed(now, start.spec()));
        }

        /// Counts a run that has ended. Call on the FX thread.
        ///
        /// @param parameters weights and biases
        public void add(RunStart start, RunEnd end, long parameters) {
            if (known.isPresent() && known.equals(progress)) {
                known.get().count();
                step.flatMap(now -> Attempt.of(now.step(), start, end, false, parameters))
                        .ifPresent(ActiveLesson.this::add);
            }
        }
    }

    /// Records that the gradients were checked.
    public void gradientChecked() {
        workbench
                .frameProperty()
                .get()
                .ifPresent(frame ->
                        add(
                                new Attempt(
                                        at.get().map(At::step).orElse(0),
                                        workbench.spec(),
                                        0,
                                        false,
                                        true,
                                        frame.parameters().count(),
                                        new EpochMetrics(
                                                0,
                                                0,
                                                Score.NONE,
                                                Score.NONE,
                                                Score.NONE,
                                                0,
                                                Double.NaN))));
    }

    private void observe(Frame frame) {
        progress.ifPresent(known -> {
            if (frame.lastEpoch() > 0 && counted != frame.generation()) {
                counted = frame.generation();
                known.count();
            }
        });
        if (progress.isPresent()) {
            attempt(frame).ifPresent(this::add);
        }
    }

    private void add(Attempt attempt) {
        progress.filter(known -> known.add(attempt))
                .ifPresent(known -> goalsMet.set(known.goalsMet()));
    }

    /// The displayed run, if its spec alone determines its metrics: it was not changed during
    /// training, did not continue another and has random initial weights, and it has ended or is at
    /// the end of an epoch.
    private Optional<Attempt> attempt(Frame frame) {
        CurrentRun run = workbench.runProperty().get();
        RunSpec spec = run.start().spec();
        StopRule stop = workbench.spec().training().stop();
        EpochMetrics metrics = frame.metrics();
        boolean ended = Outcome.of(frame.phase()).isPresent();
        boolean whole = metrics.epoch() > 0 && metrics.updates() % metrics.epoch() == 0;
        boolean exact =
                frame.generation() == run.generation()
                        && !run.continues()
                        && run.start().weights().isEmpty()
                        && run.start().resumed().isEmpty()
                        && frame.adjustments().isEmpty()
                        && stop.withEpochs(1).equals(spec.training().stop().withEpochs(1))
                        && (ended || whole && stop.patience().isEmpty());
        return at.get()
                .filter(_ -> exact)
                .map(now ->
                        new Attempt(
                                now.step(),
                                spec.withTraining(spec.training().withStop(stop)),
                                ended ? frame.lastEpoch() : metrics.epoch(),
                                ended,
                                false,
                                frame.parameters().count(),
                                metrics));
    }

    /// The record of the lesson for a bundle of the displayed run; empty without a lesson.
    public Optional<LessonRecord> record(Frame frame) {
        return progress.map(
                known -> known.record(attempt(frame), (System.nanoTime() - began) / 1e9));
    }

    /// Disables and hides children of `parent` with a control. The children of `parent` do not
    /// change.
    public void restrict(Pane parent, Control control, Node... children) {
        Map<Node, Control> known = governed.get(parent);
        if (known == null) {
            Map<Node, Control> controls = new HashMap<>();
            governed.put(parent, controls);
            List<Node> all = List.copyOf(parent.getChildren());
            at.addListener(_ -> show(parent, all, controls));
            known = controls;
        }
        for (Node child : children) {
            known.put(child, control);
        }
    }

    private void show(Pane parent, List<Node> all, Map<Node, Control> controls) {
        controls.forEach((child, control) -> child.setDisable(locks(control)));
        List<Node> shown =
                all.stream()
                        .filter(child ->
                                !controls.containsKey(child) || !hides(controls.get(child)))
                        .toList();
        if (!parent.getChildren().equals(shown)) {
            parent.getChildren().setAll(shown);
        }
    }

    /// Disables and hides `node` with a control.
    public void restrict(Node node, Control control) {
        at.addListener(_ -> {
            node.setDisable(locks(control));
            node.setVisible(!hides(control));
            node.setManaged(!hides(control));
        });
    }
}
