package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;

import mlpexplorer.ui.workbench.Workbench;

/// The Run menu: train, step, rewind.
public final class RunMenu extends Menu {

    public RunMenu(Workbench workbench) {
        MenuItems.name(this, "run");
        getItems()
                .addAll(
                        MenuItems.withShortcutText("run.train", "space", workbench::playOrPause),
                        MenuItems.withShortcutText("run.step-back", "left", workbench::stepBack),
                        MenuItems.withShortcutText("run.step", "right", workbench::stepEpoch),
                        MenuItems.withShortcutText(
                                "run.step-update", "update", workbench.pace()::stepUpdate),
                        MenuItems.withShortcutText("run.rewind", "rewind", workbench::rewind),
                        MenuItems.withShortcutText("run.new-seed", "new-seed", workbench::newSeed),
                        new SeparatorMenuItem(),
                        MenuItems.check("run.auto-train", workbench.autoTrainProperty()));
    }
}
