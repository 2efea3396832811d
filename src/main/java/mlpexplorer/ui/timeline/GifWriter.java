package mlpexplorer.ui.timeline;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;

/// Writes an animated GIF frame by frame with `javax.imageio`, which chooses 256 colors per frame.
/// The animation loops and carries a comment.
final class GifWriter implements Closeable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /// Loop extension: 1, then a repeat count of 0, which means forever.
    private static final byte[] ALWAYS = {1, 0, 0};

    private final FileImageOutputStream out;
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final String comment;
    private boolean begun;

    /// @param comment Latin-1; other characters are replaced by a question mark
    GifWriter(Path file, String comment) throws IOException {
        this.comment = comment;
        out = new FileImageOutputStream(file.toFile());
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /// Adds an opaque frame.
    ///
    /// @param delay hundredths of a second
    void add(BufferedImage image, int delay) throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(
                node(
                        "GraphicControlExtension",
                        "disposalMethod",
                        "none",
                        "userInputFlag",
                        "FALSE",
                        "transparentColorFlag",
                        "FALSE",
                        "delayTime",
                        Integer.toString(delay),
                        "transparentColorIndex",
                        "0"));
        if (!begun) {
            root.appendChild(repeat());
            root.appendChild(comments());
            begun = true;
        }
        metadata.mergeTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
    }

    private static IIOMetadataNode repeat() {
        IIOMetadataNode extension =
                node(
                        "ApplicationExtension",
                        "applicationID",
                        "NETSCAPE",
                        "authenticationCode",
                        "2.0");
        extension.setUserObject(ALWAYS.clone());
        return parent("ApplicationExtensions", extension);
    }

    private IIOMetadataNode comments() {
        byte[] latin = comment.getBytes(StandardCharsets.ISO_8859_1);
        return parent(
                "CommentExtensions",
                node("CommentExtension", "value", new String(latin, StandardCharsets.ISO_8859_1)));
    }

    private static IIOMetadataNode parent(String name, IIOMetadataNode child) {
        IIOMetadataNode parent = new IIOMetadataNode(name);
        parent.appendChild(child);
        return parent;
    }

    private static IIOMetadataNode node(String name, String... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i], attributes[i + 1]);
        }
        return node;
    }

    /// Finishes the file, which is incomplete before.
    void finish() throws IOException {
        writer.endWriteSequence();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
