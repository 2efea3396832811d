package mlpexplorer.ui.field;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.ArrayList;
import java.util.List;

/// The contour on screen, as a path so that enlarged pictures stay sharp. Path elements are
/// expensive to create, so they are reused between drawings.
public final class ContourLine extends Path {
    private final Contour contour = new Contour();
    private final List<MoveTo> moves = new ArrayList<>();
    private final List<LineTo> lines = new ArrayList<>();
    private final List<PathElement> drawn = new ArrayList<>();
    private double side;

    public ContourLine() {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("boundary-contour");
    }

    /// Draws a copy of `newest`.
    public void show(Contour newest) {
        contour.copyFrom(newest);
        draw();
    }

    public void clear() {
        contour.clear();
        draw();
    }

    public void place(double x, double y, double side) {
        setLayoutX(x);
        setLayoutY(y);
        if (side != this.side) {
            this.side = side;
            draw();
        }
    }

    private void draw() {
        drawn.clear();
        int used = 0;
        for (int line = 0; line < contour.lines(); line++) {
            int start = contour.start(line);
            drawn.add(move(line, start));
            for (int point = start + 1; point < contour.end(line); point++) {
                drawn.add(line(used++, point));
            }
        }
        if (!getElements().equals(drawn)) {
            getElements().setAll(drawn);
        }
    }

    private MoveTo move(int index, int point) {
        if (index == moves.size()) {
            moves.add(new MoveTo());
        }
        MoveTo move = moves.get(index);
        move.setX(contour.x(point) * side);
        move.setY(contour.y(point) * side);
        return move;
    }

    private LineTo line(int index, int point) {
        if (index == lines.size()) {
            lines.add(new LineTo());
        }
        LineTo line = lines.get(index);
        line.setX(contour.x(point) * side);
        line.setY(contour.y(point) * side);
        return line;
    }
}
