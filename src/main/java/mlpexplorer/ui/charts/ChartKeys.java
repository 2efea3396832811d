package mlpexplorer.ui.charts;

import javafx.scene.input.KeyEvent;

/// Keyboard input of a focused chart: + and − zoom at the cursor, Shift with an arrow pans, Home
/// fits, the arrows move the cursor and Escape removes it.
final class ChartKeys {
    private static final double ZOOM = 0.8;
    private static final double PAN_STEP = 0.1;

    private final CurveChart chart;

    ChartKeys(CurveChart chart) {
        this.chart = chart;
    }

    void pressed(KeyEvent event) {
        if (chart.viewport().isEmpty()
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown()) {
            return;
        }
        boolean handled = true;
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoom(ZOOM);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM);
            case HOME, DIGIT0, NUMPAD0 -> chart.fit();
            case LEFT -> arrowX(event.isShiftDown(), -1);
            case RIGHT -> arrowX(event.isShiftDown(), 1);
            case UP -> panY(PAN_STEP);
            case DOWN -> panY(-PAN_STEP);
            case ESCAPE -> chart.cursorXProperty().set(Double.NaN);
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void zoom(double factor) {
        Viewport view = chart.viewport();
        double cursor = view.xScale().fraction(chart.cursorXProperty().get(), view.x());
        chart.showX(
                view.x().zoomed(view.xScale(), cursor >= 0 && cursor <= 1 ? cursor : 0.5, factor));
    }

    private void panY(double share) {
        Viewport view = chart.viewport();
        chart.showY(view.y().part(view.yScale(), share, 1 + share));
    }

    private void arrowX(boolean move, int sign) {
        Viewport view = chart.viewport();
        if (move) {
            chart.showX(view.x().part(view.xScale(), sign * PAN_STEP, 1 + sign * PAN_STEP));
        } else {
            double now = chart.cursorXProperty().get();
            double from = Double.isNaN(now) ? 0.5 : view.xScale().fraction(now, view.x());
            chart.cursorXProperty()
                    .set(view.xScale().value(Math.clamp(from + sign * step(view), 0, 1), view.x()));
        }
    }

    /// The step of an arrow key: a hundredth of the axis, but at least one epoch.
    private double step(Viewport view) {
        boolean counts = view.xScale() == AxisScale.LINEAR && chart.xAxisProperty().get().counts();
        return Math.max(counts ? 1 / view.x().span() : 0, 0.01);
    }
}
