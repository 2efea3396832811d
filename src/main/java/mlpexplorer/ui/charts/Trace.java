package mlpexplorer.ui.charts;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;

/// A curve as a path: what is known of its extremes, and what is drawn of it already.
final class Trace {
    private final Path path = new Path();
    private final PathPen pen = new PathPen(path);
    private final Known known = new Known();
    private Optional<Viewport> drawnView = Optional.empty();
    private int drawnSize;

    Trace() {
        path.setManaged(false);
    }

    /// Takes a curve, or the same one again, perhaps longer or shorter by now.
    void take(Curve curve) {
        if (!known.take(curve)) {
            drawnView = Optional.empty();
        }
    }

    void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
        Curve curve = known.curve();
        if (drawnSize == curve.size() && drawnView.filter(view::equals).isPresent()) {
            return;
        }
        Columns columns = known.columns(decimator, view);
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

    Known known() {
        return known;
    }
}
