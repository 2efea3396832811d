package mlpexplorer.ui.charts;

/// A curve and what has been worked out about it, gone on from as it grows: its extremes and its pixel columns.
final class Known {
    private final Extremes extremes = new Extremes();
    private final Extreme whole = new Extreme();
    private final Columns columns = new Columns();
    private Curve curve = Curve.EMPTY;
    private int size;
    private boolean allSettled = true;

    /// Takes a curve; returns false if it is not the one before, perhaps longer by now, so that nothing drawn of that one holds.
    boolean take(Curve newer) {
        boolean sameY = newer.identity() == curve.identity();
        boolean same = sameY && allSettled && newer.size() >= size && newer.xIdentity() == curve.xIdentity();
        if (!sameY) {
            extremes.forget();
        }
        if (!same) {
            columns.clear();
        }
        curve = newer;
        size = newer.size();
        allSettled = newer.settled() == size;
        extremes.extend(curve).scan(curve, 0, curve.size(), whole.clear());
        return same;
    }

    Columns columns(MinMaxDecimator decimator, Viewport view) {
        return decimator.decimate(curve, extremes, view.columns(), columns);
    }

    Curve curve() {
        return curve;
    }

    /// The extremes of all finite samples.
    Extreme whole() {
        return whole;
    }

    /// Modified: `into`, which is offered the extremes of the finite samples with an x in the range.
    void scan(AxisRange x, Extreme into) {
        extremes.scan(curve, Nearest.firstFrom(curve, x.lower()), Nearest.firstFrom(curve, Math.nextUp(x.upper())), into);
    }
}
