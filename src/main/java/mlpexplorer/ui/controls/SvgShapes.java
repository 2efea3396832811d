package mlpexplorer.ui.controls;

import static mlpexplorer.ui.controls.SvgFile.n;

import javafx.geometry.Bounds;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextLineInfo;

import java.util.List;
import java.util.Locale;

/// Shapes and texts as SVG elements.
final class SvgShapes {
    private SvgShapes() {}

    /// Appends `shape` with its fill and stroke.
    static void shape(Shape shape, SvgPaints paints, StringBuilder to) {
        shape(inside(shape), look(shape, paints), to);
    }

    private static String look(Shape shape, SvgPaints paints) {
        return paints.fill(shape.getFill())
                + paints.stroke(
                        shape.getStroke(),
                        shape.getStrokeWidth(),
                        shape.getStrokeLineCap(),
                        shape.getStrokeLineJoin(),
                        shape.getStrokeDashArray());
    }

    /// A rectangle whose stroke lies inside or outside, with the stroke on its edge, as SVG has it.
    private static Shape inside(Shape shape) {
        if (!(shape instanceof Rectangle box)
                || shape.getStroke() == null
                || shape.getStrokeType() == StrokeType.CENTERED) {
            return shape;
        }
        double by =
                (shape.getStrokeType() == StrokeType.INSIDE ? 0.5 : -0.5) * shape.getStrokeWidth();
        Rectangle moved =
                new Rectangle(
                        box.getX() + by,
                        box.getY() + by,
                        box.getWidth() - 2 * by,
                        box.getHeight() - 2 * by);
        moved.setArcWidth(box.getArcWidth());
        moved.setArcHeight(box.getArcHeight());
        return moved;
    }

    /// Appends `shape` with the attributes `look`.
    static void shape(Shape shape, String look, StringBuilder to) {
        String element =
                switch (shape) {
                    case Circle circle ->
                            "<circle cx=\"%s\" cy=\"%s\" r=\"%s\""
                                    .formatted(
                                            n(circle.getCenterX()),
                                            n(circle.getCenterY()),
                                            n(circle.getRadius()));
                    case Ellipse ellipse ->
                            "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\""
                                    .formatted(
                                            n(ellipse.getCenterX()),
                                            n(ellipse.getCenterY()),
                                            n(ellipse.getRadiusX()),
                                            n(ellipse.getRadiusY()));
                    case Rectangle box -> rectangle(box);
                    case Line line ->
                            path(
                                    "M%s %sL%s %s"
                                            .formatted(
                                                    n(line.getStartX()),
                                                    n(line.getStartY()),
                                                    n(line.getEndX()),
                                                    n(line.getEndY())));
                    case Polygon polygon -> path(points(polygon.getPoints()) + "Z");
                    case Polyline line -> path(points(line.getPoints()));
                    case SVGPath path -> path(SvgFile.escaped(path.getContent()));
                    case Path path -> path(elements(path.getElements()));
                    default -> "";
                };
        if (!element.isEmpty()) {
            to.append(element).append(look).append("/>\n");
        }
    }

    private static String path(String data) {
        return data.isEmpty() ? "" : "<path d=\"" + data + "\"";
    }

    private static String rectangle(Rectangle box) {
        String place =
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                        .formatted(
                                n(box.getX()),
                                n(box.getY()),
                                n(box.getWidth()),
                                n(box.getHeight()));
        return box.getArcWidth() == 0
                ? place
                : place
                        + " rx=\"%s\" ry=\"%s\""
                                .formatted(n(box.getArcWidth() / 2), n(box.getArcHeight() / 2));
    }

    private static String points(List<Double> points) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            data.append(i == 0 ? 'M' : 'L')
                    .append(n(points.get(i)))
                    .append(' ')
                    .append(n(points.get(i + 1)));
        }
        return data.toString();
    }

    private static String elements(List<PathElement> elements) {
        StringBuilder data = new StringBuilder();
        for (PathElement element : elements) {
            switch (element) {
                case MoveTo to -> add(data, "M", to.getX(), to.getY());
                case LineTo to -> add(data, "L", to.getX(), to.getY());
                case HLineTo to -> add(data, "H", to.getX());
                case VLineTo to -> add(data, "V", to.getY());
                case QuadCurveTo to ->
                        add(data, "Q", to.getControlX(), to.getControlY(), to.getX(), to.getY());
                case CubicCurveTo to ->
                        add(
                                data,
                                "C",
                                to.getControlX1(),
                                to.getControlY1(),
                                to.getControlX2(),
                                to.getControlY2(),
                                to.getX(),
                                to.getY());
                case ArcTo to ->
                        add(
                                data,
                                "A",
                                to.getRadiusX(),
                                to.getRadiusY(),
                                to.getXAxisRotation(),
                                to.isLargeArcFlag() ? 1 : 0,
                                to.isSweepFlag() ? 1 : 0,
                                to.getX(),
                                to.getY());
                case ClosePath _ -> data.append('Z');
                default -> throw new IllegalArgumentException("Unknown element " + element);
            }
        }
        return data.toString();
    }

    private static void add(StringBuilder data, String command, double... numbers) {
        data.append(command);
        for (int i = 0; i < numbers.length; i++) {
            data.append(i == 0 ? "" : " ").append(n(numbers[i]));
        }
    }

    /// Appends `text` as text, a line each.
    static void text(Text text, SvgPaints paints, StringBuilder to) {
        Bounds bounds = text.getLayoutBounds();
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        for (TextLineInfo line : lines) {
            String words = text.getText().substring(line.start(), line.end()).stripTrailing();
            if (!words.isEmpty()) {
                double down = line.bounds().getMinY() - lines.getFirst().bounds().getMinY();
                double across = line.bounds().getMinX() - lines.getFirst().bounds().getMinX();
                to.append(
                        "<text x=\"%s\" y=\"%s\" xml:space=\"preserve\"%s%s>%s</text>\n"
                                .formatted(
                                        n(bounds.getMinX() + across),
                                        n(bounds.getMinY() + text.getBaselineOffset() + down),
                                        font(text.getFont()),
                                        look(text, paints),
                                        SvgFile.escaped(words)));
            }
        }
    }

    private static String font(Font font) {
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        String family = font.getFamily();
        String generic =
                family.toLowerCase(Locale.ROOT).contains("mono") ? "monospace" : "sans-serif";
        String exact = family.equals("System") ? "system-ui" : "'" + family + "'";
        return " font-family=\""
                + SvgFile.escaped(exact)
                + ", "
                + generic
                + "\" font-size=\""
                + n(font.getSize())
                + "\""
                + (style.contains("bold") ? " font-weight=\"bold\"" : "")
                + (style.contains("italic") || style.contains("oblique")
                        ? " font-style=\"italic\""
                        : "");
    }
}
