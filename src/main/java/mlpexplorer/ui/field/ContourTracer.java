package mlpexplorer.ui.field;

import java.util.Arrays;

/// Finds the borders between the most probable classes of a [Field] by marching squares: a border
/// crosses an edge of the grid where the logits of the classes at its two ends are equal, and the
/// crossings of a cell are joined. For two classes that is the line p = 0.5. Not thread-safe;
/// scratch memory is reused.
public final class ContourTracer {
    private final PolylineBuilder polylines = new PolylineBuilder();
    private int[] labels = new int[0];
    private int[] crossings = new int[0];
    private final int[] found = new int[4];
    private int count;

    /// Writes the borders of `field` into `contour` (modified).
    public void trace(Field field, Contour contour) {
        int side = field.side();
        int nodes = side * side;
        if (labels.length < nodes) {
            labels = new int[nodes];
            crossings = new int[2 * nodes];
        }
        Arrays.fill(crossings, 0, 2 * nodes, -1);
        for (int node = 0; node < nodes; node++) {
            labels[node] = field.label(node);
        }
        polylines.clear();
        for (int row = 0; row < side - 1; row++) {
            for (int node = row * side; node < row * side + side - 1; node++) {
                visit(field, node);
            }
        }
        polylines.emit(contour);
    }

    /// The cell whose top left corner is `node`.
    private void visit(Field field, int node) {
        int side = field.side();
        int below = node + side;
        if (labels[node] == labels[node + 1]
                && labels[node] == labels[below]
                && labels[node] == labels[below + 1]) {
            return;
        }
        int nodes = side * side;
        count = 0;
        cross(field, node, node + 1, node);
        cross(field, node + 1, below + 1, nodes + node + 1);
        cross(field, below, below + 1, below);
        cross(field, node, below, nodes + node);
        if (count == 2) {
            polylines.link(found[0], found[1]);
        } else if (count == 4
                && labels[node] == labels[below + 1]
                && labels[node + 1] == labels[below]) {
            joinSaddle(field, node);
        } else {
            joinSaddles();
        }
    }

    private void cross(Field field, int from, int to, int edge) {
        int a = labels[from];
        int b = labels[to];
        if (a == b) {
            return;
        }
        if (crossings[edge] < 0) {
            float before = field.logit(from, a) - field.logit(from, b);
            float after = field.logit(to, b) - field.logit(to, a);
            float t = before + after > 0 ? before / (before + after) : 0.5f;
            int side = field.side();
            float x = from % side + t * (to % side - from % side);
            float y = from / side + t * (to / side - from / side);
            crossings[edge] = polylines.vertex(x / (side - 1), y / (side - 1));
        }
        found[count++] = crossings[edge];
    }

    /// Two classes at opposite corners: the class at the center is connected. Crossings are top,
    /// right, bottom, left.
    private void joinSaddle(Field field, int node) {
        int a = labels[node];
        int b = labels[node + 1];
        float middle = 0;
        for (int corner :
                new int[] {node, node + 1, node + field.side(), node + field.side() + 1}) {
            middle += field.logit(corner, a) - field.logit(corner, b);
        }
        boolean first = middle >= 0;
        polylines.link(found[0], found[first ? 1 : 3]);
        polylines.link(found[2], found[first ? 3 : 1]);
    }

    /// Three or four classes meet.
    private void joinSaddles() {
        float x = 0;
        float y = 0;
        for (int i = 0; i < count; i++) {
            x += polylines.x(found[i]) / count;
            y += polylines.y(found[i]) / count;
        }
        for (int i = 0; i < count; i++) {
            polylines.link(found[i], polylines.vertex(x, y));
        }
    }
}
