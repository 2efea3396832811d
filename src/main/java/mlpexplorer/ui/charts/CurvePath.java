package mlpexplorer.ui.charts;

import javafx.scene.paint.Color;
import javafx.scene.shape.Path;

import java.util.Optional;

/// A curve as a path: what is known of its extremes, and what is drawn of it already.
final class CurvePath {
    private final Path path = new Path();
    private final PathBuilder pen = new PathBuilder(path);
    private final CachedCurve cached = new CachedCurve();
    private Optional<Viewport> drawnView = Optional.empty();
    private int drawnSize;

    CurvePath() {
        path.setManaged(false);
    }

    /// Takes a curve, or the same one again, perhaps longer or shorter by now.
    void take(Curve curve) {
        if (!cached.take(curve)) {
            drawnView = Optional.empty();
        }
    }

    void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
        Curve curve = cached.curve();
        if (drawnSize == curve.size() && drawnView.filter(view::equals).isPresent()) {
            return;
        }
        Columns columns = cached.columns(decimator, view);
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

    /// An outline is filled with its own stroke's colour. Bound, not styled: a drawing made during
    /// layout is past the pulse's CSS.
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

    CachedCurve known() {
        return cached;
    }
}
