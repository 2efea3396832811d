package mlpexplorer.ui.field;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;

import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.controls.ClassMarker;
import mlpexplorer.ui.controls.Pen;

/// The look of the points of one part. A canvas cannot be styled with CSS, so the paints are read
/// from invisible nodes with the style classes `.boundary-point.train` and so on: `-fx-stroke` and
/// `-fx-stroke-width` style the outline. Validation points are hollow: filled with `-fx-fill`, with
/// the color of the class only at the edge.
public final class PointStyle extends Group {
    private static final double HOLLOW_SIZE = 0.85;

    private final Part part;
    private final Circle sample = new Circle(0);

    public PointStyle(Part part, Runnable onChange) {
        this.part = part;
        sample.getStyleClass().addAll("boundary-point", styleClass(part));
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(sample);
        sample.strokeProperty().addListener(_ -> onChange.run());
        sample.fillProperty().addListener(_ -> onChange.run());
        sample.strokeWidthProperty().addListener(_ -> onChange.run());
    }

    public static String styleClass(Part part) {
        return switch (part) {
            case TRAIN -> "train";
            case VALIDATION -> "validation";
            case TEST -> "test";
        };
    }

    /// Draws one point centered at (x, y).
    public void draw(Pen g, ClassMarker marker, Color color, double x, double y, double radius) {
        Paint rim = sample.getStroke();
        boolean hollow = part == Part.VALIDATION;
        double reach = hollow ? HOLLOW_SIZE * radius : radius;
        g.setStroke(rim);
        g.setLineWidth(2 * sample.getStrokeWidth() + (hollow ? edge(radius) : 0));
        marker.stroke(g, x, y, reach);
        g.setFill(hollow ? sample.getFill() : color);
        marker.fill(g, x, y, reach);
        if (hollow) {
            g.setStroke(color);
            g.setLineWidth(edge(radius));
            marker.stroke(g, x, y, reach);
        }
    }

    private static double edge(double radius) {
        return 0.4 * radius;
    }
}
