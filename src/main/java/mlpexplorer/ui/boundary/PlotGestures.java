package mlpexplorer.ui.boundary;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

import java.util.Optional;

/// Zooming and panning: the wheel or a pinch zooms around the pointer, a drag pans, a double-click
/// resets the view. On the keyboard, + and − zoom and 0 resets. The middle and right buttons always
/// pan, the left one unless it is used otherwise.
final class PlotGestures {
    private static final double PER_PIXEL = Math.log(1.2) / 40;
    private static final double KEY_FACTOR = 1.25;

    /// Shorter movements count as a click.
    private static final double DRAG = 4;

    private final BoundaryViewModel model;
    private final Region surface;
    private final PlotCursor cursor;
    private final BooleanProperty panByLeft = new SimpleBooleanProperty(this, "panByLeft", true);
    private Optional<Point2D> grip = Optional.empty();
    private boolean dragging;

    PlotGestures(BoundaryViewModel model, Region surface, PlotCursor cursor) {
        this.model = model;
        this.surface = surface;
        this.cursor = cursor;
        surface.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        surface.addEventHandler(
                ZoomEvent.ZOOM, event -> zoom(event.getZoomFactor(), event.getX(), event.getY()));
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        surface.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /// Whether the left button pans and resets the view on a double-click; the others always pan.
    BooleanProperty panByLeftProperty() {
        return panByLeft;
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(Math.exp(PER_PIXEL * event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        model.zoom(factor, x / surface.getWidth(), y / surface.getHeight());
    }

    private void pressed(MouseEvent event) {
        boolean pans = event.getButton() != MouseButton.PRIMARY || panByLeft.get();
        grip = pans ? Optional.of(new Point2D(event.getX(), event.getY())) : Optional.empty();
        dragging = false;
    }

    private void dragged(MouseEvent event) {
        grip.ifPresent(from -> {
            if (!dragging && from.distance(event.getX(), event.getY()) < DRAG) {
                return;
            }
            dragging = true;
            surface.setCursor(Cursor.CLOSED_HAND);
            model.pan(
                    (event.getX() - from.getX()) / surface.getWidth(),
                    (event.getY() - from.getY()) / surface.getHeight());
            grip = Optional.of(new Point2D(event.getX(), event.getY()));
        });
    }

    private void release() {
        grip = Optional.empty();
        surface.setCursor(Cursor.CROSSHAIR);
    }

    private void clicked(MouseEvent event) {
        boolean meant =
                event.getButton() == MouseButton.PRIMARY
                        && panByLeft.get()
                        && event.isStillSincePress();
        if (meant && event.getClickCount() == 2) {
            model.resetView();
        }
    }

    private void typed(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+", "=" -> zoomByKey(KEY_FACTOR);
            case "-" -> zoomByKey(1 / KEY_FACTOR);
            case "0" -> model.resetView();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void zoomByKey(double factor) {
        Point2D around = cursor.placeProperty().get().orElse(new Point2D(0.5, 0.5));
        model.zoom(factor, around.getX(), around.getY());
    }

    /// The position of the readout on the plot, 0 to 1 across and down: the mouse pointer or, while
    /// the plot has the keyboard focus, a cursor moved by the arrow keys (a tenth as far with
    /// Shift) until Escape.
    static final class PlotCursor {
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
}
