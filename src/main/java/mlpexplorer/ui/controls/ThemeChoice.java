package mlpexplorer.ui.controls;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The theme setting: the system's theme, light or dark.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /// The resulting theme; only that of [#SYSTEM] ever changes. FX thread.
    public ObservableValue<Theme> theme() {
        return switch (this) {
            case SYSTEM -> Theme.ofSystem();
            case LIGHT -> new SimpleObjectProperty<>(Theme.LIGHT);
            case DARK -> new SimpleObjectProperty<>(Theme.DARK);
        };
    }
}
