package mlpexplorer.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Creates toolbar buttons: an icon with or without a label, always with id, accessible text and
/// tooltip.
public final class IconButtons {

    private IconButtons() {}

    /// A flat icon button; the label is its accessible text, and its tooltip if there is no other.
    public static Button icon(Ikon icon, ControlLabel caption, Runnable action) {
        Button button = configure(new Button(), icon, caption);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button with icon and label.
    public static Button labeled(Ikon icon, ControlLabel caption, Runnable action) {
        Button button = label(configure(new Button(), icon, caption));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A flat button that stays pressed; bind its selected property.
    public static ToggleButton toggle(Ikon icon, ControlLabel caption) {
        return configure(new ToggleButton(), icon, caption);
    }

    /// A toggle with icon and label.
    public static ToggleButton labeledToggle(Ikon icon, ControlLabel caption) {
        return label(configure(new ToggleButton(), icon, caption));
    }

    /// A flat button labeled "CSV", which saves a table.
    public static Button csv(ControlLabel caption, Runnable action) {
        return withWord(icon(Feather.FILE_TEXT, caption, action), "control.csv");
    }

    /// A flat button labeled "log" that stays pressed; bind its selected property.
    public static ToggleButton log(ControlLabel caption) {
        return withWord(toggle(Feather.TRENDING_DOWN, caption), "control.log");
    }

    /// Shows a short word instead of the icon.
    private static <B extends ButtonBase> B withWord(B button, String key) {
        button.setText(Messages.text(key));
        button.setGraphic(null);
        button.setContentDisplay(ContentDisplay.TEXT_ONLY);
        button.getStyleClass().add("word");
        return button;
    }

    /// Adds the shortcut to the tooltip of `button`, and returns it. The scene handles the key.
    public static <B extends ButtonBase> B withShortcut(B button, KeyCombination shortcut) {
        Tooltips.explain(button, Tooltips.on(button), shortcut);
        return button;
    }

    /// Changes the icon of a button, for example from Train to Pause.
    public static void setIcon(ButtonBase button, Ikon icon) {
        button.setGraphic(graphic(icon));
    }

    private static <B extends ButtonBase> B configure(B button, Ikon icon, ControlLabel caption) {
        caption.describe(button);
        if (caption.tooltip().isEmpty()) {
            Tooltips.explain(button, caption.label());
        }
        button.setMnemonicParsing(false); // names of files have underscores
        button.setText(caption.label());
        button.setGraphic(graphic(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        return button;
    }

    private static <B extends ButtonBase> B label(B button) {
        button.setContentDisplay(ContentDisplay.LEFT);
        button.getStyleClass().add("labelled");
        return button;
    }

    private static FontIcon graphic(Ikon icon) {
        return new FontIcon(icon);
    }
}
