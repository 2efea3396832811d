package mlpexplorer;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.text.Text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// Compares pictures of the window with thumbnails in `src/test/resources/mlpexplorer/screenshots`.
///
/// A pixel of a thumbnail is the mean color of a block of 16 x 16 pixels. A few may differ, so a
/// changed word does not matter; an empty column, a missing pane or another theme does. On a
/// machine with other fonts a block may look like any of its neighbors, and more may differ.
/// `-Dscreenshots=record` writes the thumbnails, and the full-size pictures to
/// `target/screenshots`.
public final class Screenshots {
    /// The full-size pictures, and the differences.
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final Path THUMBNAILS =
            Path.of("src", "test", "resources", "mlpexplorer", "screenshots");
    private static final Path FONT = THUMBNAILS.resolve("font.txt");
    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog";
    private static final boolean RECORDS = "record".equals(System.getProperty("screenshots"));
    private static final int BLOCK = 16;

    /// Steps of a stored color channel, which make the files small.
    private static final int STEP = 8;

    /// How far a color channel may be outside the range of the neighboring blocks.
    private static final int TOLERANCE = 12;

    /// Fraction of the blocks that may differ.
    private static final double MAX_DIFFERENT = 0.002;

    /// The same on a machine with other fonts than the one that recorded.
    private static final double MAX_DIFFERENT_IN_OTHER_FONT = 0.1;

    /// How much the size of a picture may differ from that of its thumbnail, since texts determine
    /// the size of some.
    private static final double MAX_STRETCHED = 0.15;

    /// Marks the differences.
    private static final int RED = 0xff0000;

    /// The folders of this machine in messages.
    private static final Pattern FOLDERS =
            Pattern.compile(
                    Pattern.quote(System.getProperty("mlpexplorer.home", "no home"))
                            + "|"
                            + Pattern.quote(Path.of("").toAbsolutePath().toString())
                            + "|"
                            + Pattern.quote(
                                    Path.of(System.getProperty("java.io.tmpdir")).toString())
                            + "/junit-?\\d+");

    private Screenshots() {}

    /// Replaces the folders of this machine in the texts below `root`, so that its picture does not
    /// depend on them. FX thread.
    ///
    /// @return puts the texts back
    public static Runnable hideFolders(Parent root) {
        Map<Labeled, String> before = new HashMap<>();
        for (Node node : root.lookupAll("*")) {
            if (node instanceof Labeled label
                    && !label.textProperty().isBound()
                    && FOLDERS.matcher(String.valueOf(label.getText())).find()) {
                before.put(label, label.getText());
                label.setText(FOLDERS.matcher(label.getText()).replaceAll("/folder"));
            }
        }
        return () -> before.forEach(Labeled::setText);
    }

    /// Fails if `png` does not look like the thumbnail `name`.
    public static void check(String name, byte[] png) throws IOException {
        check(name, ImageIO.read(new ByteArrayInputStream(png)));
    }

    /// Fails if `picture` does not look like the thumbnail `name`.
    public static void check(String name, Image picture) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] argb = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        check(name, image);
    }

    private static void check(String name, BufferedImage picture) throws IOException {
        Path file = THUMBNAILS.resolve(name + ".png");
        int columns = Math.ceilDiv(picture.getWidth(), BLOCK);
        int rows = Math.ceilDiv(picture.getHeight(), BLOCK);
        if (RECORDS) {
            write(thumbnail(picture, columns, rows), file);
            write(picture, PICTURES.resolve(name + ".png"));
            Files.writeString(FONT, font());
            return;
        }
        if (!Files.exists(file)) {
            throw failure(name, picture, "has no thumbnail");
        }
        BufferedImage stored = ImageIO.read(file.toFile());
        if (isFar(columns, stored.getWidth()) || isFar(rows, stored.getHeight())) {
            throw failure(
                    name,
                    picture,
                    "has another size: %d x %d blocks, not %d x %d"
                            .formatted(columns, rows, stored.getWidth(), stored.getHeight()));
        }
        BufferedImage now = thumbnail(picture, stored.getWidth(), stored.getHeight());
        boolean sameFont = Files.readString(FONT).equals(font());
        BufferedImage difference = difference(now, stored, sameFont ? 0 : 1);
        long different = count(difference);
        double most = sameFont ? MAX_DIFFERENT : MAX_DIFFERENT_IN_OTHER_FONT;
        if (different > most * stored.getWidth() * stored.getHeight()) {
            write(difference, PICTURES.resolve(name + "-difference.png"));
            throw failure(
                    name,
                    picture,
                    "differs from its thumbnail in %d of %d blocks"
                            .formatted(different, stored.getWidth() * stored.getHeight()));
        }
    }

    /// Identifies the fonts of a machine by the width of a sentence.
    private static String font() {
        return Math.round(new Text(SENTENCE).getLayoutBounds().getWidth()) + " px\n";
    }

    private static AssertionError failure(String name, BufferedImage picture, String reason)
            throws IOException {
        Path kept = PICTURES.resolve(name + ".png");
        write(picture, kept);
        return new AssertionError(
                "The picture %s %s. See %s; if it is right, record it with -Dscreenshots=record."
                        .formatted(name, reason, kept));
    }

    private static boolean isFar(int size, int stored) {
        return Math.abs(size - stored) > Math.max(1, MAX_STRETCHED * stored);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /// The mean colors of `columns` x `rows` blocks; transparent pixels count as white.
    private static BufferedImage thumbnail(BufferedImage picture, int columns, int rows) {
        BufferedImage small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int row = 0; row < rows; row++) {
            int top = row * height / rows;
            int bottom = (row + 1) * height / rows;
            for (int column = 0; column < columns; column++) {
                int left = column * width / columns;
                int right = (column + 1) * width / columns;
                long[] sums = new long[3];
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        int pixel = argb[y * width + x];
                        for (int channel = 0; channel < 3; channel++) {
                            int alpha = pixel >>> 24;
                            sums[channel] += 255 - alpha + alpha * channel(pixel, channel) / 255;
                        }
                    }
                }
                int count = (bottom - top) * (right - left);
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    rgb |= (int) (sums[channel] / count) / STEP * STEP << 8 * channel;
                }
                small.setRGB(column, row, rgb);
            }
        }
        return small;
    }

    private static int channel(int rgb, int channel) {
        return rgb >> 8 * channel & 0xff;
    }

    /// Red where the blocks differ, a faint picture elsewhere.
    private static BufferedImage difference(BufferedImage now, BufferedImage stored, int reach) {
        BufferedImage marked =
                new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                int faint = 0x80 + channel(stored.getRGB(x, y), 1) / 4;
                marked.setRGB(
                        x,
                        y,
                        isOutside(now, stored, x, y, reach) || isOutside(stored, now, x, y, reach)
                                ? RED
                                : faint << 16 | faint << 8 | faint);
            }
        }
        return marked;
    }

    private static long count(BufferedImage difference) {
        long red = 0;
        for (int y = 0; y < difference.getHeight(); y++) {
            for (int x = 0; x < difference.getWidth(); x++) {
                red += (difference.getRGB(x, y) & 0xffffff) == RED ? 1 : 0;
            }
        }
        return red;
    }

    /// Whether the block of `one` differs from all blocks within `reach` of its position in
    /// `other`.
    private static boolean isOutside(
            BufferedImage one, BufferedImage other, int x, int y, int reach) {
        for (int channel = 0; channel < 3; channel++) {
            int least = 255;
            int most = 0;
            for (int v = Math.max(0, y - reach);
                    v <= Math.min(other.getHeight() - 1, y + reach);
                    v++) {
                for (int u = Math.max(0, x - reach);
                        u <= Math.min(other.getWidth() - 1, x + reach);
                        u++) {
                    int value = channel(other.getRGB(u, v), channel);
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            int value = channel(one.getRGB(x, y), channel);
            if (value < least - TOLERANCE || value > most + TOLERANCE) {
                return true;
            }
        }
        return false;
    }
}
