package mlpexplorer.ui.charts;

import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// A curve as the chart shows it.
///
/// @param name       what the legend says
/// @param styleClass which colour it has: one of the constants here, or any class whose CSS rule sets `-curve-color`
/// @param curve      its samples
/// @param dimmed     true for a ghost: thin, pale, behind the others
/// @param run        what the run is called that the curve belongs to; empty for the one that the chart is about
/// @param color      a colour of its own in place of that of the style class, which then tells by its dashes
/// @param band       the space around the curve, whose mean the curve is
public record CurveSeries(
        String name, String styleClass, Curve curve, boolean dimmed, String run, Optional<Color> color, Optional<Band> band) {

    /// Style class of what was measured on the training part (blue).
    public static final String TRAIN = "train";

    /// Style class of what was measured on the validation part (orange).
    public static final String VALIDATION = "validation";

    /// Style class of what was measured on the test part (green).
    public static final String TEST = "test";

    public CurveSeries(String name, String styleClass, Curve curve, boolean dimmed) {
        this(name, styleClass, curve, dimmed, "", Optional.empty(), Optional.empty());
    }

    /// The mean as a line on its band.
    public static CurveSeries of(String name, String styleClass, Band band) {
        return new CurveSeries(name, styleClass, band.mean(), false, "", Optional.empty(), Optional.of(band));
    }

    /// The same curve as one of another run.
    public CurveSeries ofRun(String other) {
        return new CurveSeries(name, styleClass, curve, dimmed, other, color, band);
    }

    /// The same curve in a colour of its own.
    public CurveSeries colored(Color own) {
        return new CurveSeries(name, styleClass, curve, dimmed, run, Optional.of(own), band);
    }

    /// The style classes of a node in the colour of this series.
    List<String> styleClasses() {
        return color.isPresent() ? List.of(styleClass, "own-color") : List.of(styleClass);
    }

    /// What a node in the colour of this series has for a style.
    String style() {
        return color.map(c -> String.format("-curve-color: #%02x%02x%02x;",
                        Math.round(255 * c.getRed()), Math.round(255 * c.getGreen()), Math.round(255 * c.getBlue())))
                .orElse("");
    }
}
