package mlpexplorer.ui.controls;

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
import javafx.scene.transform.Transform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Shapes and texts as SVG elements.
final class SvgShapes {
    private SvgShapes() {}

    /// Appends `shape` with its fill and stroke.
    static void shape(Shape shape, SvgPaints paints, SvgBody to) {
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
    static void shape(Shape shape, String look, SvgBody to) {
        switch (shape) {
            case Circle circle -> {
                to.add("<circle").numbers("cx", circle.getCenterX());
                to.numbers("cy", circle.getCenterY()).numbers("r", circle.getRadius());
            }
            case Ellipse ellipse ->
                    ellipse(
                            ellipse.getCenterX(),
                            ellipse.getCenterY(),
                            ellipse.getRadiusX(),
                            ellipse.getRadiusY(),
                            to);
            case Rectangle box -> {
                to.add("<rect").box(box.getX(), box.getY(), box.getWidth(), box.getHeight());
                corners(box.getArcWidth(), box.getArcHeight(), to);
            }
            case Line line ->
                    line(line.getStartX(), line.getStartY(), line.getEndX(), line.getEndY(), to);
            case Polygon polygon -> {
                points(polygon.getPoints(), to);
                to.add("Z\"");
            }
            case Polyline line -> {
                points(line.getPoints(), to);
                to.add("\"");
            }
            case SVGPath path -> to.add("<path d=\"", SvgBody.escaped(path.getContent()), "\"");
            case Path path -> {
                to.add("<path d=\"");
                path.getElements().forEach(element -> element(element, to));
                to.add("\"");
            }
            default -> {
                return;
            }
        }
        to.add(look, "/>\n");
    }

    /// Appends the start of an ellipse.
    static void ellipse(double x, double y, double radiusX, double radiusY, SvgBody to) {
        to.add("<ellipse cx=\"", x, "\" cy=\"", y, "\" rx=\"", radiusX, "\" ry=\"", radiusY, "\"");
    }

    /// Appends the start of a line.
    static void line(double x1, double y1, double x2, double y2, SvgBody to) {
        to.add("<path d=\"M", x1, " ", y1, "L", x2, " ", y2, "\"");
    }

    /// Appends the rounded corners of a rectangle.
    static void corners(double arcWidth, double arcHeight, SvgBody to) {
        if (arcWidth != 0) {
            to.numbers("rx", arcWidth / 2).numbers("ry", arcHeight / 2);
        }
    }

    private static void points(List<Double> points, SvgBody to) {
        to.add("<path d=\"");
        for (int i = 0; i + 1 < points.size(); i += 2) {
            to.add(i == 0 ? "M" : "L", points.get(i), " ", points.get(i + 1));
        }
    }

    private static void element(PathElement element, SvgBody to) {
        switch (element) {
            case MoveTo at -> to.add("M", at.getX(), " ", at.getY());
            case LineTo at -> to.add("L", at.getX(), " ", at.getY());
            case HLineTo at -> to.add("H", at.getX());
            case VLineTo at -> to.add("V", at.getY());
            case QuadCurveTo at -> {
                to.add("Q", at.getControlX(), " ", at.getControlY());
                to.add(" ", at.getX(), " ", at.getY());
            }
            case CubicCurveTo at -> {
                to.add("C", at.getControlX1(), " ", at.getControlY1());
                to.add(" ", at.getControlX2(), " ", at.getControlY2());
                to.add(" ", at.getX(), " ", at.getY());
            }
            case ArcTo at -> {
                to.add("A", at.getRadiusX(), " ", at.getRadiusY(), " ", at.getXAxisRotation());
                to.add(at.isLargeArcFlag() ? " 1" : " 0", at.isSweepFlag() ? " 1 " : " 0 ");
                to.add(at.getX(), " ", at.getY());
            }
            case ClosePath _ -> to.add("Z");
            default -> throw new IllegalArgumentException("Unknown element " + element);
        }
    }

    /// Appends `text` as text, a line each.
    static void text(Text text, SvgPaints paints, SvgBody to) {
        Bounds bounds = text.getLayoutBounds();
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        for (TextLineInfo line : lines) {
            String words = text.getText().substring(line.start(), line.end()).stripTrailing();
            double down = line.bounds().getMinY() - lines.getFirst().bounds().getMinY();
            double across = line.bounds().getMinX() - lines.getFirst().bounds().getMinX();
            text(
                    words,
                    bounds.getMinX() + across,
                    bounds.getMinY() + text.getBaselineOffset() + down,
                    font(text.getFont()) + look(text, paints),
                    to);
        }
    }

    /// Appends one line of text, whose baseline starts at (`x`, `y`).
    static void text(String words, double x, double y, String look, SvgBody to) {
        if (!words.isEmpty()) {
            to.add("<text").numbers("x", x).numbers("y", y);
            to.add(" xml:space=\"preserve\"", look, ">", SvgBody.escaped(words), "</text>\n");
        }
    }

    /// ` transform="…"`, empty for the identity.
    static String transform(Transform t) {
        if (t.isIdentity()) {
            return "";
        }
        boolean moved = t.getMxx() == 1 && t.getMyy() == 1 && t.getMxy() == 0 && t.getMyx() == 0;
        double[] numbers =
                moved
                        ? new double[] {t.getTx(), t.getTy()}
                        : new double[] {
                            t.getMxx(), t.getMyx(), t.getMxy(), t.getMyy(), t.getTx(), t.getTy()
                        };
        return Arrays.stream(numbers)
                .mapToObj(SvgBody::n)
                .collect(
                        Collectors.joining(
                                " ", " transform=\"" + (moved ? "translate(" : "matrix("), ")\""));
    }

    /// ` opacity="…"`, empty if opaque.
    static String opacity(double opacity) {
        return opacity < 1 ? " opacity=\"" + SvgBody.n(opacity) + "\"" : "";
    }

    /// The attributes of `font`.
    static String font(Font font) {
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        String family = font.getFamily();
        String generic =
                family.toLowerCase(Locale.ROOT).contains("mono") ? "monospace" : "sans-serif";
        String exact = family.equals("System") ? "system-ui" : "'" + family + "'";
        return " font-family=\""
                + SvgBody.escaped(exact)
                + ", "
                + generic
                + "\" font-size=\""
                + SvgBody.n(font.getSize())
                + "\""
                + (style.contains("bold") ? " font-weight=\"bold\"" : "")
                + (style.contains("italic") || style.contains("oblique")
                        ? " font-style=\"italic\""
                        : "");
    }
}
