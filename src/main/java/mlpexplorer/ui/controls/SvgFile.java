package mlpexplorer.ui.controls;

import static java.nio.charset.StandardCharsets.UTF_8;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
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

import mlpexplorer.data.io.UserError;

import org.kordamp.ikonli.javafx.FontIcon;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Nodes as an SVG 1.1 file: shapes, texts, backgrounds and borders as vectors, texts as text, and
/// images as embedded PNG. A canvas is drawn again as shapes if it has a [Pen.Drawing]. Effects and
/// icons, which need a special font, are left out.
///
/// Nodes are read on the FX thread, all at once by [#draw] or in slices by [#begin] and [#advance];
/// [#bytes] formats numbers and encodes images on any thread.
public final class SvgFile {
    private final double width;
    private final double height;
    private final SvgBody body = new SvgBody();
    private final SvgPaints paints = new SvgPaints();
    private final Predicate<Node> omitted;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private int clips;

    /// @param paper color behind everything
    /// @param omitted nodes that are left out
    public SvgFile(double width, double height, Color paper, Predicate<Node> omitted) {
        this.width = width;
        this.height = height;
        this.omitted = omitted;
        body.add("<rect width=\"100%\" height=\"100%\"", paints.fill(paper), "/>\n");
    }

    /// Draws `node` with the top left corner of its layout bounds at (0, `y`). FX thread.
    public void draw(Node node, double y) {
        begin(node, y);
        advance(Long.MAX_VALUE);
    }

    /// Like [#draw], but [#advance] does the work. The nodes must not change until then. FX thread.
    public void begin(Node node, double y) {
        steps.add(() -> {
            Bounds bounds = node.getLayoutBounds();
            double down = y - bounds.getMinY();
            body.add("<g transform=\"translate(", -bounds.getMinX(), " ", down, ")\">\n");
            steps.push(() -> body.add("</g>\n"));
            content(node);
        });
    }

    /// Draws for about `nanos`, and returns whether everything is drawn. FX thread.
    public boolean advance(long nanos) {
        long began = System.nanoTime();
        while (!steps.isEmpty() && System.nanoTime() - began < nanos) {
            steps.pop().run();
        }
        return steps.isEmpty();
    }

    /// The bytes of the file.
    ///
    /// @param texts `Title` and `Description`, and metadata by keyword
    public byte[] bytes(Map<String, String> texts) throws IOException {
        StringBuilder file = new StringBuilder();
        file.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
                .append(
                        " width=\"%s\" height=\"%s\""
                                .formatted(SvgBody.n(width), SvgBody.n(height)))
                .append(" viewBox=\"0 0 %s %s\"".formatted(SvgBody.n(width), SvgBody.n(height)))
                .append(" stroke-miterlimit=\"10\">\n");
        file.append("<title>")
                .append(SvgBody.escaped(texts.getOrDefault("Title", "")))
                .append("</title>\n");
        file.append("<desc>")
                .append(SvgBody.escaped(texts.getOrDefault("Description", "")))
                .append("</desc>\n<metadata>\n");
        texts.forEach((keyword, text) ->
                file.append("<entry xmlns=\"\" keyword=\"")
                        .append(SvgBody.escaped(keyword))
                        .append("\">")
                        .append(SvgBody.escaped(text))
                        .append("</entry>\n"));
        file.append("</metadata>\n").append(paints.definitions());
        body.write(file);
        file.append("</svg>\n");
        return file.toString().getBytes(UTF_8);
    }

    /// The texts in the metadata of an SVG file, by keyword. Document types and entities are not
    /// read. Throws [UserError] if the file is too large, damaged or not an SVG.
    public static Map<String, String> texts(Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            if (Files.size(file) > PngFile.MAX_BYTES) {
                throw UserError.input(
                        Messages.text("control.picture.too-large", file, PngFile.MAX_BYTES >> 20));
            }
            try (Reader in = new InputStreamReader(Files.newInputStream(file), UTF_8)) {
                XMLStreamReader reader = factory.createXMLStreamReader(in);
                if (reader.nextTag() != XMLStreamReader.START_ELEMENT
                        || !reader.getLocalName().equals("svg")) {
                    throw UserError.input(Messages.text("control.svg.unreadable", file));
                }
                return texts(reader);
            }
        } catch (XMLStreamException cause) {
            throw UserError.input(Messages.text("control.svg.damaged", file), cause);
        } catch (IOException cause) {
            throw UserError.unreadable(file, cause);
        }
    }

    private static Map<String, String> texts(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> texts = new LinkedHashMap<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("entry")) {
                String keyword = reader.getAttributeValue(null, "keyword");
                texts.put(String.valueOf(keyword), reader.getElementText());
            } else if (event == XMLStreamReader.END_ELEMENT
                    && reader.getLocalName().equals("metadata")) {
                return texts;
            }
        }
        return texts;
    }

    /// A node below its parent.
    private void node(Node node) {
        if (!node.isVisible()
                || node.getOpacity() == 0
                || node instanceof FontIcon
                || omitted.test(node)) {
            return;
        }
        String clip = Optional.ofNullable(node.getClip()).map(this::clip).orElse("");
        String look =
                SvgShapes.transform(node.getLocalToParentTransform())
                        + SvgShapes.opacity(node.getOpacity())
                        + clip;
        if (!look.isEmpty()) {
            body.add("<g", look, ">\n");
            steps.push(() -> body.add("</g>\n"));
        }
        content(node);
    }

    private void content(Node node) {
        switch (node) {
            case Text text -> SvgShapes.text(text, paints, body);
            case Shape shape -> SvgShapes.shape(shape, paints, body);
            case ImageView view -> image(view);
            case Canvas canvas when canvas.getUserData() instanceof Pen.Drawing drawing ->
                    drawing.draw(new SvgPen(paints, body));
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
                .toList()
                .reversed()
                .forEach(child -> steps.push(() -> node(child)));
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
        Rectangle2D part = Optional.ofNullable(view.getViewport()).orElse(all);
        body.image(image, part, place, view.isSmooth(), "");
    }

    private String clip(Node clip) {
        if (!(clip instanceof Shape shape)) {
            return "";
        }
        String id = "clip" + ++clips;
        body.add("<clipPath id=\"", id, "\">");
        SvgShapes.shape(shape, SvgShapes.transform(clip.getLocalToParentTransform()), body);
        body.add("</clipPath>\n");
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
            SvgShapes.line(x0, y0, x1, y1, body);
            body.add(
                    paints.stroke(
                            paint, width, StrokeLineCap.BUTT, StrokeLineJoin.MITER, List.of()),
                    "/>\n");
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
}
