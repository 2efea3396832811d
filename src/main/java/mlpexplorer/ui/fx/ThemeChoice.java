package mlpexplorer.ui.fx;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What a user may ask for: the system's theme or one of the two.
public enum ThemeChoice {
    SYSTEM, LIGHT, DARK;

    /// The theme that follows from this choice; only [#SYSTEM] ever changes. FX thread.
    public ObservableValue<Theme> theme() {
        return switch (this) {
            case SYSTEM -> Theme.ofSystem();
            case LIGHT -> new SimpleObjectProperty<>(Theme.LIGHT);
            case DARK -> new SimpleObjectProperty<>(Theme.DARK);
        };
    }
}
