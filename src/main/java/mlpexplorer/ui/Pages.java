package mlpexplorer.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.workbench.Texts;

/// The pages of the window, one shown at a time, and the row of buttons that chooses. A page that is not shown is invisible
/// and should do no work.
final class Pages extends StackPane {
    private final HBox buttons = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final List<Region> pages = new ArrayList<>();

    Pages() {
        setId("pages");
        buttons.setId("page-buttons");
        buttons.getStyleClass().add("page-buttons");
        buttons.setAlignment(Pos.CENTER);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
    }

    /// Adds a page with the words under `page.NAME`; the first one is shown.
    void add(String name, Region page) {
        ToggleButton button = new Caption(Texts.text("page." + name), name + "-page-button", Texts.text("page." + name + ".tip"))
                .describe(new ToggleButton(Texts.text("page." + name)));
        button.setToggleGroup(group);
        button.setSelected(pages.isEmpty());
        page.visibleProperty().bind(button.selectedProperty());
        pages.add(page);
        getChildren().add(page);
        buttons.getChildren().add(button);
        buttons.setVisible(pages.size() > 1);
        buttons.setManaged(pages.size() > 1);
    }

    /// Shows the page of that name.
    void show(String name) {
        group.getToggles().stream().map(ToggleButton.class::cast)
                .filter(button -> button.getId().equals(name + "-page-button"))
                .forEach(button -> button.setSelected(true));
    }

    /// Whether the page of that name is seen.
    boolean shows(String name) {
        return group.getToggles().stream().map(ToggleButton.class::cast)
                .anyMatch(button -> button.isSelected() && button.getId().equals(name + "-page-button"));
    }

    boolean has(int page) {
        return page >= 0 && page < pages.size();
    }

    /// Shows a page by its place among the buttons, from 0.
    void show(int page) {
        group.getToggles().get(page).setSelected(true);
    }

    /// The name of the page that is shown.
    String shown() {
        return ((ToggleButton) group.getSelectedToggle()).getId().replace("-page-button", "");
    }

    /// The buttons that choose the page; nothing to see while there is one page.
    HBox buttons() {
        return buttons;
    }
}
