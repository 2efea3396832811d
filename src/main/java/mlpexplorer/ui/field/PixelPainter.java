package mlpexplorer.ui.field;

import mlpexplorer.ui.controls.ClassMarker;

import java.util.HashMap;
import java.util.Map;

/// Draws antialiased markers and lines into an array of opaque colors, without a canvas. Not
/// thread-safe.
final class PixelPainter {
    /// Subpixel positions per pixel, and samples per pixel and direction for the edges of markers.
    private static final int STEPS = 4;

    private final int[] argb;
    private final int side;
    private final Map<Stamp, float[]> stamps = new HashMap<>();

    private record Stamp(ClassMarker marker, double radius, int phaseX, int phaseY) {
        /// Half the edge of the bounding square.
        int reach() {
            return (int) Math.ceil(1.45 * radius) + 1;
        }

        /// Coverage of each pixel, 0 to 1.
        float[] coverage() {
            int edge = 2 * reach() + 1;
            float[] share = new float[edge * edge];
            for (int i = 0; i < share.length; i++) {
                share[i] = coverage(i % edge - reach(), i / edge - reach());
            }
            return share;
        }

        private float coverage(int column, int row) {
            int inside = 0;
            for (int sample = 0; sample < STEPS * STEPS; sample++) {
                double x = column + (sample % STEPS + 0.5 - phaseX) / STEPS;
                double y = row + (sample / STEPS + 0.5 - phaseY) / STEPS;
                if (marker.covers(x / radius, y / radius)) {
                    inside++;
                }
            }
            return (float) inside / (STEPS * STEPS);
        }
    }

    /// @param argb `side` × `side` colors, row-major; modified
    PixelPainter(int[] argb, int side) {
        this.argb = argb;
        this.side = side;
    }

    /// Draws a filled marker centered at (x, y), in pixels from the top left corner, clipped to the
    /// picture.
    void mark(ClassMarker marker, double x, double y, double radius, int rgb) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        Stamp stamp =
                new Stamp(marker, radius, (int) ((x - column) * STEPS), (int) ((y - row) * STEPS));
        float[] share = stamps.computeIfAbsent(stamp, Stamp::coverage);
        int reach = stamp.reach();
        int edge = 2 * reach + 1;
        for (int i = 0; i < share.length; i++) {
            blend(column - reach + i % edge, row - reach + i / edge, rgb, share[i]);
        }
    }

    /// Draws the lines of `contour`, `width` pixels wide; overlaps are not darker.
    void lines(Contour contour, double width, int rgb, float opacity) {
        float[] share = new float[argb.length];
        for (int line = 0; line < contour.lines(); line++) {
            for (int to = contour.start(line) + 1; to < contour.end(line); to++) {
                segment(contour, to, width / 2, share);
            }
        }
        for (int i = 0; i < share.length; i++) {
            blend(i % side, i / side, rgb, opacity * share[i]);
        }
    }

    private void segment(Contour contour, int to, double half, float[] share) {
        double ax = contour.x(to - 1) * side;
        double ay = contour.y(to - 1) * side;
        double dx = contour.x(to) * side - ax;
        double dy = contour.y(to) * side - ay;
        double square = Math.max(1e-12, dx * dx + dy * dy);
        int left = pixel(Math.min(ax, ax + dx) - half - 1);
        int right = pixel(Math.max(ax, ax + dx) + half + 1);
        int bottom = pixel(Math.max(ay, ay + dy) + half + 1);
        for (int row = pixel(Math.min(ay, ay + dy) - half - 1); row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double x = column + 0.5 - ax;
                double y = row + 0.5 - ay;
                double t = Math.clamp((x * dx + y * dy) / square, 0, 1);
                double near = half + 0.5 - Math.hypot(x - t * dx, y - t * dy);
                int at = row * side + column;
                share[at] = Math.max(share[at], (float) Math.clamp(near, 0, 1));
            }
        }
    }

    private int pixel(double at) {
        return (int) Math.clamp(at, 0, side - 1);
    }

    private void blend(int x, int y, int rgb, float share) {
        if (share == 0 || x < 0 || y < 0 || x >= side || y >= side) {
            return;
        }
        int at = y * side + x;
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int under = argb[at] >> shift & 0xff;
            mixed = mixed << 8 | Math.round(under + share * ((rgb >> shift & 0xff) - under));
        }
        argb[at] = mixed;
    }
}
