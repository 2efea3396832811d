package mlpexplorer.ui.charts;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;

/// Mouse input of a plot: a dragged box zooms, the right or middle button or Shift pans, the wheel
/// zooms along x at the pointer, a double-click fits, and the cursor follows the pointer.
final class ChartMouse {
    /// A box thinner than this zooms only along its long side; one this small in both directions is
    /// a click.
    private static final double MIN_BOX = 6;

    private static final double ZOOM_A_PIXEL = 0.995;

    private enum Drag {
        NONE,
        BOX,
        PAN
    }

    private final CurveChart chart;
    private final Rectangle box = new Rectangle();
    private Drag drag = Drag.NONE;
    private Point2D start = Point2D.ZERO;
    private Viewport startView;

    ChartMouse(CurveChart chart) {
        this.chart = chart;
        startView = chart.viewport();
        box.getStyleClass().add("zoom-box");
        box.setManaged(false);
        box.setVisible(false);
        chart.setOnMouseMoved(this::follow);
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(this::released);
        chart.setOnMouseClicked(this::clicked);
        chart.setOnMouseExited(_ -> chart.leave());
        chart.setOnScroll(this::scrolled);
    }

    /// The box while it is being dragged.
    Rectangle box() {
        return box;
    }

    private void follow(MouseEvent event) {
        Point2D at = chart.inPlot(event.getSceneX(), event.getSceneY());
        if (isInside(at)) {
            chart.pointAt(at);
        } else {
            chart.leave();
        }
    }

    private boolean isInside(Point2D at) {
        Viewport view = chart.viewport();
        return at.getX() >= 0
                && at.getX() <= view.width()
                && at.getY() >= 0
                && at.getY() <= view.height();
    }

    private void pressed(MouseEvent event) {
        Point2D at = chart.inPlot(event.getSceneX(), event.getSceneY());
        chart.requestFocus();
        event.consume(); // otherwise a tab pane takes the focus
        if (!isInside(at) || chart.viewport().isEmpty()) {
            return;
        }
        start = at;
        startView = chart.viewport();
        drag =
                event.getButton() != MouseButton.PRIMARY || event.isShiftDown()
                        ? Drag.PAN
                        : Drag.BOX;
    }

    private void dragged(MouseEvent event) {
        Point2D at = chart.inPlot(event.getSceneX(), event.getSceneY());
        switch (drag) {
            case NONE -> follow(event);
            case BOX -> {
                chart.leave(); // the hover card would hide the box
                showBox(at);
            }
            case PAN -> {
                follow(event);
                pan(at);
            }
        }
    }

    private void pan(Point2D at) {
        chart.setCursor(Cursor.CLOSED_HAND);
        double right = (start.getX() - at.getX()) / startView.width();
        double up = (at.getY() - start.getY()) / startView.height();
        chart.show(
                startView.x().part(startView.xScale(), right, 1 + right),
                startView.y().part(startView.yScale(), up, 1 + up));
    }

    private void showBox(Point2D at) {
        Viewport view = chart.viewport();
        double x = Math.clamp(at.getX(), 0, view.width());
        double y = Math.clamp(at.getY(), 0, view.height());
        boolean tall = Math.abs(y - start.getY()) >= MIN_BOX;
        boolean wide = Math.abs(x - start.getX()) >= MIN_BOX;
        box.setX(wide ? Math.min(x, start.getX()) : 0);
        box.setY(tall ? Math.min(y, start.getY()) : 0);
        box.setWidth(wide ? Math.abs(x - start.getX()) : view.width());
        box.setHeight(tall ? Math.abs(y - start.getY()) : view.height());
        box.setVisible(tall || wide);
    }

    private void released(MouseEvent event) {
        chart.setCursor(null);
        if (drag == Drag.BOX && box.isVisible()) {
            Viewport view = chart.viewport();
            double left = box.getX() / view.width();
            double bottom = 1 - (box.getY() + box.getHeight()) / view.height();
            AxisRange x = view.x().part(view.xScale(), left, left + box.getWidth() / view.width());
            AxisRange y =
                    view.y().part(view.yScale(), bottom, bottom + box.getHeight() / view.height());
            boolean wide = box.getWidth() < view.width();
            boolean tall = box.getHeight() < view.height();
            if (wide && tall) {
                chart.show(x, y);
            } else if (wide) {
                chart.showX(x);
            } else {
                chart.showY(y);
            }
        }
        box.setVisible(false);
        drag = Drag.NONE;
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && event.isStillSincePress()) {
            chart.fit();
        }
    }

    /// The wheel zooms the x axis; with Ctrl (Command) or beside the plot, the y axis. Horizontal
    /// scrolling pans.
    private void scrolled(ScrollEvent event) {
        Viewport view = chart.viewport();
        if (view.isEmpty()) {
            return;
        }
        Point2D at = chart.inPlot(event.getSceneX(), event.getSceneY());
        double factor = Math.pow(ZOOM_A_PIXEL, event.getDeltaY());
        double right = -event.getDeltaX() / view.width();
        AxisRange x =
                view.x()
                        .zoomed(view.xScale(), at.getX() / view.width(), factor)
                        .part(view.xScale(), right, 1 + right);
        AxisRange y = view.y().zoomed(view.yScale(), 1 - at.getY() / view.height(), factor);
        boolean below = at.getY() > view.height();
        if (at.getX() < 0 || (event.isShortcutDown() && !below)) {
            chart.showY(y);
        } else {
            chart.showX(x);
        }
        event.consume();
    }
}
