package mlpexplorer.ui.charts;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.List;

/// A ring around a point of a curve. Its label is a tag above the plot, connected to the ring by a
/// line.
final class PointMark extends Group {
    private static final double RADIUS = 5;

    /// Horizontal padding of the tag.
    private static final double MARGIN = 5;

    private final Line line = new Line();
    private final Circle ring = new Circle(RADIUS);
    private final Rectangle tag = new Rectangle();
    private final Text label = new Text();

    PointMark(String styleClass) {
        getStyleClass().setAll(styleClass);
        line.getStyleClass().add("mark-stem");
        ring.getStyleClass().add("mark-ring");
        tag.getStyleClass().add("mark-tag");
        label.getStyleClass().add("mark-label");
        label.setTextOrigin(VPos.TOP);
        getChildren().addAll(line, ring, tag, label);
    }

    void draw(Mark mark, Viewport view) {
        if (!getStyleClass().equals(List.of(mark.styleClass()))) {
            getStyleClass().setAll(mark.styleClass());
        }
        label.setText(mark.text());
        double x = view.px(mark.x());
        double y = view.py(mark.y().orElseThrow());
        setVisible(x >= 0 && x <= view.width());
        ring.setVisible(y >= 0 && y <= view.height());
        ring.setCenterX(x);
        ring.setCenterY(y);
        placeLine(Math.floor(x) + 0.5, Math.clamp(y - RADIUS, 0, view.height()));
        placeTag(x, view.width());
    }

    private void placeLine(double x, double end) {
        line.setStartX(x);
        line.setEndX(x);
        line.setEndY(end);
    }

    /// Places the tag on the upper edge of the plot, within its width.
    private void placeTag(double x, double room) {
        double width = Math.ceil(label.getLayoutBounds().getWidth()) + 2 * MARGIN;
        double height = Math.ceil(label.getLayoutBounds().getHeight());
        tag.setX(Math.rint(Math.clamp(x - width / 2, 0, Math.max(0, room - width))));
        tag.setY(-height - 1);
        tag.setWidth(width);
        tag.setHeight(height);
        label.setX(tag.getX() + MARGIN);
        label.setY(tag.getY());
    }
}
