package mlpexplorer.ui.charts;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;

import java.util.Optional;

/// A curve with its extremes and pixel columns, which are extended as the curve grows.
final class CachedCurve {
    private final MinMaxPyramid pyramid = new MinMaxPyramid();
    private final MinMax whole = new MinMax();
    private final Columns columns = new Columns();
    private Curve curve = Curve.EMPTY;
    private int size;
    private boolean allSettled = true;

    /// Sets the curve. Returns false if it is not the previous one, possibly extended, so that it
    /// must be drawn from scratch.
    boolean take(Curve newer) {
        boolean sameY = newer.identity() == curve.identity();
        boolean same =
                sameY
                        && allSettled
                        && newer.size() >= size
                        && newer.xIdentity() == curve.xIdentity();
        if (!sameY) {
            pyramid.forget();
        }
        if (!same) {
            columns.clear();
        }
        curve = newer;
        size = newer.size();
        allSettled = newer.finalSize() == size;
        pyramid.extend(curve).scan(curve, 0, curve.size(), whole.clear());
        return same;
    }

    Columns columns(MinMaxDecimator decimator, Viewport view) {
        return decimator.decimate(curve, pyramid, view.columns(), columns);
    }

    Curve curve() {
        return curve;
    }

    /// The extremes of all finite samples.
    MinMax whole() {
        return whole;
    }

    /// Modified: `into`, which is offered the extremes of the finite samples, of those with an x in
    /// the range if there is one.
    void offer(Optional<AxisRange> x, MinMax into) {
        x.ifPresentOrElse(
                range ->
                        pyramid.scan(
                                curve,
                                Nearest.firstFrom(curve, range.lower()),
                                Nearest.firstFrom(curve, Math.nextUp(range.upper())),
                                into),
                () -> into.offer(whole));
    }
}
