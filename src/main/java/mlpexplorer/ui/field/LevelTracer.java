package mlpexplorer.ui.field;

import java.util.Arrays;

/// Finds the lines where values on a grid reach a level, by marching squares with linear
/// interpolation between the nodes. Cells with a corner that is not finite have no line. Not
/// thread-safe; scratch memory is reused.
final class LevelTracer {
    private final PolylineBuilder polylines = new PolylineBuilder();
    private int[] crossings = new int[0];
    private final int[] found = new int[4];
    private int count;

    /// Writes the lines of `level` into `contour` (modified).
    ///
    /// @param values row by row from the bottom
    /// @param columns values in a row, at least 2
    void trace(double[] values, int columns, double level, Contour contour) {
        int nodes = values.length;
        int rows = nodes / columns;
        if (crossings.length < 2 * nodes) {
            crossings = new int[2 * nodes];
        }
        Arrays.fill(crossings, 0, 2 * nodes, -1);
        polylines.clear();
        for (int node = 0; node < nodes - columns; node++) {
            if (node % columns == columns - 1) {
                continue;
            }
            int right = node + 1;
            int above = node + columns;
            int across = above + 1;
            if (!Double.isFinite(values[node] + values[right] + values[above] + values[across])) {
                continue;
            }
            count = 0;
            cross(values, columns, level, new int[] {node, right, node, rows});
            cross(values, columns, level, new int[] {right, across, nodes + right, rows});
            cross(values, columns, level, new int[] {above, across, above, rows});
            cross(values, columns, level, new int[] {node, above, nodes + node, rows});
            if (count == 2) {
                polylines.link(found[0], found[1]);
            } else if (count == 4) {
                double middle = (values[node] + values[right] + values[above] + values[across]) / 4;
                boolean apart = values[node] >= level == middle >= level;
                polylines.link(found[0], found[apart ? 1 : 3]);
                polylines.link(found[2], found[apart ? 3 : 1]);
            }
        }
        polylines.emit(contour);
    }

    /// @param edge its nodes, its index and the rows of the grid
    private void cross(double[] values, int columns, double level, int[] edge) {
        int from = edge[0];
        int to = edge[1];
        if (values[from] >= level == values[to] >= level) {
            return;
        }
        if (crossings[edge[2]] < 0) {
            double t = (level - values[from]) / (values[to] - values[from]);
            double x = from % columns + t * (to % columns - from % columns);
            double y = from / columns + t * (to / columns - from / columns);
            crossings[edge[2]] =
                    polylines.vertex((float) (x / (columns - 1)), (float) (1 - y / (edge[3] - 1)));
        }
        found[count++] = crossings[edge[2]];
    }
}
