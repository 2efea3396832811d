package mlpexplorer.ui.menu;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.menu.MenuItems.KeyHint;

import java.util.Locale;

/// The View menu: options of the plots, and the theme.
public final class ViewMenu extends Menu {

    /// The options that can be toggled.
    ///
    /// @param networkLayout whether the network is shown with its output
    /// @param linearBaseline whether softmax regression is drawn beside the run
    /// @param testLock whether test metrics are hidden until revealed
    /// @param testHidden whether they are hidden now
    public record Options(
            BooleanProperty networkLayout,
            BooleanProperty discretize,
            BooleanProperty testPoints,
            BooleanProperty logLoss,
            BooleanProperty linearBaseline,
            BooleanProperty testLock,
            ReadOnlyBooleanProperty testHidden) {}

    public ViewMenu(Options options, ObjectProperty<ThemeChoice> theme) {
        MenuItems.name(this, "view");
        CheckMenuItem layout = MenuItems.check("view.network-layout", options.networkLayout());
        layout.setAccelerator(new KeyHint(Messages.text("key.layout")));
        CheckMenuItem discretize = MenuItems.check("view.discretize", options.discretize());
        discretize.setAccelerator(new KeyHint(Messages.text("key.discretize")));
        CheckMenuItem testPoints = MenuItems.check("view.test-points", options.testPoints());
        testPoints.disableProperty().bind(options.testHidden());
        testPoints.setAccelerator(new KeyHint(Messages.text("key.test-points")));
        CheckMenuItem lock = MenuItems.check("view.test-lock", options.testLock());
        // Hidden without this lock, by a lesson.
        lock.disableProperty().bind(options.testHidden().and(options.testLock().not()));
        getItems()
                .addAll(
                        layout,
                        new SeparatorMenuItem(),
                        discretize,
                        testPoints,
                        MenuItems.check("view.log-loss", options.logLoss()),
                        MenuItems.check("view.linear-baseline", options.linearBaseline()),
                        lock,
                        new SeparatorMenuItem(),
                        themes(theme));
    }

    private static Menu themes(ObjectProperty<ThemeChoice> theme) {
        Menu themes = new Menu();
        MenuItems.name(themes, "view.theme");
        themes.setId("theme-menu");
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.name("menu.view.theme", choice));
            item.setId("menu-theme-" + choice.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(theme.get() == choice);
            item.setOnAction(_ -> theme.set(choice));
            theme.addListener((_, _, now) -> item.setSelected(now == choice));
            themes.getItems().add(item);
        }
        return themes;
    }
}
