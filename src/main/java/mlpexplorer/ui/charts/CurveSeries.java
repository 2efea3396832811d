package mlpexplorer.ui.charts;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A displayed curve.
///
/// @param name name in the legend
/// @param styleClass color: one of the constants here, or any class whose CSS rule sets
///   `-curve-color`
/// @param curve samples
/// @param dimmed true for reference runs: thin, pale, behind the others
/// @param run name of the run; empty for the main run
/// @param color color instead of that of the style class, which then determines the dash pattern
/// @param band band around the curve, whose mean is the curve
public record CurveSeries(
        String name,
        String styleClass,
        Curve curve,
        boolean dimmed,
        String run,
        Optional<Color> color,
        Optional<Band> band) {

    /// Style class of the training part.
    public static final String TRAIN = "train";

    /// Style class of the validation part.
    public static final String VALIDATION = "validation";

    /// Style class of the test part.
    public static final String TEST = "test";

    public CurveSeries(String name, String styleClass, Curve curve, boolean dimmed) {
        this(name, styleClass, curve, dimmed, "", Optional.empty(), Optional.empty());
    }

    /// A series of the mean with its band.
    public static CurveSeries of(String name, String styleClass, Band band) {
        return new CurveSeries(
                name, styleClass, band.mean(), false, "", Optional.empty(), Optional.of(band));
    }

    /// The same curve for another run.
    public CurveSeries ofRun(String other) {
        return new CurveSeries(name, styleClass, curve, dimmed, other, color, band);
    }

    /// The same curve with its own color.
    public CurveSeries colored(Color own) {
        return new CurveSeries(name, styleClass, curve, dimmed, run, Optional.of(own), band);
    }

    /// The style classes of nodes in the color of this series.
    List<String> styleClasses() {
        return color.isPresent() ? List.of(styleClass, "own-color") : List.of(styleClass);
    }

    /// The inline style of nodes in the color of this series.
    String style() {
        return color.map(c ->
                        String.format(
                                Locale.ROOT,
                                "-curve-color: #%02x%02x%02x;",
                                Math.round(255 * c.getRed()),
                                Math.round(255 * c.getGreen()),
                                Math.round(255 * c.getBlue())))
                .orElse("");
    }
}
