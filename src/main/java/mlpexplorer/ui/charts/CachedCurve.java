package mlpexplorer.ui.charts;

/// A curve and what has been worked out about it, gone on from as it grows: its extremes and its
/// pixel columns.
final class CachedCurve {
    private final MinMaxPyramid pyramid = new MinMaxPyramid();
    private final MinMax whole = new MinMax();
    private final Columns columns = new Columns();
    private Curve curve = Curve.EMPTY;
    private int size;
    private boolean allSettled = true;

    /// Takes a curve; returns false if it is not the one before, perhaps longer by now, so that
    /// nothing drawn of that one holds.
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
        allSettled = newer.settled() == size;
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

    /// Modified: `into`, which is offered the extremes of the finite samples with an x in the
    /// range.
    void scan(AxisRange x, MinMax into) {
        pyramid.scan(
                curve,
                Nearest.firstFrom(curve, x.lower()),
                Nearest.firstFrom(curve, Math.nextUp(x.upper())),
                into);
    }
}
