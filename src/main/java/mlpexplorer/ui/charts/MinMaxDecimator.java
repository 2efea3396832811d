package mlpexplorer.ui.charts;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;
import mlpexplorer.ui.charts.Viewport.PixelColumns;

/// Reduces a curve to the resolution of a plot: per pixel column the first, smallest, largest and
/// last sample. A line through these covers the same pixels as a line through all of them, peaks
/// included.
///
/// The nearest sample on either side of the columns is also kept, so that the line reaches the edge
/// of the plot. A gap (samples that are not finite) between two columns remains a gap; one within a
/// column is narrower than a pixel and ignored.
final class MinMaxDecimator {
    private final MinMax minMax = new MinMax();

    /// Returns `into` (modified) with the columns of this curve. Columns for the same pixels are
    /// reused, so only appended samples are read; call [Columns#clear] before using it for another
    /// curve. `pyramid` must contain the curve.
    Columns decimate(Curve curve, MinMaxPyramid pyramid, PixelColumns pixels, Columns into) {
        int size = curve.size();
        boolean begun = into.progress().pixels().filter(pixels::equals).isPresent();
        if (!begun && !begin(curve, pyramid, pixels, into.clear())) {
            return into;
        }
        into.rollBack();
        int from = into.progress().from();
        int population = 1;
        for (int column = into.progress().column();
                column < pixels.count() && from < size;
                column++) {
            int to = atOrAfter(curve, pixels.end(column), from, size, population);
            if (to > from) {
                into.checkpoint(pixels, column, from);
                add(curve, pyramid, from, to, into);
            }
            population = Math.max(1, to - from);
            from = to;
        }
        if (from < size) {
            add(curve, pyramid, from, from + 1, into);
        }
        return into;
    }

    /// Adds the sample before the left edge of the plot. Returns false if there is no sample beyond
    /// that edge yet.
    private boolean begin(Curve curve, MinMaxPyramid pyramid, PixelColumns pixels, Columns into) {
        int from = atOrAfter(curve, pixels.range().lower(), 0, curve.size(), 1);
        if (from > 0) {
            add(curve, pyramid, from - 1, from, into);
        }
        boolean checkpoint = from < curve.size();
        if (checkpoint) {
            into.checkpoint(pixels, 0, from);
        }
        return checkpoint;
    }

    private void add(Curve curve, MinMaxPyramid pyramid, int from, int to, Columns into) {
        if (from == to || pyramid.scan(curve, from, to, minMax.clear()).isEmpty()) {
            return;
        }
        int first = from;
        while (!Double.isFinite(curve.y(first))) {
            first++;
        }
        int last = to - 1;
        while (!Double.isFinite(curve.y(last))) {
            last--;
        }
        into.add(first, minMax, last);
    }

    /// The first sample from `from` on with an x of at least `x`, or `size`. Looks first about
    /// `guess` samples ahead: columns hold about as many samples as the one before them.
    private static int atOrAfter(Curve curve, double x, int from, int size, int guess) {
        int low = from;
        int high = from;
        int stride = guess;
        while (high < size && curve.x(high) < x) {
            low = high + 1;
            high = (int) Math.min(size, (long) low + stride);
            stride = (int) Math.min(size, 2L * stride);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (curve.x(middle) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
