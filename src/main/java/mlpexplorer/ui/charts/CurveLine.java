package mlpexplorer.ui.charts;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;

/// One curve on the screen: a path, what is known of the curve's extremes, and the memory of what is drawn already.
final class CurveLine {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final CurveSeries NOTHING = new CurveSeries("", "", Curve.EMPTY, true);

    private final Path path = new Path();
    private final PathPen pen = new PathPen(path);
    private final Extremes extremes = new Extremes();
    private final Extreme whole = new Extreme();
    private final Columns columns = new Columns();
    private CurveSeries series = NOTHING;
    private Optional<Viewport> drawnView = Optional.empty();
    private int drawnSize;

    CurveLine() {
        path.setManaged(false);
    }

    /// Takes a curve, or the same curve again, perhaps longer, renamed or dimmed by now.
    void show(CurveSeries newer) {
        Curve curve = newer.curve();
        if (curve.size() < drawnSize) {
            drawnView = Optional.empty();
            columns.clear();
        }
        series = newer;
        List<String> classes = List.of("curve", newer.styleClass());
        if (!path.getStyleClass().equals(classes)) {
            path.getStyleClass().setAll(classes);
        }
        path.pseudoClassStateChanged(DIMMED, newer.dimmed());
        extremes.extend(curve).scan(curve, 0, curve.size(), whole.clear());
    }

    void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
        Curve curve = series.curve();
        if (drawnSize == curve.size() && drawnView.filter(view::equals).isPresent()) {
            return;
        }
        decimator.decimate(curve, extremes, view.columns(), columns);
        boolean crowded = CurveTracer.isCrowded(columns);
        fill(crowded);
        pen.begin();
        if (crowded) {
            tracer.outline(curve, columns, view, pen);
        } else {
            tracer.line(curve, columns, view, pen);
        }
        pen.end();
        drawnSize = curve.size();
        drawnView = Optional.of(view);
    }

    /// An outline is filled with its own stroke's colour. Bound, not styled: a drawing made during layout is past the pulse's CSS.
    private void fill(boolean filled) {
        if (filled && !path.fillProperty().isBound()) {
            path.fillProperty().bind(path.strokeProperty());
        } else if (!filled && path.fillProperty().isBound()) {
            path.fillProperty().unbind();
            path.setFill(Color.TRANSPARENT);
        }
    }

    Path path() {
        return path;
    }

    CurveSeries series() {
        return series;
    }

    /// The extremes of all finite samples.
    Extreme whole() {
        return whole;
    }
}
