package mlpexplorer.ui.fx;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;

/// Learns from the stylesheet whether the ground is light or dark, so that what is painted without one follows the theme: a
/// node too small to see, whose fill is the ground's colour.
public final class ThemeProbe extends Circle {
    private static final double HALF_BRIGHT = 0.5;

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme", Theme.LIGHT);

    public ThemeProbe() {
        super(0);
        setManaged(false);
        getStyleClass().add("theme-probe");
        fillProperty().addListener((_, _, ground) -> theme.set(themeOf(ground)));
    }

    private static Theme themeOf(Paint ground) {
        return ground instanceof Color color && color.getBrightness() < HALF_BRIGHT ? Theme.DARK : Theme.LIGHT;
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }
}
