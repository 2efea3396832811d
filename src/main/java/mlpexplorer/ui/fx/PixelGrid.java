package mlpexplorer.ui.fx;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// A square field of n × n cells drawn as one picture that is scaled, smoothly or in hard squares, to the size of this
/// region. Cell 0 is the top left one, rows run left to right; a cell's value belongs to its centre.
///
/// n may differ from call to call (coarse while something moves, fine when it rests): each size keeps its buffer, so that
/// drawing allocates nothing once a size has been seen.
public final class PixelGrid extends Region {

    /// About how many pixels wide the picture is in which cells stay squares.
    private static final int SQUARES_WIDTH = 256;

    private final Map<Look, Raster> rasters = new HashMap<>();
    private final ImageView view = new ImageView();
    private boolean smooth = true;

    /// An empty grid that scales smoothly and fills its region.
    public PixelGrid() {
        getStyleClass().add("pixel-grid");
        view.setPreserveRatio(false);
        view.setSmooth(true);
        view.setMouseTransparent(true);
        getChildren().add(view);
    }

    /// Whether cells melt into one another (default) or stay visible as squares; holds from the next drawing on.
    public void setSmooth(boolean smooth) {
        this.smooth = smooth;
    }

    /// Draws class probabilities as [ClassColors#paint] reads them, for `side` × `side` cells.
    public void showClasses(float[] field, int side, ClassColors colors, boolean discretize) {
        show(side, argb -> colors.paint(field, argb, discretize));
    }

    /// Draws one value a cell by its place between `low` and `high`, for `side` × `side` cells.
    public void showValues(float[] field, int side, ColorRamp ramp, float low, float high) {
        if (field.length != side * side) {
            throw new IllegalArgumentException(field.length + " values for " + side + " × " + side + " cells");
        }
        float scale = 1 / (high - low);
        show(side, argb -> {
            for (int i = 0; i < argb.length; i++) {
                argb[i] = ramp.at((field[i] - low) * scale);
            }
        });
    }

    /// Shows nothing.
    public void clear() {
        view.setImage(null);
    }

    private void show(int side, Consumer<int[]> painter) {
        Raster raster = rasters.computeIfAbsent(new Look(side, smooth ? 1 : Math.max(1, SQUARES_WIDTH / side)), Raster::new);
        raster.paint(painter);
        if (view.getImage() != raster.image) {
            view.setImage(raster.image);
            view.setViewport(raster.inside);
        }
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(Math.max(1, getWidth()));
        view.setFitHeight(Math.max(1, getHeight()));
        view.relocate(0, 0);
    }

    /// How many cells, and how many pixels wide and high each is drawn.
    private record Look(int side, int zoom) { }

    /// The picture has a rim one cell wide that repeats the outermost cells and is not shown: smooth scaling looks one cell
    /// further than it draws, and the software pipeline finds nonsense beyond the edge.
    private static final class Raster {
        private final Look look;
        private final int width;
        private final int[] cells;
        private final int[] pixels;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;
        private final Rectangle2D inside;

        Raster(Look look) {
            this.look = look;
            int shown = look.side * look.zoom;
            width = shown + 2 * look.zoom;
            cells = new int[look.side * look.side];
            pixels = new int[width * width];
            buffer = new PixelBuffer<>(width, width, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
            inside = new Rectangle2D(look.zoom, look.zoom, shown, shown);
        }

        /// All colours are opaque, so that premultiplied and plain ARGB are the same.
        void paint(Consumer<int[]> painter) {
            painter.accept(cells);
            for (int row = -1; row <= look.side; row++) {
                paintRow(Math.clamp(row, 0, look.side - 1) * look.side, (row + 1) * look.zoom * width);
            }
            buffer.updateBuffer(_ -> null);
        }

        private void paintRow(int from, int to) {
            for (int column = -1; column <= look.side; column++) {
                int start = to + (column + 1) * look.zoom;
                Arrays.fill(pixels, start, start + look.zoom, cells[from + Math.clamp(column, 0, look.side - 1)]);
            }
            for (int copy = 1; copy < look.zoom; copy++) {
                System.arraycopy(pixels, to, pixels, to + copy * width, width);
            }
        }
    }
}
