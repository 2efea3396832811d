package mlpexplorer.ui;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import mlpexplorer.ui.fx.KeyHint;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.workbench.Texts;

/// How the pictures look.
final class ViewMenu extends Menu {

    ViewMenu(ExplorerView view, ObjectProperty<ThemeChoice> theme) {
        MenuItems.name(this, "view");
        CheckMenuItem discretize = MenuItems.check("view.discretize", view.pictures().discretizeProperty());
        discretize.setAccelerator(new KeyHint(Texts.text("key.discretize")));
        CheckMenuItem testPoints = MenuItems.check("view.test-points", view.pictures().showTestPointsProperty());
        testPoints.setAccelerator(new KeyHint(Texts.text("key.test-points")));
        getItems().addAll(
                discretize, testPoints, MenuItems.check("view.log-loss", view.pictures().logLossProperty()),
                MenuItems.check("view.linear-ghost", view.ghost().wantedProperty()),
                MenuItems.check("view.test-lock", view.lock().lockedProperty()),
                new SeparatorMenuItem(), themes(theme));
    }

    private static Menu themes(ObjectProperty<ThemeChoice> theme) {
        Menu themes = new Menu();
        MenuItems.name(themes, "view.theme");
        themes.setId("theme-menu");
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.name("menu.view.theme", choice));
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
