package mlpexplorer.ui.labs;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import mlpexplorer.ui.controls.IconButtons;

import org.kordamp.ikonli.feather.Feather;

/// A lab that links to another page of the window.
final class LinkLab implements Lab {
    private final LabPage page;

    LinkLab(String name, Runnable onOpen) {
        page = new LabPage(name, new Region());
        Button open = IconButtons.labelled(Feather.ARROW_RIGHT, page.caption("open"), onOpen);
        open.getStyleClass().add("primary");
        page.settings(open);
    }

    @Override
    public LabPage page() {
        return page;
    }
}
