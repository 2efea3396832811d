package mlpexplorer.nn.landscape;

import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Require;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The loss at the nodes of a grid on a plane, row by row from the bottom; the outermost nodes are
/// on the edges of the extent. A line has one row.
///
/// @param extent visible part of the plane
/// @param columns nodes in a row, at least 2
/// @param losses `columns × rows` losses; not finite where they exceed the range of numbers; not
///   modified
public record LossGrid(Extent extent, int columns, double[] losses) {
    public static final int MAX_SIDE = 401;

    /// A rectangle of the plane.
    public record Extent(double left, double right, double bottom, double top) {
        /// Shorter axes are shown at least at this share of the longer one.
        private static final double MIN_ASPECT = 1.0 / 3;

        private static final double MARGIN = 1.4;

        /// The smallest size relative to the default.
        public static final double MIN_FACTOR = 0.01;

        /// The largest size relative to the default.
        public static final double MAX_FACTOR = 100;

        /// The default part of a plane: around all steps for principal components, once the weights
        /// in both directions for random ones, half the line beyond both its ends.
        ///
        /// @param steps the steps of all paths on the plane, at least one
        /// @param factor size relative to the default, with the same center
        public static Extent of(
                WeightPlane.Kind kind, List<WeightPlane.Place> steps, double factor) {
            return switch (kind) {
                case PRINCIPAL -> around(steps, factor);
                case RANDOM -> new Extent(-factor, factor, -factor, factor);
                case LINE -> new Extent(0.5 - factor, 0.5 + factor, 0, 0);
            };
        }

        private static Extent around(List<WeightPlane.Place> steps, double factor) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = left;
            double top = right;
            for (WeightPlane.Place step : steps) {
                left = Math.min(left, step.x());
                right = Math.max(right, step.x());
                bottom = Math.min(bottom, step.y());
                top = Math.max(top, step.y());
            }
            double longer = Math.max(right - left, top - bottom);
            double width = MARGIN * factor * Math.max(right - left, MIN_ASPECT * longer) / 2;
            double height = MARGIN * factor * Math.max(top - bottom, MIN_ASPECT * longer) / 2;
            double x = (left + right) / 2;
            double y = (bottom + top) / 2;
            return new Extent(x - width, x + width, y - height, y + height);
        }

        public double width() {
            return right - left;
        }

        public double height() {
            return top - bottom;
        }
    }

    /// Evaluates `surface` at all nodes in the calling thread; empty if it was canceled.
    ///
    /// @param side nodes along an edge, 2 to [#MAX_SIDE]; a line has one row
    /// @param canceled checked before each node
    public static Optional<LossGrid> of(
            LossSurface surface,
            WeightPlane plane,
            Extent extent,
            int side,
            BooleanSupplier canceled) {
        Require.between("side", side, 2, MAX_SIDE);
        int rows = plane.kind() == WeightPlane.Kind.LINE ? 1 : side;
        double[] losses = new double[side * rows];
        Parameters here = plane.origin().copy();
        for (int node = 0; node < losses.length; node++) {
            if (canceled.getAsBoolean()) {
                return Optional.empty();
            }
            plane.at(x(extent, side, node % side), y(extent, rows, node / side), here);
            losses[node] = surface.loss(here);
        }
        return Optional.of(new LossGrid(extent, side, losses));
    }

    public int rows() {
        return losses.length / columns;
    }

    /// The x of a column, counted from the left.
    public double x(int column) {
        return x(extent, columns, column);
    }

    /// The y of a row, counted from the bottom.
    public double y(int row) {
        return y(extent, rows(), row);
    }

    private static double x(Extent extent, int columns, int column) {
        double share = (double) column / (columns - 1);
        return (1 - share) * extent.left() + share * extent.right();
    }

    private static double y(Extent extent, int rows, int row) {
        double share = rows == 1 ? 0 : (double) row / (rows - 1);
        return (1 - share) * extent.bottom() + share * extent.top();
    }

    public double loss(int column, int row) {
        return losses[row * columns + column];
    }
}
