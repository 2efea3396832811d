package mlpexplorer.ui.network;

import mlpexplorer.data.ImageSize;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;

import java.util.Arrays;

/// The pixels of a unit's picture.
///
/// @param argb opaque colors, row-major (modified by drawing)
/// @param pixels edge of the square
record Tile(int[] argb, int pixels) {

    /// Draws a smoothed grid of `side` × `side` values. Values from −`scale` to `scale` (0 to
    /// `scale` if unsigned) map to the colors of `ramp`.
    void field(float[] values, int side, ColorRamp ramp, float scale, boolean unsigned) {
        for (int y = 0; y < pixels; y++) {
            float down = Math.clamp((y + 0.5f) / pixels * side - 0.5f, 0, side - 1.001f);
            int row = (int) down;
            for (int x = 0; x < pixels; x++) {
                float across = Math.clamp((x + 0.5f) / pixels * side - 0.5f, 0, side - 1.001f);
                int at = row * side + (int) across;
                float share = across - (int) across;
                float upper = values[at] + share * (values[at + 1] - values[at]);
                float lower =
                        values[at + side] + share * (values[at + side + 1] - values[at + side]);
                float value = (upper + (down - row) * (lower - upper)) / scale;
                argb[y * pixels + x] = ramp.at(unsigned ? value : (value + 1) / 2);
            }
        }
    }

    /// Draws an image of signed values, the largest in full color, with its aspect ratio.
    void picture(float[] values, ImageSize size, ColorRamp ramp) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        int longest = Math.max(size.height(), size.width());
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                int row = y * longest / pixels - (longest - size.height()) / 2;
                int column = x * longest / pixels - (longest - size.width()) / 2;
                boolean inside =
                        row >= 0 && row < size.height() && column >= 0 && column < size.width();
                float value = inside && most > 0 ? values[row * size.width() + column] / most : 0;
                argb[y * pixels + x] = ramp.at((value + 1) / 2);
            }
        }
    }

    /// Draws one bar per class, up or down from the middle, or from the bottom if no value is
    /// negative.
    void bars(float[] values, float scale, ClassColors colors, boolean grounded) {
        Arrays.fill(argb, colors.neutralArgb());
        int margin = Math.max(1, pixels / 10);
        int zero = grounded ? pixels - margin : pixels / 2;
        double reach = grounded ? pixels - 2 * margin : pixels / 2.0 - margin;
        double width = (pixels - 2.0 * margin) / values.length;
        for (int c = 0; c < values.length; c++) {
            int top = (int) Math.round(zero - Math.max(0, values[c]) / scale * reach);
            int bottom = (int) Math.round(zero - Math.min(0, values[c]) / scale * reach);
            int left = (int) Math.round(margin + c * width);
            int right =
                    Math.max(
                            left + 1,
                            (int) Math.round(margin + (c + 1) * width) - (width >= 3 ? 1 : 0));
            for (int y = Math.max(0, top); y < Math.min(pixels, Math.max(bottom, top + 1)); y++) {
                Arrays.fill(
                        argb,
                        y * pixels + left,
                        y * pixels + Math.min(right, pixels),
                        colors.argb(c));
            }
        }
    }
}
