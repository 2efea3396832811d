package mlpexplorer.ui.runs;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.ui.fx.BackgroundJobs;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.fx.Lazy;
import mlpexplorer.ui.fx.LivePart;
import mlpexplorer.ui.workbench.GhostRun;
import mlpexplorer.ui.workbench.Workbench;

/// The page of all runs: what it knows from the start, since pinned runs are drawn elsewhere too, and its view once somebody
/// looks.
public final class RunsPage implements LivePart {
    private final Jobs jobs = new BackgroundJobs("runs", 1);
    private final RunsViewModel model;
    private final Lazy<RunsView> view;

    /// @param onOpened is told when a run was loaded into the window
    public RunsPage(Workbench workbench, RunRecorder recorder, Runnable onOpened) {
        model = new RunsViewModel(workbench, recorder, jobs);
        view = new Lazy<>(() -> new RunsView(model, onOpened));
    }

    /// What is seen of it, which is made the first time.
    public Region view() {
        return view.get();
    }

    /// The pinned runs, as they were when the page was looked at last.
    public ReadOnlyObjectProperty<List<GhostRun>> pinnedProperty() {
        return model.pinnedProperty();
    }

    /// Whether to say nothing about the test part.
    public BooleanProperty testHiddenProperty() {
        return model.testHiddenProperty();
    }

    /// Asks once for what there is, whether or not somebody sees the page: pinned runs are seen elsewhere.
    public void look(long now) {
        model.pulse(now);
    }

    /// To be called once a pulse; asks for news while somebody sees the page.
    @Override
    public void pulse(long now) {
        view.ifMade(page -> page.pulse(now));
    }

    @Override
    public void close() {
        jobs.close();
    }
}
