package mlpexplorer.ui;

import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import mlpexplorer.ui.concurrent.Lazy;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The pages of the window, one visible at a time, and their buttons. A page is created when first
/// shown; until then the window need not style it or lay it out. A hidden page is invisible and
/// should do no work.
final class Pages extends StackPane {
    private final HBox buttons = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> choices = new ArrayList<>();

    Pages() {
        setId("pages");
        buttons.setId("page-buttons");
        buttons.getStyleClass().add("page-buttons");
        buttons.setAlignment(Pos.CENTER);
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
    }

    /// Adds a page with texts from `page.NAME`; the first one is shown. Returns a property that is
    /// true while it is shown.
    BooleanExpression add(String name, Supplier<? extends Region> page) {
        ToggleButton button =
                ControlLabel.of("page." + name, name + "-page-button")
                        .describe(new ToggleButton(Messages.text("page." + name)));
        Lazy<Region> shown = new Lazy<>(() -> place(page.get(), button));
        button.selectedProperty()
                .subscribe(selected -> {
                    if (selected) {
                        shown.get();
                    }
                });
        button.setToggleGroup(group);
        button.setSelected(choices.isEmpty());
        choices.add(button);
        buttons.getChildren().add(button);
        buttons.setVisible(choices.size() > 1);
        buttons.setManaged(choices.size() > 1);
        return button.selectedProperty();
    }

    private Region place(Region page, ToggleButton button) {
        page.visibleProperty().bind(button.selectedProperty());
        getChildren().add(page);
        return page;
    }

    /// Shows a page by name.
    void show(String name) {
        choices.stream()
                .filter(button -> isOf(button, name))
                .forEach(button -> button.setSelected(true));
    }

    /// Whether a page is visible.
    boolean shows(String name) {
        return choices.stream().anyMatch(button -> button.isSelected() && isOf(button, name));
    }

    boolean has(int page) {
        return page >= 0 && page < choices.size();
    }

    /// Shows a page by index, from 0.
    void show(int page) {
        choices.get(page).setSelected(true);
    }

    /// The name of the visible page.
    String shown() {
        return ((ToggleButton) group.getSelectedToggle()).getId().replace("-page-button", "");
    }

    /// The page buttons; hidden while there is only one page.
    HBox buttons() {
        return buttons;
    }

    private static boolean isOf(ToggleButton button, String name) {
        return button.getId().equals(name + "-page-button");
    }
}
