package mlpexplorer.ui.field;

import java.util.Arrays;

/// Builds polylines from linked pairs of points, each point with at most two neighbors. Not
/// thread-safe; memory is reused.
final class PolylineBuilder {
    private static final int NONE = -1;

    /// Points closer to a straight line than this fraction of the square are dropped.
    private static final float STRAIGHT = 4e-5f;

    private float[] xs = new float[512];
    private float[] ys = new float[512];
    private int[] links = new int[1024];
    private boolean[] done = new boolean[512];
    private int size;

    void clear() {
        size = 0;
    }

    int vertex(float x, float y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
            links = Arrays.copyOf(links, 4 * size);
            done = Arrays.copyOf(done, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        links[2 * size] = NONE;
        links[2 * size + 1] = NONE;
        done[size] = false;
        return size++;
    }

    float x(int vertex) {
        return xs[vertex];
    }

    float y(int vertex) {
        return ys[vertex];
    }

    void link(int a, int b) {
        attach(a, b);
        attach(b, a);
    }

    private void attach(int from, int to) {
        links[links[2 * from] == NONE ? 2 * from : 2 * from + 1] = to;
    }

    /// Writes all lines into `contour` (modified): first the open ones from their ends, then the
    /// loops.
    void emit(Contour contour) {
        contour.clear();
        for (int v = 0; v < size; v++) {
            if (!done[v] && links[2 * v + 1] == NONE) {
                follow(v, contour);
                contour.endLine();
            }
        }
        for (int v = 0; v < size; v++) {
            if (!done[v]) {
                follow(v, contour);
                contour.add(xs[v], ys[v]);
                contour.endLine();
            }
        }
    }

    private void follow(int start, Contour contour) {
        int last = start;
        int here = start;
        contour.add(xs[start], ys[start]);
        done[start] = true;
        for (int next = unvisited(here); next != NONE; next = unvisited(here)) {
            if (here != start && isBend(last, here, next)) {
                contour.add(xs[here], ys[here]);
                last = here;
            }
            done[next] = true;
            here = next;
        }
        if (here != start) {
            contour.add(xs[here], ys[here]);
        }
    }

    private int unvisited(int vertex) {
        for (int i = 2 * vertex; i < 2 * vertex + 2; i++) {
            if (links[i] != NONE && !done[links[i]]) {
                return links[i];
            }
        }
        return NONE;
    }

    /// Whether `middle` is off the straight line between the other two.
    private boolean isBend(int from, int middle, int to) {
        float dx = xs[to] - xs[from];
        float dy = ys[to] - ys[from];
        float cross = (xs[middle] - xs[from]) * dy - (ys[middle] - ys[from]) * dx;
        return cross * cross > STRAIGHT * STRAIGHT * (dx * dx + dy * dy);
    }
}
