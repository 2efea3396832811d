package mlpexplorer.ui.charts;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/// A ring around a point of a curve, with its label above or below, whichever the plot has room for.
final class PointMark extends Group {
    private static final double RADIUS = 5;
    private static final double GAP = 3;

    private final Circle ring = new Circle(RADIUS);
    private final Text label = new Text();

    PointMark() {
        label.getStyleClass().add("mark-label");
        label.setTextOrigin(VPos.TOP);
        getChildren().addAll(ring, label);
    }

    void draw(Mark mark, Viewport view) {
        List<String> classes = List.of("mark-ring", mark.styleClass());
        if (!ring.getStyleClass().equals(classes)) {
            ring.getStyleClass().setAll(classes);
        }
        label.setText(mark.text());
        double x = view.px(mark.x());
        double y = view.py(mark.y().orElseThrow());
        setVisible(x >= 0 && x <= view.width() && y >= 0 && y <= view.height());
        ring.setCenterX(x);
        ring.setCenterY(y);
        double width = label.getLayoutBounds().getWidth();
        double height = label.getLayoutBounds().getHeight();
        double above = y - RADIUS - GAP - height;
        label.setX(Math.rint(Math.clamp(x - width / 2, 0, Math.max(0, view.width() - width))));
        label.setY(Math.rint(above >= 0 ? above : y + RADIUS + GAP));
    }
}
