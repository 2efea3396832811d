package mlpexplorer.ui.field;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Pen;

import java.util.ArrayList;
import java.util.List;

/// Draws the contours, paths and axes of a [Landscape] or, for a line, the loss as a curve.
///
/// @param plot the frame around the visible part
/// @param axes names of the x and the y axis
/// @param strong font and color of labels
/// @param muted font and color of axes
record LandscapePainter(
        Landscape known, Rectangle2D plot, List<String> axes, Text strong, Text muted) {
    private static final double FONT = 11;
    private static final double HALF_LINE = 8;
    private static final double BOX = 14;
    private static final double EPOCH_DISTANCE = 44;
    private static final double MIN_LABELED = 70;

    void draw(Pen g) {
        if (isLine()) {
            drawCurve(g);
        } else {
            drawContours(g);
            known.paths().forEach(path -> drawPath(g, path));
        }
        drawAxes(g);
    }

    boolean isLine() {
        return known.grid().rows() == 1;
    }

    /// The position of a place; for a line, `y` is its loss.
    Point2D position(WeightPlane.Place at) {
        return new Point2D(x(at.x()), isLine() ? level(at.y()) : y(at.y()));
    }

    private void drawContours(Pen g) {
        g.setStroke(strong.getFill());
        g.setLineWidth(0.8);
        g.setGlobalAlpha(0.55);
        for (Landscape.Level level : known.levels()) {
            Contour contour = level.contour();
            for (int line = 0; line < contour.lines(); line++) {
                g.beginPath();
                for (int point = contour.start(line); point < contour.end(line); point++) {
                    double x = left() + contour.x(point) * plot.getWidth();
                    double y = top() + contour.y(point) * plot.getHeight();
                    if (point == contour.start(line)) {
                        g.moveTo(x, y);
                    } else {
                        g.lineTo(x, y);
                    }
                }
                g.stroke();
            }
        }
        g.setGlobalAlpha(1);
        List<Rectangle2D> taken = new ArrayList<>();
        known.paths().forEach(path -> reserve(path, taken));
        for (Landscape.Level level : known.levels()) {
            label(g, level, taken);
        }
    }

    /// Keeps the path and its epochs free of labels.
    private void reserve(Landscape.Projected path, List<Rectangle2D> taken) {
        for (int i = 0; i < path.places().size(); i++) {
            Point2D at = position(path.places().get(i));
            taken.add(new Rectangle2D(at.getX() - 4, at.getY() - 16, 30, 20));
        }
    }

    /// Writes the loss on the longest line of its level, where there is room.
    private void label(Pen g, Landscape.Level level, List<Rectangle2D> taken) {
        Contour contour = level.contour();
        int longest = -1;
        double most = MIN_LABELED;
        for (int line = 0; line < contour.lines(); line++) {
            double length = length(contour, contour.start(line), contour.end(line));
            if (length > most) {
                most = length;
                longest = line;
            }
        }
        if (longest < 0) {
            return;
        }
        String words = Numbers.exact(level.loss());
        double width = boxWidth(words);
        for (double share : new double[] {0.5, 0.3, 0.7, 0.15, 0.85}) {
            Point2D at = along(contour, longest, share * most);
            Rectangle2D box =
                    new Rectangle2D(at.getX() - width / 2, at.getY() - BOX / 2, width, BOX);
            boolean inside =
                    box.getMinX() > left()
                            && box.getMaxX() < right()
                            && box.getMinY() > top()
                            && box.getMaxY() < bottom();
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                boxed(g, words, at.getX(), at.getY(), 0.8);
                return;
            }
        }
    }

    private double length(Contour contour, int start, int end) {
        double length = 0;
        for (int point = start + 1; point < end; point++) {
            length +=
                    Math.hypot(
                            (contour.x(point) - contour.x(point - 1)) * plot.getWidth(),
                            (contour.y(point) - contour.y(point - 1)) * plot.getHeight());
        }
        return length;
    }

    private Point2D along(Contour contour, int line, double distance) {
        double left = distance;
        for (int point = contour.start(line) + 1; point < contour.end(line); point++) {
            double step = length(contour, point - 1, point + 1);
            if (step >= left) {
                double t = left / step;
                return new Point2D(
                        left()
                                + plot.getWidth()
                                        * ((1 - t) * contour.x(point - 1) + t * contour.x(point)),
                        top()
                                + plot.getHeight()
                                        * ((1 - t) * contour.y(point - 1) + t * contour.y(point)));
            }
            left -= step;
        }
        int last = contour.end(line) - 1;
        return new Point2D(
                left() + plot.getWidth() * contour.x(last),
                top() + plot.getHeight() * contour.y(last));
    }

    private void drawPath(Pen g, Landscape.Projected path) {
        Color color = ColorRamp.color(path.run().rgb());
        for (boolean halo : new boolean[] {true, false}) {
            g.setStroke(halo ? ground() : color);
            g.setLineWidth(halo ? 4 : 2);
            g.setGlobalAlpha(halo ? 0.7 : 1);
            for (int i = 1; i < path.places().size(); i++) {
                if (isInside(path, i - 1) && isInside(path, i)) {
                    Point2D from = position(path.places().get(i - 1));
                    Point2D to = position(path.places().get(i));
                    g.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
                }
            }
        }
        g.setGlobalAlpha(1);
        List<Point2D> labeled = new ArrayList<>();
        int last = path.places().size() - 1;
        labelEpoch(g, path, last, labeled, color);
        for (int i = 0; i < last; i++) {
            labelEpoch(g, path, i, labeled, color);
        }
    }

    private boolean isInside(Landscape.Projected path, int step) {
        LossGrid.Extent extent = known.grid().extent();
        WeightPlane.Place at = path.places().get(step);
        return at.x() >= extent.left()
                && at.x() <= extent.right()
                && at.y() >= extent.bottom()
                && at.y() <= extent.top();
    }

    private void labelEpoch(
            Pen g, Landscape.Projected path, int step, List<Point2D> labeled, Color color) {
        Point2D at = position(path.places().get(step));
        if (!isInside(path, step)
                || labeled.stream().anyMatch(other -> other.distance(at) < EPOCH_DISTANCE)) {
            return;
        }
        labeled.add(at);
        g.setFill(color);
        g.fillOval(at.getX() - 3, at.getY() - 3, 6, 6);
        String words = Numbers.count(path.epoch(step));
        double width = boxWidth(words);
        boolean fits = at.getX() + 6 + width < right();
        double x = fits ? at.getX() + 6 : at.getX() - 6 - width;
        double y = Math.clamp(at.getY() - 9, top() + 7, bottom() - 7);
        boxed(g, words, x + width / 2, y, 0.75);
    }

    /// Writes `words` in a box around (x, y) that dims what is below.
    private void boxed(Pen g, String words, double x, double y, double opacity) {
        double width = boxWidth(words);
        g.setFill(ground());
        g.setGlobalAlpha(opacity);
        g.fillRoundRect(x - width / 2, y - BOX / 2, width, BOX, 5, 5);
        g.setGlobalAlpha(1);
        text(g, words, x, y, strong, TextAlignment.CENTER);
    }

    /// The loss along a line, on a logarithmic scale; dashed lines are the start and the end.
    private void drawCurve(Pen g) {
        LossGrid grid = known.grid();
        for (Landscape.Level level : known.levels()) {
            double y = level(level.loss());
            g.setStroke(muted.getFill());
            g.setGlobalAlpha(0.35);
            g.setLineWidth(0.8);
            g.strokeLine(left(), y, right(), y);
            g.setGlobalAlpha(1);
            if (y > top() + 8 && y < bottom() - 8) {
                text(g, Numbers.exact(level.loss()), left() - 5, y, muted, TextAlignment.RIGHT);
            }
        }
        for (double end : new double[] {0, 1}) {
            double x = x(end);
            g.setStroke(muted.getFill());
            for (double y = top(); y < bottom() && x >= left() && x <= right(); y += 8) {
                g.strokeLine(x, y, x, Math.min(y + 4, bottom()));
            }
        }
        g.setStroke(ColorRamp.color(known.request().runs().getFirst().rgb()));
        g.setLineWidth(2);
        for (int i = 1; i < grid.columns(); i++) {
            if (Double.isFinite(grid.loss(i - 1, 0)) && Double.isFinite(grid.loss(i, 0))) {
                g.strokeLine(
                        x(grid.x(i - 1)),
                        level(grid.loss(i - 1, 0)),
                        x(grid.x(i)),
                        level(grid.loss(i, 0)));
            }
        }
    }

    private void drawAxes(Pen g) {
        LossGrid.Extent extent = known.grid().extent();
        g.setStroke(muted.getFill());
        g.setLineWidth(1);
        g.strokeRect(left() + 0.5, top() + 0.5, plot.getWidth() - 1, plot.getHeight() - 1);
        double below = bottom() + HALF_LINE + 1;
        text(g, Numbers.number(extent.left()), left(), below, muted, TextAlignment.LEFT);
        text(g, Numbers.number(extent.right()), right(), below, muted, TextAlignment.RIGHT);
        double middle = (left() + right()) / 2;
        text(g, axes.getFirst(), middle, below + 2 * HALF_LINE, muted, TextAlignment.CENTER);
        if (extent.height() > 0) {
            double edge = left() - 5;
            text(g, Numbers.number(extent.top()), edge, top() + 7, muted, TextAlignment.RIGHT);
            text(
                    g,
                    Numbers.number(extent.bottom()),
                    edge,
                    bottom() - 7,
                    muted,
                    TextAlignment.RIGHT);
        }
        g.save();
        g.translate(8, top() + plot.getHeight() / 2);
        g.rotate(-90);
        text(g, axes.getLast(), 0, 0, muted, TextAlignment.CENTER);
        g.restore();
    }

    private double x(double x) {
        LossGrid.Extent extent = known.grid().extent();
        return left() + plot.getWidth() * (x - extent.left()) / extent.width();
    }

    private double y(double y) {
        LossGrid.Extent extent = known.grid().extent();
        return top() + plot.getHeight() * (extent.top() - y) / extent.height();
    }

    /// The height of a loss above a line.
    private double level(double loss) {
        double low = known.logs().low();
        double high = known.logs().high();
        double margin = 0.05 * Math.max(1e-3, high - low);
        double share = (Math.log(loss) - low + margin) / (high - low + 2 * margin);
        return top() + plot.getHeight() * (1 - Math.clamp(share, 0, 1));
    }

    private void text(Pen g, String words, double x, double y, Text style, TextAlignment side) {
        g.setFont(Font.font(style.getFont().getFamily(), FONT));
        g.setFill(style.getFill());
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, y);
    }

    private double boxWidth(String words) {
        Text measured = new Text(words);
        measured.setFont(Font.font(strong.getFont().getFamily(), FONT));
        return measured.getLayoutBounds().getWidth() + 4;
    }

    private Color ground() {
        return ColorRamp.color(known.request().theme().background());
    }

    private double left() {
        return plot.getMinX();
    }

    private double right() {
        return plot.getMaxX();
    }

    private double top() {
        return plot.getMinY();
    }

    private double bottom() {
        return plot.getMaxY();
    }
}
