package mlpexplorer.ui.runs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.Lazy;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.workbench.ReferenceCurves;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;

/// The Runs page: its state exists from the start, since pinned runs are also drawn elsewhere; its
/// view is created when first opened.
public final class RunsPage implements LivePart {
    private final Jobs jobs = new BackgroundJobs("runs", 1);
    private final Jobs training = new BackgroundJobs("runs-training", 1);
    private final RunsViewModel model;
    private final Lazy<RunsView> view;

    /// @param exports saves what the page shows
    /// @param onOpened called when a run was opened in the window
    public RunsPage(Workbench workbench, RunRecorder recorder, Exports exports, Runnable onOpened) {
        model = new RunsViewModel(workbench, recorder, jobs);
        view =
                new Lazy<>(() ->
                        new RunsView(model, new LandscapePane(model, training, exports), onOpened));
    }

    /// The view, created on first access.
    public Region view() {
        return view.get();
    }

    /// The pinned runs as of the last update.
    public ReadOnlyObjectProperty<List<ReferenceCurves>> pinnedProperty() {
        return model.pinnedProperty();
    }

    /// Whether to hide test metrics.
    public BooleanProperty testHiddenProperty() {
        return model.testHiddenProperty();
    }

    /// Loads the list once even while hidden, since pinned runs are shown elsewhere.
    public void loadPinned(long now) {
        model.pulse(now);
    }

    /// Call once per pulse; polls for changes while visible.
    @Override
    public void pulse(long now) {
        view.ifPresent(page -> page.pulse(now));
    }

    @Override
    public void close() {
        training.close();
        jobs.close();
    }
}
