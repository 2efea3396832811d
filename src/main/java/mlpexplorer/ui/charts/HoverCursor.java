package mlpexplorer.ui.charts;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// The cursor: a vertical line at the nearest sample, a dot on each live curve, and the card with
/// the values. Its nodes are reused and moved, so that mouse movements cause no layout pass.
final class HoverCursor extends Group {
    /// The mouse position while it is outside the plot.
    static final Point2D NO_POSITION = new Point2D(Double.NaN, Double.NaN);

    private static final double CARD_GAP = 12;
    private static final double CARD_EDGE = 6;
    private static final double DOT_RADIUS = 3.5;

    private final Line line = new Line();
    private final Group dots = new Group();
    private final HoverCard card;
    private List<CurveSeries> series = List.of();
    private List<CurveSeries> live = List.of();

    HoverCursor(ChartText text, Supplier<Measure> measure) {
        card = new HoverCard(text, measure);
        line.getStyleClass().add("hover-line");
        setManaged(false);
        getChildren().addAll(line, dots);
        hide();
    }

    /// The card, displayed by the owner in front of the plot since it can be larger.
    HoverCard card() {
        return card;
    }

    void show(List<CurveSeries> shown) {
        series = shown;
        live = shown.stream().filter(s -> !s.dimmed()).toList();
        while (dots.getChildren().size() < live.size()) {
            dots.getChildren().add(new Circle(DOT_RADIUS));
        }
        dots.getChildren().remove(live.size(), dots.getChildren().size());
        for (int i = 0; i < live.size(); i++) {
            Node dot = dots.getChildren().get(i);
            List<String> classes = List.of("hover-dot", live.get(i).styleClass());
            if (!dot.getStyleClass().equals(classes)) {
                dot.getStyleClass().setAll(classes);
            }
            dot.setStyle(live.get(i).style());
        }
    }

    /// Draws the cursor at the sample nearest to `x`; hides it for NaN or outside the plot.
    void draw(double x, Point2D mouse, CurveLayer curves, Viewport view) {
        OptionalDouble nearest =
                Double.isNaN(x) ? OptionalDouble.empty() : Nearest.x(series, x, view);
        double px = nearest.isPresent() ? view.px(nearest.getAsDouble()) : Double.NaN;
        if (view.isEmpty() || !(px >= 0 && px <= view.width())) {
            hide();
            return;
        }
        double lineX = Math.floor(px) + 0.5;
        line.setStartX(lineX);
        line.setEndX(lineX);
        line.setEndY(view.height());
        for (int i = 0; i < live.size(); i++) {
            double y = Nearest.y(curves.drawn(live.get(i)), nearest.getAsDouble());
            Circle dot = (Circle) dots.getChildren().get(i);
            dot.setVisible(Double.isFinite(y));
            dot.setCenterX(px);
            dot.setCenterY(Double.isFinite(y) ? view.py(y) : 0);
        }
        card.writeAt(nearest.getAsDouble(), mouse.getY(), curves.lines(), view);
        line.setVisible(true);
        dots.setVisible(true);
        card.setVisible(true);
    }

    /// Places the card beside the line, at the top or bottom of the plot, whichever is farther from
    /// the dots, within the chart. Where neither side has space for it, it covers the curves on the
    /// wider one, and so never their beginning while the line is near it.
    ///
    /// @param corner bottom left corner of the plot in the chart
    void placeCard(Point2D corner, double width, double height) {
        if (!card.isVisible()) {
            return;
        }
        double px = corner.getX() + line.getStartX();
        double plotHeight = line.getEndY();
        double top = corner.getY() - plotHeight;
        double most = width - card.getWidth();
        double right = px + CARD_GAP;
        boolean onRight = right <= most || right < width / 2;
        double left = onRight ? Math.min(right, most) : right - 2 * CARD_GAP - card.getWidth();
        double below = corner.getY() - CARD_EDGE - card.getHeight();
        double preferred =
                meanHeight() > plotHeight / 2 ? top + CARD_EDGE : Math.max(top + CARD_EDGE, below);
        card.relocate(
                Math.rint(Math.max(0, left)),
                Math.rint(Math.max(0, Math.min(preferred, height - card.getHeight()))));
    }

    private double meanHeight() {
        return dots.getChildren().stream()
                .filter(Node::isVisible)
                .mapToDouble(dot -> ((Circle) dot).getCenterY())
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private void hide() {
        line.setVisible(false);
        dots.setVisible(false);
        card.setVisible(false);
    }
}
