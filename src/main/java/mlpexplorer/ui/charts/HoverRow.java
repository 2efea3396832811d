package mlpexplorer.ui.charts;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.FixedWidthText;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A row of the hover card: a series with its value and, if smoothed, the smoothed value.
final class HoverRow {
    private static final PseudoClass NEAREST = PseudoClass.getPseudoClass("nearest");

    private final Region swatch = new Region();
    private final Label name;
    private final FixedWidthText smoothed;
    private final FixedWidthText value;
    private final Measure measure;
    private double py = Double.NaN;

    HoverRow(CurveSeries series, Measure measure) {
        this.measure = measure;
        smoothed = new FixedWidthText(measure.widest(), "chart-value", HPos.LEFT);
        value = new FixedWidthText(measure.widest(), "chart-value", HPos.LEFT);
        name = new Label(series.name());
        name.getStyleClass().add("hover-name");
        swatch.getStyleClass().addAll("swatch", series.styleClass());
        swatch.setStyle(series.style());
    }

    /// Displays the values of the sample nearest to `x`.
    void write(CurveLine line, double x, Viewport view) {
        Curve curve = line.series().curve();
        double raw = Nearest.y(curve, x);
        value.setText(measure.text(raw));
        Optional<Curve> smooth = line.smoothed();
        double shown = smooth.map(average -> Nearest.y(average, x)).orElse(raw);
        smoothed.setText(measure.text(shown));
        py = Double.isFinite(shown) ? view.py(shown) : Double.NaN;
    }

    /// The distance of the series from the top of the plot at the cursor, in pixels; NaN if it has
    /// no value there.
    double py() {
        return py;
    }

    void nearest(boolean is) {
        name.pseudoClassStateChanged(NEAREST, is);
        value.pseudoClassStateChanged(NEAREST, is);
        smoothed.pseudoClassStateChanged(NEAREST, is);
    }

    /// Color and displayed value only, for the shared line of a run.
    List<Node> brief(boolean withSmoothed) {
        return List.of(swatch, withSmoothed ? smoothed : value);
    }

    void addTo(HoverCard card, int row, boolean withSmoothed) {
        if (withSmoothed) {
            card.addRow(row, swatch, name, smoothed, value);
        } else {
            card.addRow(row, swatch, name, value);
        }
    }

    /// The heading of a run: the position of the sample nearest to `x` on all axes known to the
    /// curve.
    static String place(Curve curve, double x, ChartText text) {
        OptionalInt index = Nearest.index(curve, x);
        if (index.isEmpty() || Double.isNaN(curve.at(XAxis.EPOCH, index.getAsInt()))) {
            return text.xLabel() + " " + Numbers.number(x);
        }
        int i = index.getAsInt();
        return XAxis.EPOCH.text(curve.at(XAxis.EPOCH, i))
                + " · "
                + XAxis.UPDATE.text(curve.at(XAxis.UPDATE, i))
                + " · "
                + XAxis.SECONDS.text(curve.at(XAxis.SECONDS, i));
    }
}
