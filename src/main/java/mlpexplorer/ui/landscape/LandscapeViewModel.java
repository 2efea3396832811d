package mlpexplorer.ui.landscape;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.landscape.WeightPath;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.training.Frame;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.Replay;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LatestJobRunner;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Landscape;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The landscape of the current run and the choices for it. Computed again in the background when
/// the run has new epochs or a choice changes.
final class LandscapeViewModel {
    private static final long MIN_INTERVAL_NANOS = 150_000_000;
    private static final long ANSWER_NANOS = 1_000_000_000;

    /// Larger networks have no marker, since finding its place would delay the window.
    private static final int MAX_MARKED = 1_000_000;

    private final Workbench workbench;
    private final ObjectProperty<WeightPlane.Kind> kind =
            new SimpleObjectProperty<>(this, "kind", WeightPlane.Kind.PRINCIPAL);
    private final ObjectProperty<Split.Part> part =
            new SimpleObjectProperty<>(this, "part", Split.Part.TRAIN);
    private final ObjectProperty<Double> factor = new SimpleObjectProperty<>(this, "factor", 1.0);
    private final ObjectProperty<Long> seed = new SimpleObjectProperty<>(this, "seed", 1L);
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<Landscape>> landscape =
            new ReadOnlyObjectWrapper<>(this, "landscape", Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", "");
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final LatestValue<Replay> recalled = new LatestValue<>();
    private final LatestJobRunner<Landscape.Request, Result> runner;
    private Optional<Wanted> asked = Optional.empty();

    /// The frame that `shown` was computed from; empty if that is outdated.
    private Optional<Frame> placed = Optional.empty();

    private boolean recalling;
    private long recalledAt;

    /// The displayed epoch.
    ///
    /// @param loss its loss in the displayed part, with penalty in training
    record Shown(long epoch, WeightPlane.Place place, double loss) {}

    /// What the landscape depends on.
    private record Wanted(
            long generation,
            long lastEpoch,
            int adjustments,
            WeightPlane.Kind kind,
            Split.Part part,
            double factor,
            long seed,
            Theme theme,
            Optional<Object> center) {}

    private record Result(Optional<Landscape> landscape, String problem) {
        static Optional<Result> of(Landscape.Request request) {
            try {
                return request.compute(Thread.currentThread()::isInterrupted)
                        .map(found -> new Result(Optional.of(found), ""));
            } catch (IllegalArgumentException e) {
                return Optional.of(new Result(Optional.empty(), String.valueOf(e.getMessage())));
            }
        }
    }

    LandscapeViewModel(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        runner = new LatestJobRunner<>(jobs, MIN_INTERVAL_NANOS, Result::of, this::show);
        for (var choice : List.of(kind, part, factor, seed)) {
            choice.addListener(_ -> {
                runner.cancel();
                placed = Optional.empty();
            });
        }
    }

    ObjectProperty<WeightPlane.Kind> kindProperty() {
        return kind;
    }

    /// The part whose loss is shown: training or validation.
    ObjectProperty<Split.Part> partProperty() {
        return part;
    }

    /// The size of the visible part relative to the default.
    ObjectProperty<Double> factorProperty() {
        return factor;
    }

    /// The seed of random directions.
    ObjectProperty<Long> seedProperty() {
        return seed;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// The newest landscape; empty before the first.
    ReadOnlyObjectProperty<Optional<Landscape>> landscapeProperty() {
        return landscape.getReadOnlyProperty();
    }

    /// Why there is no landscape; empty if there is one.
    ReadOnlyObjectProperty<String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The displayed epoch on the landscape.
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Call once per pulse while the pane is visible.
    void pulse(long now) {
        Optional<Frame> frame = workbench.frameProperty().get();
        if (frame.isEmpty()) {
            asked = Optional.empty();
            runner.cancel();
            show(new Result(Optional.empty(), Messages.text("landscape.waiting")));
            return;
        }
        Wanted wanted = wanted(frame.get());
        if (asked.filter(before -> before.generation() != wanted.generation()).isPresent()) {
            runner.cancel();
            asked = Optional.empty();
        }
        recalled.poll().ifPresent(replay -> submit(replay, frame.get()));
        recalling &= now - recalledAt < ANSWER_NANOS;
        if (!recalling
                && !asked.equals(Optional.of(wanted))
                && now - recalledAt >= MIN_INTERVAL_NANOS) {
            recalling = true;
            recalledAt = now;
            asked = Optional.of(wanted);
            workbench.open(recalled::publish);
        }
        runner.pulse(now);
        if (placed.filter(before -> before == frame.get()).isEmpty()) {
            placed = frame;
            shown.set(shown(frame.get()));
        }
    }

    private Wanted wanted(Frame frame) {
        return new Wanted(
                frame.generation(),
                frame.lastEpoch(),
                frame.adjustments().size(),
                kind.get(),
                part(frame),
                factor.get(),
                seed.get(),
                theme.get(),
                kind.get() == WeightPlane.Kind.RANDOM
                        ? Optional.of(frame.parameters())
                        : Optional.empty());
    }

    /// The training part if there are no validation rows.
    private Split.Part part(Frame frame) {
        return frame.split().part(part.get()).rows() > 0 ? part.get() : Split.Part.TRAIN;
    }

    /// A replay of another run than that of the frame is outdated; it is requested again.
    private void submit(Replay replay, Frame frame) {
        recalling = false;
        if (replay.mlp() != frame.mlp() || replay.split() != frame.split()) {
            asked = Optional.empty();
            return;
        }
        boolean train = part(frame) == Split.Part.TRAIN;
        try {
            runner.submit(
                    new Landscape.Request(
                            frame.mlp(),
                            List.of(new Landscape.Run("", Landscape.PATH, path(replay, frame))),
                            kind.get(),
                            frame.parameters(),
                            frame.split().part(part(frame)),
                            train ? penalty(frame) : new Regularizer.None(),
                            factor.get(),
                            seed.get(),
                            theme.get()));
        } catch (IllegalArgumentException e) {
            show(new Result(Optional.empty(), String.valueOf(e.getMessage())));
        }
    }

    /// The checkpoints of the run, with the displayed weights in place of those of the last epoch
    /// if that is displayed. A replay can be older or newer than the frame.
    private static WeightPath path(Replay replay, Frame frame) {
        WeightPath path = replay.path(WeightPlane.MAX_STEPS);
        if (frame.epoch() < frame.lastEpoch() || replay.lastEpoch() != frame.lastEpoch()) {
            return path;
        }
        List<WeightPath.Step> steps = new ArrayList<>(path.steps());
        steps.removeIf(step -> step.epoch() >= frame.epoch());
        steps.add(new WeightPath.Step(frame.epoch(), frame.parameters()));
        return new WeightPath(steps);
    }

    /// The penalty of the last epoch.
    private Regularizer penalty(Frame frame) {
        return (frame.adjustments().isEmpty()
                        ? workbench.runProperty().get().start().spec().training()
                        : frame.adjustments().getLast().after())
                .regularizer();
    }

    private void show(Result result) {
        landscape.set(result.landscape());
        placed = Optional.empty();
        problem.set(result.problem());
    }

    private Optional<Shown> shown(Frame frame) {
        return landscape
                .get()
                .filter(known ->
                        known.plane().origin().sameShape(frame.parameters())
                                && frame.parameters().count() <= MAX_MARKED)
                .map(known ->
                        new Shown(
                                frame.epoch(),
                                known.plane().project(frame.parameters()),
                                loss(frame)));
    }

    private double loss(Frame frame) {
        return part(frame) == Split.Part.TRAIN
                ? frame.metrics().train().loss() + frame.metrics().penalty()
                : frame.metrics().validation().loss();
    }
}
