package mlpexplorer.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.Mnist;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.data.ColumnsCard;
import mlpexplorer.ui.data.DataSources;
import mlpexplorer.ui.files.DropTarget;
import mlpexplorer.ui.files.ErrorBanner;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.files.MnistCard;
import mlpexplorer.ui.workbench.DataChange;
import mlpexplorer.ui.workbench.Workbench;

/// The overlays above the pages: the MNIST download card, the drop hint, and messages too long for
/// the status line.
final class Overlays implements DataSources, LivePart {
    private final Workbench workbench;
    private final FileActions verbs;
    private final MnistCard mnist;
    private final ColumnsCard columns;
    private final DropTarget drops;
    private final ErrorBanner problem;

    Overlays(Workbench workbench, Jobs jobs, FileActions verbs) {
        this.workbench = workbench;
        this.verbs = verbs;
        mnist = new MnistCard(verbs::open, this::takeMnist);
        columns = new ColumnsCard(workbench, jobs);
        verbs.onTable(columns::open);
        drops = new DropTarget(verbs::open);
        problem = new ErrorBanner(workbench);
    }

    /// @param pages the node below the overlays
    StackPane over(Node pages) {
        StackPane.setAlignment(problem, Pos.BOTTOM_CENTER);
        return new StackPane(pages, problem, columns, mnist, drops);
    }

    void takeDropsOn(Scene scene) {
        drops.listen(scene);
    }

    void offerMnist() {
        columns.hide();
        mnist.offer();
    }

    @Override
    public void open() {
        verbs.open();
    }

    @Override
    public void columns() {
        columns.open();
    }

    /// Uses the downloaded MNIST files, or offers to download them.
    @Override
    public void mnist() {
        if (Mnist.isIn(Mnist.folder())) {
            takeMnist();
        } else {
            offerMnist();
        }
    }

    private void takeMnist() {
        DataSpec digits = new DataSpec.Idx();
        workbench.change(spec ->
                DataChange.on(
                        spec,
                        workbench.wantedBatch(),
                        digits,
                        DataChange.split(spec, digits),
                        digits.shape()));
    }

    @Override
    public void pulse(long now) {
        mnist.pulse(now);
    }

    @Override
    public void close() {
        mnist.close();
    }
}
