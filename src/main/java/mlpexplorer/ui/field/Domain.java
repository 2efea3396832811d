package mlpexplorer.ui.field;

import mlpexplorer.nn.Samples;
import mlpexplorer.ui.field.Projection.ProjectedPoints;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The visible part of the plane in data units: x₁ from `left` to `right`, x₂ from `bottom` to
/// `top`. It is always shown as a square; `across` and `down` are positions in that square, 0 to 1
/// from its top left corner.
public record Domain(double left, double right, double bottom, double top) {
    /// The domain of the built-in datasets.
    public static final Domain HOME = square(6);

    private static final double DEFAULT_RADIUS = 6;

    /// Data that extends farther than this is shown at its own scale.
    private static final double FAR = 12;

    /// Data narrower than this would be a speck in the middle of [#HOME].
    private static final double SMALL = 4;

    private static final double MIN_MARGIN = 0.1;

    /// Features whose ranges differ by more than this factor get separate scales.
    private static final double ALIKE = 4;

    private record Range(double low, double high) {
        static Range of(int rows, IntToDoubleFunction value) {
            var numbers = IntStream.range(0, rows).mapToDouble(value).summaryStatistics();
            return new Range(numbers.getMin(), numbers.getMax());
        }

        double width() {
            return high - low;
        }

        double middle() {
            return low + width() / 2;
        }

        double reach() {
            return Math.max(Math.abs(low), Math.abs(high));
        }
    }

    /// The domain for the first two columns of `samples` (or the only one, twice): [#HOME] if they
    /// fill most of it, extended to whole numbers if they exceed it slightly and lie on both sides
    /// of zero, otherwise the bounds of the data with a margin of the typical distance between
    /// neighbors.
    public static Domain around(Samples samples) {
        if (samples.rows() == 0) {
            return HOME;
        }
        Range x = Range.of(samples.rows(), row -> samples.feature(row, 0));
        Range y =
                Range.of(
                        samples.rows(), row -> samples.feature(row, samples.columns() > 1 ? 1 : 0));
        double width = Math.max(x.width(), y.width());
        double reach = Math.max(x.reach(), y.reach());
        if (width >= SMALL && reach <= DEFAULT_RADIUS) {
            return HOME;
        }
        if (width > reach && reach <= FAR) {
            return square(Math.ceil(reach));
        }
        return fitted(x, y, samples.rows());
    }

    /// The domain that contains all `points`, with a margin of the typical distance between
    /// neighbors.
    static Domain fitting(ProjectedPoints points) {
        if (points.rows() == 0) {
            return HOME;
        }
        Range x = Range.of(points.rows(), row -> points.x()[row]);
        Range y = Range.of(points.rows(), row -> points.y()[row]);
        return fitted(x, y, points.rows());
    }

    /// The domain of a function's points, each axis at its own scale.
    static Domain ofCurve(ProjectedPoints points) {
        if (points.rows() == 0) {
            return HOME;
        }
        Range x = Range.of(points.rows(), row -> points.x()[row]);
        Range y = Range.of(points.rows(), row -> points.y()[row]);
        return fitted(x, x.width(), y, y.width(), MIN_MARGIN);
    }

    private static Domain fitted(Range x, Range y, int rows) {
        double width = Math.max(x.width(), y.width());
        double margin = Math.max(MIN_MARGIN, 1 / Math.sqrt(rows));
        boolean alike = width <= ALIKE * Math.min(x.width(), y.width());
        return fitted(x, alike ? width : x.width(), y, alike ? width : y.width(), margin);
    }

    private static Domain square(double reach) {
        return new Domain(-reach, reach, -reach, reach);
    }

    private static Domain fitted(Range x, double width, Range y, double height, double margin) {
        double halfWidth = width > 0 ? width * (0.5 + margin) : 1;
        double halfHeight = height > 0 ? height * (0.5 + margin) : 1;
        return new Domain(
                x.middle() - halfWidth,
                x.middle() + halfWidth,
                y.middle() - halfHeight,
                y.middle() + halfHeight);
    }

    /// This domain zoomed by `factor` around the fixed point (`across`, `down`).
    public Domain zoomed(double factor, double across, double down) {
        double newWidth = width() / factor;
        double newHeight = height() / factor;
        double newLeft = x(across) - across * newWidth;
        double newTop = y(down) + down * newHeight;
        return new Domain(newLeft, newLeft + newWidth, newTop - newHeight, newTop);
    }

    /// This domain panned by fractions of its width and height, so that the point at (0, 0) moves
    /// to (`across`, `down`).
    public Domain moved(double across, double down) {
        double dx = -across * width();
        double dy = down * height();
        return new Domain(left + dx, right + dx, bottom + dy, top + dy);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return top - bottom;
    }

    public double x(double across) {
        return left + across * width();
    }

    public double y(double down) {
        return top - down * height();
    }

    public double across(double x) {
        return (x - left) / width();
    }

    public double down(double y) {
        return (top - y) / height();
    }
}
