package mlpexplorer.ui.charts;

import java.util.Arrays;

/// Draws decimated columns: as a line through their samples or, if these are dense, as the outline
/// of the area covered by the line. Filled and stroked, the outline looks the same and renders ten
/// times as fast as the zigzag.
final class CurveTracer {
    private static final double CROWDED = 1.5;

    /// Samples in different columns closer than this, in pixels, may be merged.
    private static final double ADJACENT = 1.5;

    /// Half the length of the dash for an isolated sample.
    private static final double DASH = 2;

    private final int[] samples = new int[4];
    private double[] upper = new double[512];
    private double[] lower = new double[512];
    private int points;

    /// Whether the samples are so dense that [#outline] is preferable to [#line].
    static boolean isCrowded(Columns columns) {
        int size = columns.size();
        return size > 2 && columns.last(size - 1) - columns.first(0) + 1 > CROWDED * size;
    }

    void line(Curve curve, Columns columns, Viewport view, PathBuilder pen) {
        double x = 0;
        double y = 0;
        boolean alone = false;
        for (int column = 0; column < columns.size(); column++) {
            boolean starts = columns.startsSegment(column);
            if (starts && alone) {
                dash(x, y, pen);
            }
            int count = columns.samples(column, samples);
            for (int i = 0; i < count; i++) {
                x = view.px(curve.x(samples[i]));
                y = view.py(curve.y(samples[i]));
                alone = starts && i == 0;
                if (alone) {
                    pen.moveTo(x, y);
                } else {
                    pen.lineTo(x, y);
                }
            }
        }
        if (alone) {
            dash(x, y, pen);
        }
    }

    private static void dash(double x, double y, PathBuilder pen) {
        pen.lineTo(x + DASH, y);
        pen.lineTo(x - DASH, y);
    }

    void outline(Curve curve, Columns columns, Viewport view, PathBuilder pen) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.startsSegment(column)) {
                closeRun(pen);
                addCorners(curve, columns.highest(column), columns.lowest(column), view);
                continue;
            }
            int before = columns.last(column - 1);
            if (view.px(curve.x(columns.first(column))) - view.px(curve.x(before)) > ADJACENT) {
                // Only a line leads across the pixels between the columns.
                addCorners(curve, before, before, view);
                addCorners(curve, columns.first(column), columns.first(column), view);
                addCorners(curve, columns.highest(column), columns.lowest(column), view);
            } else {
                // The line enters from the previous column, so its last sample belongs to the
                // covered area.
                int high =
                        curve.y(before) > curve.y(columns.highest(column))
                                ? before
                                : columns.highest(column);
                int low =
                        curve.y(before) < curve.y(columns.lowest(column))
                                ? before
                                : columns.lowest(column);
                addCorners(curve, high, low, view);
            }
        }
        closeRun(pen);
    }

    /// The area between the lower ends of the columns of one curve and the upper ends of those of
    /// another, which has the same x and the same gaps.
    void between(
            CachedCurve low,
            CachedCurve high,
            MinMaxDecimator decimator,
            Viewport view,
            PathBuilder pen) {
        Columns lows = low.columns(decimator, view);
        Columns highs = high.columns(decimator, view);
        for (int column = 0; column < Math.min(lows.size(), highs.size()); column++) {
            if (lows.startsSegment(column) || highs.startsSegment(column)) {
                closeRun(pen);
            }
            addCorners(high.curve(), highs.highest(column), low.curve(), lows.lowest(column), view);
        }
        closeRun(pen);
    }

    private void addCorners(Curve curve, int high, int low, Viewport view) {
        addCorners(curve, high, curve, low, view);
    }

    private void addCorners(Curve above, int high, Curve below, int low, Viewport view) {
        if (points + 2 > upper.length) {
            upper = Arrays.copyOf(upper, 2 * upper.length);
            lower = Arrays.copyOf(lower, 2 * lower.length);
        }
        upper[points] = view.px(above.x(high));
        lower[points++] = view.px(below.x(low));
        upper[points] = view.py(above.y(high));
        lower[points++] = view.py(below.y(low));
    }

    private void closeRun(PathBuilder pen) {
        if (points == 0) {
            return;
        }
        pen.moveTo(upper[0], upper[1]);
        for (int i = 2; i < points; i += 2) {
            pen.lineTo(upper[i], upper[i + 1]);
        }
        for (int i = points - 2; i >= 0; i -= 2) {
            pen.lineTo(lower[i], lower[i + 1]);
        }
        if (points == 2) {
            dash(lower[0], lower[1], pen);
        }
        pen.close();
        points = 0;
    }
}
