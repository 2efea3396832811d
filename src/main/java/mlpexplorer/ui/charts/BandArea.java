package mlpexplorer.ui.charts;

import javafx.scene.shape.Path;

import java.util.Optional;

/// The filled area of a [Band].
final class BandArea {
    private final Path path = new Path();
    private final PathBuilder pen = new PathBuilder(path);
    private final CachedCurve low = new CachedCurve();
    private final CachedCurve high = new CachedCurve();
    private Optional<Viewport> drawnView = Optional.empty();

    BandArea() {
        path.setManaged(false);
    }

    void take(Optional<Band> band) {
        low.take(band.map(Band::low).orElse(Curve.EMPTY));
        high.take(band.map(Band::high).orElse(Curve.EMPTY));
        drawnView = Optional.empty();
    }

    /// Adds at most `most` more samples and returns their number.
    int extend(int most) {
        int added = low.extend(most / 2);
        added += high.extend(most / 2);
        if (added > 0) {
            drawnView = Optional.empty();
        }
        return added;
    }

    boolean isComplete() {
        return low.isComplete() && high.isComplete();
    }

    void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
        if (drawnView.filter(view::equals).isEmpty()) {
            pen.begin();
            tracer.between(low, high, decimator, view, pen);
            pen.end();
            drawnView = Optional.of(view);
        }
    }

    Path path() {
        return path;
    }

    /// The upper edge, considered by the axis range.
    CachedCurve high() {
        return high;
    }
}
