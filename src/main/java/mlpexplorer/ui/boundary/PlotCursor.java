package mlpexplorer.ui.boundary;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.Optional;

/// The position of the readout on the plot, 0 to 1 across and down: the mouse pointer or, while the
/// plot has the keyboard focus, a cursor moved by the arrow keys (a tenth as far with Shift) until
/// Escape.
final class PlotCursor {
    private static final double STEP = 0.025;
    private static final double SHORT_STEP = 0.0025;

    private final ReadOnlyObjectWrapper<Optional<Point2D>> place =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Region surface;

    PlotCursor(Region surface) {
        this.surface = surface;
        surface.setFocusTraversable(true);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        surface.focusedProperty().addListener(_ -> leave());
    }

    ReadOnlyObjectProperty<Optional<Point2D>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    void leave() {
        place.set(Optional.empty());
    }

    private void point(MouseEvent event) {
        double across = event.getX() / surface.getWidth();
        double down = event.getY() / surface.getHeight();
        boolean inside = across >= 0 && across <= 1 && down >= 0 && down <= 1;
        place.set(inside ? Optional.of(new Point2D(across, down)) : Optional.empty());
    }

    private void press(KeyEvent event) {
        double step = event.isShiftDown() ? SHORT_STEP : STEP;
        switch (event.getCode()) {
            case LEFT -> move(event, -step, 0);
            case RIGHT -> move(event, step, 0);
            case UP -> move(event, 0, -step);
            case DOWN -> move(event, 0, step);
            case ESCAPE -> leave();
            default -> {}
        }
    }

    private void move(KeyEvent event, double across, double down) {
        Point2D from = place.get().orElse(new Point2D(0.5 - across, 0.5 - down));
        place.set(
                Optional.of(
                        new Point2D(
                                Math.clamp(from.getX() + across, 0, 1),
                                Math.clamp(from.getY() + down, 0, 1))));
        event.consume();
    }
}
