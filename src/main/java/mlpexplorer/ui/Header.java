package mlpexplorer.ui;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.training.RunControls;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

/// The header of the window: menus, training controls, pages, theme.
final class Header extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// Below this width the header is compact.
    private static final double WIDE_WIDTH = 1320;

    private final ObjectProperty<ThemeChoice> theme;

    Header(Workbench workbench, Pages pages, ObjectProperty<ThemeChoice> theme, MenuBar menus) {
        this.theme = theme;
        getStyleClass().add("header");
        menus.setId("menu-bar");
        menus.setMinWidth(Region.USE_PREF_SIZE);
        pages.buttons().setMinWidth(Region.USE_PREF_SIZE);
        widthProperty()
                .subscribe(
                        width -> pseudoClassStateChanged(NARROW, width.doubleValue() < WIDE_WIDTH));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ControlLabel caption = ControlLabel.of("theme.button", "theme-button");
        getChildren()
                .addAll(
                        menus,
                        new RunControls(workbench),
                        gap,
                        pages.buttons(),
                        IconButtons.icon(Feather.MOON, caption, this::switchTheme));
    }

    private void switchTheme() {
        boolean dark = theme.get().theme().getValue().isDark();
        theme.set(dark ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }
}
