package mlpexplorer.ui.charts;

import javafx.collections.ObservableList;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.ArrayList;
import java.util.List;

/// Redraws a path repeatedly. Path elements are expensive to create, so those of the last drawing
/// are reused.
final class PathBuilder {
    private final ObservableList<PathElement> elements;
    private final List<PathElement> missing = new ArrayList<>();
    private int next;

    PathBuilder(Path path) {
        elements = path.getElements();
    }

    void begin() {
        next = 0;
    }

    void moveTo(double x, double y) {
        if (next < elements.size() && elements.get(next) instanceof MoveTo move) {
            move.setX(x);
            move.setY(y);
            next++;
        } else {
            put(new MoveTo(x, y));
        }
    }

    void lineTo(double x, double y) {
        if (next < elements.size() && elements.get(next) instanceof LineTo line) {
            line.setX(x);
            line.setY(y);
            next++;
        } else {
            put(new LineTo(x, y));
        }
    }

    void close() {
        if (next < elements.size() && elements.get(next) instanceof ClosePath) {
            next++;
        } else {
            put(new ClosePath());
        }
    }

    /// Removes surplus elements of the last drawing.
    void end() {
        if (missing.isEmpty()) {
            elements.remove(next, elements.size());
        } else {
            elements.addAll(missing);
            missing.clear();
        }
    }

    private void put(PathElement element) {
        if (next < elements.size()) {
            elements.set(next++, element);
        } else {
            missing.add(element);
        }
    }
}
