package mlpexplorer.ui;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.training.RunControls;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;

/// The line at the window's top: menus, the run's verbs, the theme.
final class Header extends HBox {
    private final Workbench workbench;
    private final ExplorerView view;
    private final ObjectProperty<ThemeChoice> theme;

    Header(Workbench workbench, ExplorerView view, ObjectProperty<ThemeChoice> theme, Consumer<Picture> onSave, Runnable onQuit) {
        this.workbench = workbench;
        this.view = view;
        this.theme = theme;
        getStyleClass().add("header");
        MenuBar menus = new MenuBar(fileMenu(onSave, onQuit), runMenu(), viewMenu());
        menus.setId("menu-bar");
        menus.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Caption caption = new Caption(Texts.text("theme.button"), "theme-button", Texts.text("theme.button.tip"));
        getChildren().addAll(
                menus, new RunControls(workbench), gap, view.pages().buttons(), IconButtons.icon(Feather.MOON, caption, this::switchTheme));
    }

    private void switchTheme() {
        boolean dark = theme.get().theme().getValue().isDark();
        theme.set(dark ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    private Menu fileMenu(Consumer<Picture> onSave, Runnable onQuit) {
        MenuItem boundary = item("file.save-boundary", () -> onSave.accept(view.boundaryPicture()));
        MenuItem loss = item("file.save-loss", () -> onSave.accept(view.lossPicture()));
        MenuItem accuracy = item("file.save-accuracy", () -> onSave.accept(view.accuracyPicture()));
        MenuItem last = item("file.save-last", () -> onSave.accept(view.lastTouched()));
        last.setAccelerator(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN));
        MenuItem quit = item("file.quit", onQuit);
        quit.setAccelerator(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN));
        return menu("file", boundary, loss, accuracy, last, quit);
    }

    private Menu runMenu() {
        return menu(
                "run", item("run.train", workbench::playOrPause), item("run.step-back", workbench::stepBack),
                item("run.step", workbench::stepEpoch), item("run.rewind", workbench::rewind), item("run.new-seed", workbench::newSeed));
    }

    private Menu viewMenu() {
        CheckMenuItem discretize = new CheckMenuItem(Texts.text("menu.view.discretize"));
        discretize.selectedProperty().bindBidirectional(view.discretizeProperty());
        CheckMenuItem testPoints = new CheckMenuItem(Texts.text("menu.view.test-points"));
        testPoints.selectedProperty().bindBidirectional(view.showTestPointsProperty());
        CheckMenuItem logLoss = new CheckMenuItem(Texts.text("menu.view.log-loss"));
        logLoss.selectedProperty().bindBidirectional(view.logLossProperty());
        Menu themes = new Menu(Texts.text("menu.view.theme"));
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.name("menu.view.theme", choice));
            item.setToggleGroup(group);
            item.setSelected(theme.get() == choice);
            item.setOnAction(_ -> theme.set(choice));
            theme.addListener((_, _, now) -> item.setSelected(now == choice));
            themes.getItems().add(item);
        }
        return menu("view", discretize, testPoints, logLoss, themes);
    }

    private static Menu menu(String id, MenuItem... items) {
        Menu menu = new Menu(Texts.text("menu." + id), null, items);
        menu.setId(id + "-menu");
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.text("menu." + key));
        item.setId("menu-" + key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
