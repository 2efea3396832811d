package mlpexplorer.ui.history;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Letters as pixels, so that captions can be written into pictures on any thread. Made on the FX thread; immutable then.
final class Lettering {
    private static final double SIZE = 13;
    private static final int CELL = 24;
    private static final int BASELINE = 16;

    private final Map<Character, Integer> places = new HashMap<>();
    private final Map<Character, Double> widths = new HashMap<>();
    private final int[] argb;
    private final int ground;
    private final int width;

    /// @param letters all that will be written
    Lettering(String letters, Color ink, Color ground) {
        Group group = new Group();
        letters.chars().distinct().forEach(code -> {
            Text text = new Text(places.size() * CELL, BASELINE, Character.toString(code));
            text.setFont(Font.font(SIZE));
            text.setFill(ink);
            places.put((char) code, places.size());
            widths.put((char) code, text.getLayoutBounds().getWidth());
            group.getChildren().add(text);
        });
        width = places.size() * CELL;
        new Scene(group);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(ground);
        parameters.setViewport(new Rectangle2D(0, 0, width, CELL));
        WritableImage image = group.snapshot(parameters, null);
        argb = new int[width * CELL];
        image.getPixelReader().getPixels(
                0, 0, width, CELL, PixelFormat.getIntArgbInstance(), argb, 0, width);
        this.ground = argb(ground);
    }

    private static int argb(Color color) {
        return 0xff000000
                | (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8
                | (int) Math.round(255 * color.getBlue());
    }

    /// Height of a line.
    int height() {
        return CELL;
    }

    /// The colour below the letters.
    int ground() {
        return ground;
    }

    /// Writes `text` into a picture (modified) whose line begins at row `top`, cut off at its right edge.
    ///
    /// @param pixels width of the picture
    void write(String text, int[] picture, int pixels, int left, int top) {
        double at = left;
        for (char letter : text.toCharArray()) {
            int from = places.get(letter) * CELL;
            int count = (int) Math.ceil(widths.get(letter));
            for (int y = 0; y < CELL; y++) {
                for (int x = 0; x < count; x++) {
                    int to = (int) Math.round(at) + x;
                    int color = argb[y * width + from + x];
                    if (to < pixels && color != ground) {
                        picture[(top + y) * pixels + to] = color;
                    }
                }
            }
            at += widths.get(letter);
        }
    }
}
