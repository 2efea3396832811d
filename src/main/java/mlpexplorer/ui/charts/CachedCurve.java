package mlpexplorer.ui.charts;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;

import java.util.Optional;

/// A curve with its extremes and pixel columns, which are extended as the curve grows. The samples
/// of a new curve are added by [#extend], in parts if there are many.
final class CachedCurve {
    private final MinMaxPyramid pyramid = new MinMaxPyramid();
    private final MinMax whole = new MinMax();
    private final Columns columns = new Columns();
    private Curve source = Curve.EMPTY;
    private Curve curve = Curve.EMPTY;
    private int size;
    private boolean allSettled = true;

    /// Sets the curve. Returns false if it is not the previous one, possibly extended, so that it
    /// must be drawn from scratch.
    boolean take(Curve newer) {
        boolean sameY = newer.identity() == source.identity();
        boolean same =
                sameY
                        && allSettled
                        && newer.size() >= size
                        && newer.xIdentity() == source.xIdentity();
        if (!sameY || newer.finalSize() < pyramid.size()) {
            pyramid.forget();
            size = 0;
        }
        if (!same) {
            columns.clear();
        }
        source = newer;
        add(Math.min(size, newer.size()));
        return same;
    }

    /// Adds at most `most` more samples and returns their number.
    int extend(int most) {
        int before = size;
        add((int) Math.min(source.size(), (long) before + most));
        return size - before;
    }

    /// Whether all samples are added.
    boolean isComplete() {
        return size == source.size();
    }

    private void add(int samples) {
        curve = samples == source.size() ? source : new Beginning(source, samples);
        size = samples;
        allSettled = curve.finalSize() == size;
        pyramid.extend(curve).scan(curve, 0, size, whole.clear());
    }

    Columns columns(MinMaxDecimator decimator, Viewport view) {
        return decimator.decimate(curve, pyramid, view.columns(), columns);
    }

    /// The samples added so far.
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

    /// The first samples of a curve.
    private record Beginning(Curve whole, int size) implements Curve {
        @Override
        public int finalSize() {
            return Math.min(whole.finalSize(), size);
        }

        @Override
        public double x(int index) {
            return whole.x(index);
        }

        @Override
        public double y(int index) {
            return whole.y(index);
        }
    }
}
