package mlpexplorer.ui.field;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// The field on screen: pixels copied into an image that is scaled smoothly to any size. Images of
/// the last few sizes are cached, so that switching between a coarse and a fine picture allocates
/// nothing.
public final class FieldImage extends ImageView {
    private static final int KEPT = 3;

    private final Map<Integer, Raster> rasters =
            new LinkedHashMap<>(8, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Raster> eldest) {
                    return size() > KEPT;
                }
            };

    public FieldImage() {
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(true);
    }

    public void paint(FieldPicture picture) {
        if (picture.pixels() == 0) {
            clear();
        } else {
            paint(picture.argb(), picture.pixels());
        }
    }

    /// Shows a copy of `pixels` × `pixels` opaque colors, row-major from the top left, as drawn by
    /// [FieldThumbnail].
    public void paint(int[] argb, int pixels) {
        Raster raster = rasters.computeIfAbsent(pixels, Raster::new);
        raster.copy(argb);
        if (getImage() != raster.image) {
            setImage(raster.image);
            setViewport(raster.inside);
        }
    }

    public void clear() {
        setImage(null);
    }

    public void place(double x, double y, double side) {
        relocate(x, y);
        setFitWidth(side);
        setFitHeight(side);
    }

    /// An image with a hidden border of one pixel that repeats the outermost pixels: smooth scaling
    /// reads beyond the visible part, where the software pipeline has no data. Colors are opaque,
    /// so premultiplied and plain ARGB are equal.
    private static final class Raster {
        private final int pixels;
        private final int[] argb;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;
        private final Rectangle2D inside;

        Raster(int pixels) {
            int width = pixels + 2;
            this.pixels = pixels;
            argb = new int[width * width];
            buffer =
                    new PixelBuffer<>(
                            width,
                            width,
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
            inside = new Rectangle2D(1, 1, pixels, pixels);
        }

        void copy(int[] from) {
            int width = pixels + 2;
            for (int row = 0; row < width; row++) {
                int source = Math.clamp(row - 1, 0, pixels - 1) * pixels;
                int target = row * width;
                System.arraycopy(from, source, argb, target + 1, pixels);
                argb[target] = from[source];
                argb[target + width - 1] = from[source + pixels - 1];
            }
            buffer.updateBuffer(_ -> null);
        }
    }
}
