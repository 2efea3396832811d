package mlpexplorer.ui.network;

/// Draws curves into an array of pixels without a canvas, so that the sampler's thread does the
/// work instead of the renderer. Curves run from left to right, so each pixel is visited once,
/// column by column; its coverage follows from the distance to the curve. Not thread-safe.
///
/// @param argb `width` × `height` premultiplied colors, row-major (modified by drawing)
record LineRaster(int[] argb, int width, int height) {

    /// Draws a cubic curve with horizontal ends from (x0, y0) to (x1, y1), in pixels.
    void curve(double x0, double y0, double x1, double y1, Stroke pen) {
        double t = 0;
        int last = (int) Math.min(width - 1.0, Math.ceil(x1) - 1);
        for (int column = (int) Math.max(0, Math.floor(x0)); column <= last; column++) {
            double wanted = Math.clamp((column + 0.5 - x0) / (x1 - x0), 0, 1);
            t = solve(t, wanted);
            double across = 1.5 - 3 * t + 3 * t * t;
            double slope = (y1 - y0) * 6 * t * (1 - t) / (across * (x1 - x0));
            column(column, y0 + (y1 - y0) * (3 - 2 * t) * t * t, Math.hypot(1, slope), pen);
        }
    }

    /// The style of a curve: half its width in pixels, color without opacity, opacity from 0 to 1.
    record Stroke(double half, int rgb, double opacity) {}

    /// Solves `1.5t − 1.5t² + t³ = wanted` by Newton's method from a nearby value.
    private static double solve(double near, double wanted) {
        double t = near;
        for (int i = 0; i < 3; i++) {
            t -= (t * (1.5 - 1.5 * t + t * t) - wanted) / (1.5 - 3 * t + 3 * t * t);
        }
        return t;
    }

    private void column(int x, double middle, double stretch, Stroke pen) {
        double reach = (pen.half() + 0.5) * stretch;
        int bottom = (int) Math.min(height - 1.0, Math.ceil(middle + reach));
        for (int y = (int) Math.max(0, Math.floor(middle - reach)); y <= bottom; y++) {
            double cover = pen.half() + 0.5 - Math.abs(y + 0.5 - middle) / stretch;
            if (cover > 0) {
                blend(
                        y * width + x,
                        pen.rgb(),
                        pen.opacity() * Math.min(cover, Math.min(1, 2 * pen.half())));
            }
        }
    }

    private void blend(int at, int rgb, double share) {
        int alpha = (int) (256 * share);
        int under = argb[at];
        int mixed = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int below = (under >> shift) & 0xff;
            int above = (rgb >> shift) & 0xff;
            mixed |= (below + (((above - below) * alpha) >> 8)) << shift;
        }
        int opaque = under >>> 24;
        argb[at] = ((opaque + (((255 - opaque) * alpha) >> 8)) << 24) | mixed;
    }
}
