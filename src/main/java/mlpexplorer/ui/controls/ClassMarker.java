package mlpexplorer.ui.controls;

import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;

import java.util.Arrays;

/// The shape of the points of a class, so that classes differ by more than color. All shapes are
/// centered and have about the same area at the same size. From the eleventh class, shapes repeat.
public enum ClassMarker {
    CIRCLE,
    SQUARE(regular(4, 45, 1.2)),
    TRIANGLE(regular(3, 0, 1.38)),
    DIAMOND(regular(4, 0, 1.26)),
    PLUS(plus(0)),
    CROSS(plus(45)),
    TRIANGLE_DOWN(regular(3, 180, 1.38)),
    STAR(star()),
    HEXAGON(regular(6, 30, 1.06)),
    PENTAGON(regular(5, 0, 1.12));

    /// x₀, y₀, x₁, y₁ … around the center for a radius of 1; empty for the circle.
    private final double[] outline;

    ClassMarker(double... outline) {
        this.outline = outline;
    }

    /// The marker of a class, `label` counted from 0.
    public static ClassMarker of(int label) {
        return values()[label % values().length];
    }

    /// Fills the marker with the pen's fill, around (x, y) and with about the area of a circle of
    /// `radius`.
    public void fill(Pen g, double x, double y, double radius) {
        if (outline.length == 0) {
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            trace(g, x, y, radius);
            g.fill();
        }
    }

    /// Draws the marker's outline with the pen's stroke.
    public void stroke(Pen g, double x, double y, double radius) {
        if (outline.length == 0) {
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            trace(g, x, y, radius);
            g.stroke();
        }
    }

    /// The marker as a node for legends, centered on (0, 0), with the style class `class-marker`
    /// and no id or paint.
    public Shape shape(double radius) {
        Shape shape = outline.length == 0 ? new Circle(radius) : polygon(radius);
        shape.getStyleClass().add("class-marker");
        return shape;
    }

    /// Whether the marker of size 1 around (0, 0), y downward, covers a point: for drawing without
    /// a canvas.
    public boolean covers(double x, double y) {
        if (outline.length == 0) {
            return x * x + y * y <= 1;
        }
        boolean inside = false;
        int from = outline.length - 2;
        for (int to = 0; to < outline.length; to += 2) {
            boolean crosses = outline[to + 1] > y != outline[from + 1] > y;
            double slope = (outline[from] - outline[to]) / (outline[from + 1] - outline[to + 1]);
            if (crosses && x < outline[to] + (y - outline[to + 1]) * slope) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }

    private Polygon polygon(double radius) {
        double[] points = outline.clone();
        for (int i = 0; i < points.length; i++) {
            points[i] *= radius;
        }
        return new Polygon(points);
    }

    private void trace(Pen g, double x, double y, double radius) {
        g.beginPath();
        g.moveTo(x + radius * outline[0], y + radius * outline[1]);
        for (int i = 2; i < outline.length; i += 2) {
            g.lineTo(x + radius * outline[i], y + radius * outline[i + 1]);
        }
        g.closePath();
    }

    private static double[] regular(int corners, double turnDegrees, double reach) {
        double[] reaches = new double[corners];
        Arrays.fill(reaches, reach);
        return rays(turnDegrees, reaches);
    }

    private static double[] star() {
        double[] reaches = new double[10];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = i % 2 == 0 ? 1.42 : 0.66;
        }
        return rays(0, reaches);
    }

    /// Corners at equal angles, the first pointing up, each at its own distance.
    private static double[] rays(double turnDegrees, double[] reaches) {
        double[] outline = new double[2 * reaches.length];
        for (int i = 0; i < reaches.length; i++) {
            double angle = Math.toRadians(turnDegrees + 360.0 * i / reaches.length - 90);
            outline[2 * i] = reaches[i] * Math.cos(angle);
            outline[2 * i + 1] = reaches[i] * Math.sin(angle);
        }
        return outline;
    }

    private static double[] plus(double turnDegrees) {
        double a = 0.42;
        double b = 1.2;
        double[] upright = {
            -a, -b, a, -b, a, -a, b, -a, b, a, a, a, a, b, -a, b, -a, a, -b, a, -b, -a, -a, -a
        };
        double cos = Math.cos(Math.toRadians(turnDegrees));
        double sin = Math.sin(Math.toRadians(turnDegrees));
        double[] turned = new double[upright.length];
        for (int i = 0; i < upright.length; i += 2) {
            turned[i] = cos * upright[i] - sin * upright[i + 1];
            turned[i + 1] = sin * upright[i] + cos * upright[i + 1];
        }
        return turned;
    }
}
