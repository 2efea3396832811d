package mlpexplorer.ui.fx;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;
import mlpexplorer.data.io.WholeFile;

/// Pictures of nodes, as PNG files and on the clipboard.
///
/// A failure is an [IOException] whose message is one sentence for the user; it leaves either the old file or none.
public final class PngFile {

    private static final long MOST_READ = 256L << 20;

    private PngFile() {
    }

    /// A picture of `node` as it stands, on `background`, enlarged `scale` times in vectors (not in pixels). FX thread.
    ///
    /// @param scale 1, 2 or 4, or any other factor above 0
    public static WritableImage snapshot(Node node, double scale, Paint background) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(background);
        return node.snapshot(parameters, null);
    }

    /// Encodes and writes `image` in the calling thread, which should not be the FX thread, and returns `file`.
    ///
    /// @param texts metadata by keyword (Latin-1, at most 79 characters); a text may be any string
    /// @throws IOException with one sentence that names the file
    public static Path write(Path file, Image image, Map<String, String> texts) throws IOException {
        byte[] png = bytes(image, texts);
        return WholeFile.write(file, out -> out.write(png));
    }

    /// The bytes of such a file.
    public static byte[] bytes(Image image, Map<String, String> texts) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new PngEncoder(width, height, argb).encode(texts);
    }

    /// The texts in the metadata of a PNG, by keyword.
    ///
    /// @throws IOException with one sentence that names the file, if it is no PNG or damaged
    public static Map<String, String> texts(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_READ) {
                throw new IOException(Messages.text("png.too-large", file, MOST_READ >> 20));
            }
            return PngTexts.read(Files.readAllBytes(file))
                    .orElseThrow(() -> new IOException(Messages.text("png.unreadable", file)));
        } catch (EOFException cause) {
            throw new IOException(Messages.text("png.damaged", file), cause);
        }
    }

    /// Puts `image` on the system's clipboard. FX thread.
    public static void copyToClipboard(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
