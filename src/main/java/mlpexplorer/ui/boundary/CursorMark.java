package mlpexplorer.ui.boundary;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small cross with an open center at the position of the readout.
final class CursorMark extends Path {
    private static final double HOLE = 3.5;
    private static final double REACH = 9.5;

    CursorMark(String styleClass) {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add(styleClass);
        arm(1, 0);
        arm(-1, 0);
        arm(0, 1);
        arm(0, -1);
    }

    private void arm(int dx, int dy) {
        getElements().addAll(new MoveTo(dx * HOLE, dy * HOLE), new LineTo(dx * REACH, dy * REACH));
    }
}
