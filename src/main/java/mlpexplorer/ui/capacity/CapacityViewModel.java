package mlpexplorer.ui.capacity;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The compared sizes and their results. [#pulse] starts pending work, debounced while a slider is
/// dragged.
final class CapacityViewModel {
    static final int PIXELS = 104;

    private static final long DEBOUNCE_NANOS = 150_000_000;

    /// At this pace and above, the strip leaves the machine to the run.
    private static final double FAST_EPOCHS_PER_SECOND = 500;

    private final Workbench workbench;
    private final Jobs jobs;
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<Strip>> strip =
            new ReadOnlyObjectWrapper<>(this, "strip", Optional.empty());
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<Integer, TrainedCandidate> known = new HashMap<>();
    private List<Jobs.Job> running = List.of();
    private int layer;
    private Optional<Long> changedAt = Optional.empty();
    private boolean due;

    /// The displayed state.
    ///
    /// @param layer the compared layer, counted from 0
    /// @param current its current size
    /// @param trials results so far, by size
    record Strip(
            int layer, int current, List<Integer> sizes, Map<Integer, TrainedCandidate> trials) {
        Strip {
            trials = Map.copyOf(trials);
        }
    }

    CapacityViewModel(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        this.jobs = jobs;
        workbench.specProperty().addListener((_, before, after) -> changed(before, after));
        theme.addListener(_ -> forget());
        wanted.addListener(_ -> forget());
        show();
    }

    /// Whether the strip is visible; nothing is trained otherwise.
    BooleanProperty wantedProperty() {
        return wanted;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Empty for data without a plane and for networks without hidden layers.
    ReadOnlyObjectProperty<Optional<Strip>> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /// Sets the number of units of the layer.
    void apply(int units) {
        workbench.change(spec -> with(spec, units));
    }

    /// Starts pending work. Call once per pulse.
    void pulse(long now) {
        busy.set(workbench.phaseProperty().get() instanceof Phase.Running && isFast());
        if (due && changedAt.isEmpty()) {
            changedAt = Optional.of(now);
        }
        if (due && now - changedAt.orElse(now) >= DEBOUNCE_NANOS) {
            due = false;
            begin();
        }
    }

    /// The measured pace lags behind, so the requested pace counts too.
    private boolean isFast() {
        double measured = workbench.frameProperty().get().map(frame -> frame.pace()).orElse(0.0);
        return workbench.pace().isUnlimited()
                || Math.max(measured, workbench.pace().limitProperty().get())
                        > FAST_EPOCHS_PER_SECOND;
    }

    private void changed(RunSpec before, RunSpec after) {
        List<Integer> were = before.model().hidden();
        List<Integer> are = after.model().hidden();
        for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
            if (!were.get(i).equals(are.get(i))) {
                layer = i;
            }
        }
        boolean onlySize =
                were.size() == are.size()
                        && layer < are.size()
                        && with(before, are.get(layer)).equals(after);
        if (onlySize && strip.get().filter(shown -> shown.layer() == layer).isPresent()) {
            stop();
            show();
        } else {
            forget();
        }
    }

    private void forget() {
        stop();
        known.clear();
        show();
    }

    private void stop() {
        running.forEach(Jobs.Job::cancel);
        running = List.of();
        due = true;
        changedAt = Optional.empty();
    }

    private void show() {
        RunSpec spec = workbench.spec();
        List<Integer> hidden = spec.model().hidden();
        layer = Math.clamp(layer, 0, Math.max(0, hidden.size() - 1));
        boolean shows =
                spec.data() instanceof DataSpec.Plane plane
                        && plane.rows() > 0
                        && !hidden.isEmpty();
        strip.set(
                shows
                        ? Optional.of(
                                new Strip(
                                        layer,
                                        hidden.get(layer),
                                        Sizes.around(hidden.get(layer)),
                                        known))
                        : Optional.empty());
    }

    private void begin() {
        if (!wanted.get() || strip.get().isEmpty()) {
            return;
        }
        RunSpec spec = workbench.spec();
        FieldThumbnail look = new FieldThumbnail(PIXELS, theme.get()).withoutPoints();
        List<Jobs.Job> begun = new ArrayList<>();
        for (int size : Sizes.byNearness(strip.get().get().current())) {
            if (!known.containsKey(size)) {
                RunSpec tried = with(spec, size);
                begun.add(
                        jobs.run(
                                () -> trial(tried, look),
                                candidate -> done(size, candidate),
                                CapacityViewModel::failed));
            }
        }
        running = begun;
    }

    private TrainedCandidate trial(RunSpec spec, FieldThumbnail look) throws InterruptedException {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        return TrainedCandidate.of(spec, look, busy::get, System::nanoTime);
    }

    private void done(int size, TrainedCandidate candidate) {
        known.put(size, candidate);
        show();
    }

    private static void failed(Exception failure) {
        System.getLogger(CapacityViewModel.class.getName())
                .log(System.Logger.Level.DEBUG, "A network size could not be trained", failure);
    }

    private RunSpec with(RunSpec spec, int units) {
        ModelSpec model = spec.model();
        List<Integer> hidden = new ArrayList<>(model.hidden());
        hidden.set(layer, units);
        return spec.withModel(model.withUnits(hidden));
    }
}
