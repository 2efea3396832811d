package mlpexplorer.ui.controls;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Snapshots of nodes, as PNG files with text metadata and on the clipboard. `javax.imageio` is
/// loaded when the first picture is saved or opened.
///
/// A failure is an exception whose message is one sentence for the user; it leaves either the old
/// file or none.
public final class PngFile {
    /// Name of the metadata tree, as specified by `javax.imageio`.
    private static final String FORMAT = "javax_imageio_png_1.0";

    static final long MAX_BYTES = 256L << 20;

    private PngFile() {}

    /// A snapshot of `node` on `background`, scaled by `scale` in vectors, not in pixels. FX
    /// thread.
    ///
    /// @param scale 1, 2 or 4, or any other factor above 0
    public static WritableImage snapshot(Node node, double scale, Paint background) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(background);
        return node.snapshot(parameters, null);
    }

    /// Encodes and writes `image` in the calling thread, which should not be the FX thread, and
    /// returns `file`.
    ///
    /// @param texts metadata by keyword (Latin-1, at most 79 characters); a text may be any string
    /// @throws mlpexplorer.data.io.UserError if the file cannot be written
    public static Path write(Path file, Image image, Map<String, String> texts) throws IOException {
        byte[] png = bytes(image, texts);
        return AtomicFile.write(file, out -> out.write(png));
    }

    /// The bytes of such a file: 8 bits per channel, with an alpha channel only if a pixel needs
    /// it. The image must not change until then.
    public static byte[] bytes(Image image, Map<String, String> texts) throws IOException {
        BufferedImage pixels = pixels(image);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(pixels), null);
            metadata.mergeTree(FORMAT, tree(texts));
            writer.write(new IIOImage(pixels, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                return pixels;
            }
        }
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        opaque.setRGB(0, 0, width, height, argb, 0, width);
        return opaque;
    }

    private static IIOMetadataNode tree(Map<String, String> texts) {
        IIOMetadataNode entries = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text);
            entries.appendChild(entry);
        });
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(entries);
        return root;
    }

    /// The texts in the metadata of a PNG, by keyword. Compressed texts are cut at 256 Ki
    /// characters. Throws [UserError] if the file is too large, damaged or not a PNG.
    public static Map<String, String> texts(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw UserError.input(
                        Messages.text("control.picture.too-large", file, MAX_BYTES >> 20));
            }
            return read(file)
                    .orElseThrow(
                            () -> UserError.input(Messages.text("control.png.unreadable", file)));
        } catch (IIOException cause) {
            throw UserError.input(Messages.text("control.png.damaged", file), cause);
        } catch (IOException cause) {
            throw UserError.unreadable(file, cause);
        }
    }

    private static Optional<Map<String, String>> read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Optional<ImageReader> reader = reader(in);
            reader.ifPresent(found -> found.setInput(in, true));
            return reader.isEmpty() ? Optional.empty() : Optional.of(read(reader.get()));
        }
    }

    private static Map<String, String> read(ImageReader reader) throws IOException {
        try {
            return texts((Element) reader.getImageMetadata(0).getAsTree(FORMAT));
        } catch (RuntimeException cause) {
            // For some damaged files the reader seeks before the first byte.
            throw new IIOException("damaged", cause);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<ImageReader> reader(ImageInputStream in) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getFormatName().equals("png")) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> texts(Element root) {
        Map<String, String> texts = new LinkedHashMap<>();
        NodeList plain = root.getElementsByTagName("tEXtEntry");
        for (int i = 0; i < plain.getLength(); i++) {
            texts.put(attribute(plain, i, "keyword"), attribute(plain, i, "value"));
        }
        NodeList international = root.getElementsByTagName("iTXtEntry");
        for (int i = 0; i < international.getLength(); i++) {
            texts.put(attribute(international, i, "keyword"), attribute(international, i, "text"));
        }
        return texts;
    }

    private static String attribute(NodeList entries, int index, String name) {
        return ((Element) entries.item(index)).getAttribute(name);
    }

    /// Puts `image` on the system's clipboard. FX thread.
    public static void copyToClipboard(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
