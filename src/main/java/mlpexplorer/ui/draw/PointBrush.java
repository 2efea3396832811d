package mlpexplorer.ui.draw;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import mlpexplorer.ui.field.Domain;

import java.util.Optional;
import java.util.function.Supplier;

/// Mouse and keyboard input on the plot while points are drawn. A click adds a point of the current
/// class, Shift+click of the next one, Ctrl+click (Command) removes the nearest; a drag repeats
/// this along its path. On the keyboard Enter adds at the plot's cursor, Shift+Enter adds the next
/// class, Delete removes the nearest, and 1 to 8 choose the class.
final class PointBrush {
    /// Pixels from one point of a brush stroke to the next.
    private static final double SPACING = 12;

    /// Radius in pixels within which a drag removes points.
    private static final double RUBBER = 10;

    private final Region surface;
    private final Supplier<Optional<Domain>> domain;
    private final Supplier<Optional<Point2D>> keyboardPlace;
    private final DrawViewModel model;
    private Optional<Point2D> last = Optional.empty();

    /// @param domain the part of the plane that `surface` shows
    /// @param keyboardPlace the plot's cursor, 0 to 1 across and down
    PointBrush(
            Region surface,
            Supplier<Optional<Domain>> domain,
            Supplier<Optional<Point2D>> keyboardPlace,
            DrawViewModel model) {
        this.surface = surface;
        this.domain = domain;
        this.keyboardPlace = keyboardPlace;
        this.model = model;
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> last = Optional.empty());
        surface.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        if (model.isDrawing() && event.getButton() == MouseButton.PRIMARY) {
            surface.requestFocus();
            stroke(event, Double.POSITIVE_INFINITY);
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (last.isPresent()) {
            boolean removes = event.isShortcutDown();
            boolean inside = surface.getLayoutBounds().contains(event.getX(), event.getY());
            if (inside
                    && last.get().distance(event.getX(), event.getY())
                            >= (removes ? RUBBER / 2 : SPACING)) {
                stroke(event, RUBBER);
            }
            event.consume();
        }
    }

    private void stroke(MouseEvent event, double reach) {
        last = Optional.of(new Point2D(event.getX(), event.getY()));
        Point2D place =
                new Point2D(event.getX() / surface.getWidth(), event.getY() / surface.getHeight());
        put(place, event.isShortcutDown(), event.isShiftDown(), reach);
    }

    private void key(KeyEvent event) {
        if (!model.isDrawing() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> putByKey(event, false);
            case DELETE, BACK_SPACE -> putByKey(event, true);
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8 -> {
                int label = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
                if (model.points().filter(drawn -> label < drawn.classes()).isPresent()) {
                    model.currentProperty().set(label);
                }
                event.consume();
            }
            default -> {}
        }
    }

    private void putByKey(KeyEvent event, boolean removes) {
        keyboardPlace
                .get()
                .ifPresent(place ->
                        put(place, removes, event.isShiftDown(), Double.POSITIVE_INFINITY));
        event.consume();
    }

    private void put(Point2D place, boolean removes, boolean next, double reach) {
        domain.get()
                .ifPresent(seen -> {
                    double x = seen.x(place.getX());
                    double y = seen.y(place.getY());
                    if (removes) {
                        model.removeNearest(
                                x, y, reach * (seen.right() - seen.left()) / surface.getWidth());
                    } else {
                        model.add(rounded(x, seen), rounded(y, seen), model.label(next));
                    }
                });
    }

    /// Rounds to the resolution of the mouse, so that files of points stay readable.
    private static double rounded(double value, Domain seen) {
        double digits = Math.ceil(3 - Math.log10(seen.right() - seen.left()));
        double unit = Math.pow(10, Math.clamp(digits, 0, 12));
        return Math.rint(value * unit) / unit;
    }
}
