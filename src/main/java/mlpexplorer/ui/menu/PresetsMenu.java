package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.Mnist;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.Presets.Preset;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.menu.MenuItems.KeyHint;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The Presets menu: runs of the courses, each with its text.
public final class PresetsMenu extends Menu {
    /// The first preset of each group except the first group.
    private static final Set<String> GROUPS =
            Set.of("circles-capacity", "mnist-300-sigmoid", "zero-init");

    private final Workbench workbench;
    private final Runnable onMissingMnist;
    private final Consumer<Preset> onOpened;

    /// @param onMissingMnist offers to download MNIST
    /// @param onOpened receives an opened preset
    public PresetsMenu(
            Workbench workbench, Jobs jobs, Runnable onMissingMnist, Consumer<Preset> onOpened) {
        this.workbench = workbench;
        this.onMissingMnist = onMissingMnist;
        this.onOpened = onOpened;
        MenuItems.name(this, "presets");
        jobs.run(Presets::all, this::fill, failure -> workbench.notice().show(failure));
    }

    private void fill(List<Preset> presets) {
        for (Preset preset : presets) {
            if (GROUPS.contains(preset.name())) {
                getItems().add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(preset.title());
            item.setId("menu-preset-" + preset.name());
            item.setAccelerator(new KeyHint(preset.name()));
            item.setOnAction(_ -> open(preset));
            getItems().add(item);
        }
    }

    /// Opens a preset as one undo step. A network with given weights is not trained automatically.
    private void open(Preset preset) {
        if (preset.start().spec().data() instanceof DataSpec.Idx idx
                && idx.needsMnist()
                && !Mnist.isIn(Mnist.folder())) {
            onMissingMnist.run();
            return;
        }
        OpenExperiment.open(workbench, preset.start());
        preset.start().weights().ifPresent(_ -> workbench.rewind());
        onOpened.accept(preset);
    }
}
