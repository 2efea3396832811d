package mlpexplorer.ui.charts;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// What is seen of the cursor in the plot: a vertical line at the sample nearest to it, a dot on each live curve, and the card with
/// the numbers. Its nodes stand ready all the time and are moved, so that a mouse that moves lays out nothing.
final class HoverCursor extends Group {
    private static final double CARD_GAP = 12;
    private static final double CARD_EDGE = 6;
    private static final double DOT_RADIUS = 3.5;

    private final Line line = new Line();
    private final Group dots = new Group();
    private final HoverCard card;
    private List<CurveSeries> series = List.of();
    private List<CurveSeries> live = List.of();

    HoverCursor(ChartText text, Measure measure) {
        card = new HoverCard(text, measure);
        line.getStyleClass().add("hover-line");
        setManaged(false);
        getChildren().addAll(line, dots, card);
        hide();
    }

    void show(List<CurveSeries> shown) {
        series = shown;
        live = shown.stream().filter(s -> !s.dimmed()).toList();
        card.show(shown);
        while (dots.getChildren().size() < live.size()) {
            dots.getChildren().add(new Circle(DOT_RADIUS));
        }
        dots.getChildren().remove(live.size(), dots.getChildren().size());
        for (int i = 0; i < live.size(); i++) {
            List<String> classes = List.of("hover-dot", live.get(i).styleClass());
            if (!dots.getChildren().get(i).getStyleClass().equals(classes)) {
                dots.getChildren().get(i).getStyleClass().setAll(classes);
            }
        }
    }

    /// Draws the cursor at the sample nearest to `x`; NaN, or a place outside the plot, hides it.
    void draw(double x, Viewport view) {
        OptionalDouble nearest = Double.isNaN(x) ? OptionalDouble.empty() : Nearest.x(series, x);
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
            double y = Nearest.y(live.get(i).curve(), nearest.getAsDouble());
            Circle dot = (Circle) dots.getChildren().get(i);
            dot.setVisible(Double.isFinite(y));
            dot.setCenterX(px);
            dot.setCenterY(Double.isFinite(y) ? view.py(y) : 0);
        }
        card.writeAt(nearest.getAsDouble());
        placeCard(px, meanHeight(), view);
        line.setVisible(true);
        dots.setVisible(true);
        card.setVisible(true);
    }

    /// Beside the line, at the top or the bottom of the plot, whichever is farther from the dots.
    private void placeCard(double px, double meanY, Viewport view) {
        boolean fits = px + CARD_GAP + card.getWidth() <= view.width();
        double left = fits ? px + CARD_GAP : Math.max(0, px - CARD_GAP - card.getWidth());
        double bottom = view.height() - CARD_EDGE - card.getHeight();
        card.relocate(Math.rint(left), Math.rint(meanY > view.height() / 2 ? CARD_EDGE : Math.max(CARD_EDGE, bottom)));
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
