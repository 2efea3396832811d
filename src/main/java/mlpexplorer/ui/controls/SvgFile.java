package mlpexplorer.ui.controls;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

import org.kordamp.ikonli.javafx.FontIcon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Nodes as an SVG 1.1 file: shapes, texts, backgrounds and borders as vectors, texts as text, and
/// images as embedded PNG. A canvas is drawn again as shapes if it has a [Pen.Drawing]. Effects and
/// icons, which need a font of their own, are left out.
///
/// Nodes are read on the FX thread; [#bytes] encodes images on any thread.
public final class SvgFile {
    private static final String PICTURE = "\u0000";
    private static final int CANVAS_SCALE = 2;

    private final double width;
    private final double height;
    private final StringBuilder body = new StringBuilder();
    private final String name;
    private final SvgPaints paints;
    private final List<Image> pictures = new ArrayList<>();
    private int clips;

    /// @param name of letters and hyphens; begins all ids, so that pictures of different names can
    ///   be put into one file
    /// @param paper color behind everything
    public SvgFile(String name, double width, double height, Color paper) {
        this.name = name;
        paints = new SvgPaints(name + "-gradient");
        this.width = width;
        this.height = height;
        body.append("<rect width=\"100%\" height=\"100%\"")
                .append(paints.fill(paper))
                .append("/>\n");
    }

    /// Draws `node` with the top left corner of its layout bounds at (0, `y`). FX thread.
    public void draw(Node node, double y) {
        Bounds bounds = node.getLayoutBounds();
        open("translate(" + n(-bounds.getMinX()) + " " + n(y - bounds.getMinY()) + ")", 1, "");
        content(node);
        body.append("</g>\n");
    }

    /// The bytes of the file.
    ///
    /// @param texts `Title` and `Description`, and metadata by keyword
    public byte[] bytes(Map<String, String> texts) throws IOException {
        StringBuilder file = new StringBuilder();
        file.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
                .append(" width=\"%s\" height=\"%s\"".formatted(n(width), n(height)))
                .append(" viewBox=\"0 0 %s %s\"".formatted(n(width), n(height)))
                .append(" stroke-miterlimit=\"10\">\n");
        file.append("<title>")
                .append(escaped(texts.getOrDefault("Title", "")))
                .append("</title>\n");
        file.append("<desc>")
                .append(escaped(texts.getOrDefault("Description", "")))
                .append("</desc>\n<metadata>\n");
        texts.forEach((keyword, text) ->
                file.append("<entry xmlns=\"\" keyword=\"")
                        .append(escaped(keyword))
                        .append("\">")
                        .append(escaped(text))
                        .append("</entry>\n"));
        file.append("</metadata>\n").append(paints.definitions());
        int from = 0;
        for (Image picture : pictures) {
            int to = body.indexOf(PICTURE, from);
            file.append(body, from, to)
                    .append("data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(PngFile.bytes(picture, Map.of())));
            from = to + 1;
        }
        file.append(body, from, body.length()).append("</svg>\n");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A node below its parent.
    private void node(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0 || node instanceof FontIcon) {
            return;
        }
        String transform = matrix(node.getLocalToParentTransform());
        String clip = Optional.ofNullable(node.getClip()).map(this::clip).orElse("");
        boolean grouped = !transform.isEmpty() || node.getOpacity() < 1 || !clip.isEmpty();
        if (grouped) {
            open(transform, node.getOpacity(), clip);
        }
        content(node);
        if (grouped) {
            body.append("</g>\n");
        }
    }

    private void open(String transform, double opacity, String more) {
        body.append("<g");
        if (!transform.isEmpty()) {
            body.append(" transform=\"").append(transform).append('"');
        }
        if (opacity < 1) {
            body.append(" opacity=\"").append(n(opacity)).append('"');
        }
        body.append(more).append(">\n");
    }

    private void content(Node node) {
        switch (node) {
            case Text text -> SvgShapes.text(text, paints, body);
            case Shape shape -> SvgShapes.shape(shape, paints, body);
            case ImageView view -> image(view);
            case Canvas canvas -> canvas(canvas);
            case Region region -> {
                background(region);
                border(region);
                children(region);
            }
            case Parent parent -> children(parent);
            default -> {}
        }
    }

    private void children(Parent parent) {
        parent.getChildrenUnmodifiable().stream()
                .sorted(Comparator.comparingDouble(Node::getViewOrder).reversed())
                .forEach(this::node);
    }

    private void canvas(Canvas canvas) {
        if (canvas.getUserData() instanceof Pen.Drawing drawing) {
            ShapePen pen = new ShapePen();
            drawing.draw(pen);
            children(pen.shapes());
        } else if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            parameters.setTransform(Transform.scale(CANVAS_SCALE, CANVAS_SCALE));
            WritableImage image = canvas.snapshot(parameters, null);
            Rectangle2D all = new Rectangle2D(0, 0, image.getWidth(), image.getHeight());
            Rectangle2D place = new Rectangle2D(0, 0, canvas.getWidth(), canvas.getHeight());
            image(image, all, place, true);
        }
    }

    private void image(ImageView view) {
        if (view.getImage() == null) {
            return;
        }
        Bounds bounds = view.getLayoutBounds();
        Rectangle2D place =
                new Rectangle2D(
                        bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        Image image = view.getImage();
        Rectangle2D all = new Rectangle2D(0, 0, image.getWidth(), image.getHeight());
        image(image, Optional.ofNullable(view.getViewport()).orElse(all), place, view.isSmooth());
    }

    /// A copy of a part of `image`, which may change.
    private void image(Image image, Rectangle2D part, Rectangle2D place, boolean smooth) {
        int across = (int) part.getWidth();
        int down = (int) part.getHeight();
        if (across == 0 || down == 0) {
            return;
        }
        int[] argb = new int[across * down];
        image.getPixelReader()
                .getPixels(
                        (int) part.getMinX(),
                        (int) part.getMinY(),
                        across,
                        down,
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        across);
        WritableImage copy = new WritableImage(across, down);
        copy.getPixelWriter()
                .setPixels(0, 0, across, down, PixelFormat.getIntArgbInstance(), argb, 0, across);
        pictures.add(copy);
        body.append(
                "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\""
                        .formatted(
                                n(place.getMinX()),
                                n(place.getMinY()),
                                n(place.getWidth()),
                                n(place.getHeight())));
        body.append(smooth ? "" : " image-rendering=\"optimizeSpeed\"")
                .append(" xlink:href=\"" + PICTURE + "\"/>\n");
    }

    private String clip(Node clip) {
        if (!(clip instanceof Shape shape)) {
            return "";
        }
        String id = name + "-clip" + ++clips;
        body.append("<clipPath id=\"").append(id).append("\">");
        String transform = matrix(clip.getLocalToParentTransform());
        SvgShapes.shape(shape, transform.isEmpty() ? "" : " transform=\"" + transform + "\"", body);
        body.append("</clipPath>\n");
        return " clip-path=\"url(#" + id + ")\"";
    }

    private void background(Region region) {
        if (region.getBackground() == null) {
            return;
        }
        for (BackgroundFill fill : region.getBackground().getFills()) {
            rectangle(region, fill.getInsets(), fill.getRadii(), paints.fill(fill.getFill()));
        }
    }

    private void border(Region region) {
        if (region.getBorder() == null) {
            return;
        }
        for (BorderStroke stroke : region.getBorder().getStrokes()) {
            double top = stroke.getWidths().getTop();
            if (stroke.isStrokeUniform()
                    && top > 0
                    && stroke.getTopStyle() != BorderStrokeStyle.NONE) {
                Insets inner = stroke.getInsets();
                Insets middle =
                        new Insets(
                                inner.getTop() + top / 2,
                                inner.getRight() + top / 2,
                                inner.getBottom() + top / 2,
                                inner.getLeft() + top / 2);
                rectangle(
                        region,
                        middle,
                        stroke.getRadii(),
                        " fill=\"none\"" + stroke(stroke.getTopStroke(), top, stroke));
            } else {
                sides(region, stroke);
            }
        }
    }

    private String stroke(Paint paint, double width, BorderStroke stroke) {
        return paints.stroke(
                paint,
                width,
                StrokeLineCap.BUTT,
                StrokeLineJoin.MITER,
                stroke.getTopStyle().getDashArray());
    }

    /// The sides of a border that differ, as lines.
    private void sides(Region region, BorderStroke stroke) {
        double right = region.getWidth();
        double bottom = region.getHeight();
        side(0, 0, right, 0, stroke.getTopStroke(), stroke.getWidths().getTop());
        side(right, 0, right, bottom, stroke.getRightStroke(), stroke.getWidths().getRight());
        side(0, bottom, right, bottom, stroke.getBottomStroke(), stroke.getWidths().getBottom());
        side(0, 0, 0, bottom, stroke.getLeftStroke(), stroke.getWidths().getLeft());
    }

    private void side(double x0, double y0, double x1, double y1, Paint paint, double width) {
        if (width > 0) {
            body.append(
                    "<path d=\"M%s %sL%s %s\"%s/>\n"
                            .formatted(
                                    n(x0),
                                    n(y0),
                                    n(x1),
                                    n(y1),
                                    paints.stroke(
                                            paint,
                                            width,
                                            StrokeLineCap.BUTT,
                                            StrokeLineJoin.MITER,
                                            List.of())));
        }
    }

    private void rectangle(Region region, Insets insets, CornerRadii radii, String look) {
        Rectangle shape =
                new Rectangle(
                        insets.getLeft(),
                        insets.getTop(),
                        region.getWidth() - insets.getLeft() - insets.getRight(),
                        region.getHeight() - insets.getTop() - insets.getBottom());
        double radius = radii == null ? 0 : radii.getTopLeftHorizontalRadius();
        shape.setArcWidth(2 * radius);
        shape.setArcHeight(2 * radius);
        if (shape.getWidth() > 0 && shape.getHeight() > 0) {
            SvgShapes.shape(shape, look, body);
        }
    }

    private static String matrix(Transform t) {
        if (t.isIdentity()) {
            return "";
        }
        boolean moved = t.getMxx() == 1 && t.getMyy() == 1 && t.getMxy() == 0 && t.getMyx() == 0;
        return moved
                ? "translate(" + n(t.getTx()) + " " + n(t.getTy()) + ")"
                : "matrix(%s %s %s %s %s %s)"
                        .formatted(
                                n(t.getMxx()),
                                n(t.getMyx()),
                                n(t.getMxy()),
                                n(t.getMyy()),
                                n(t.getTx()),
                                n(t.getTy()));
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
