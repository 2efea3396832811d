package mlpexplorer.ui.controls;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The elements of an SVG file as pieces of text, numbers and images. They are collected on the FX
/// thread and formatted on any thread, which takes far longer.
final class SvgBody {
    private final List<Object> pieces = new ArrayList<>();

    /// Appends texts as they are, and numbers with at most four decimals.
    SvgBody add(Object... more) {
        pieces.addAll(Arrays.asList(more));
        return this;
    }

    /// Appends ` name="a b c"`.
    SvgBody numbers(String name, double... values) {
        add(" ", name, "=\"");
        for (int i = 0; i < values.length; i++) {
            add(i == 0 ? "" : " ", values[i]);
        }
        return add("\"");
    }

    /// Appends ` x="…" y="…" width="…" height="…"`.
    SvgBody box(double x, double y, double width, double height) {
        return add(" x=\"", x, "\" y=\"", y, "\" width=\"", width, "\" height=\"", height, "\"");
    }

    /// Appends a copy of a part of `image`, which may change.
    SvgBody image(Image image, Rectangle2D part, Rectangle2D place, boolean smooth, String more) {
        int across = (int) part.getWidth();
        int down = (int) part.getHeight();
        if (across == 0 || down == 0) {
            return this;
        }
        int[] argb = new int[across * down];
        image.getPixelReader()
                .getPixels(
                        (int) part.getMinX(),
                        (int) part.getMinY(),
                        across,
                        down,
                        PixelFormat.getIntArgbPreInstance(),
                        argb,
                        0,
                        across);
        add("<image")
                .box(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight())
                .add(" preserveAspectRatio=\"none\"")
                .add(smooth ? "" : " image-rendering=\"optimizeSpeed\"", more, " xlink:href=\"");
        PixelFormat<IntBuffer> format = PixelFormat.getIntArgbPreInstance();
        add(new WritableImage(new PixelBuffer<>(across, down, IntBuffer.wrap(argb), format)));
        return add("\"/>\n");
    }

    /// Formats everything.
    void write(StringBuilder to) throws IOException {
        for (Object piece : pieces) {
            switch (piece) {
                case Double number -> to.append(n(number));
                case Image image ->
                        to.append("data:image/png;base64,")
                                .append(
                                        Base64.getEncoder()
                                                .encodeToString(PngFile.bytes(image, Map.of())));
                default -> to.append(piece);
            }
        }
    }

    /// A number with at most four decimals.
    static String n(double value) {
        double rounded = Math.rint(value * 1e4) / 1e4;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    /// A text in XML, without the characters that XML does not allow.
    static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
