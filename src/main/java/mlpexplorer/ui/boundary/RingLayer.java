package mlpexplorer.ui.boundary;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.Circle;

import java.util.BitSet;
import java.util.Optional;

/// A canvas with rings around misclassified points, separate since they change during training.
/// Their style is read from invisible nodes, `.boundary-ring` and the brighter or darker
/// `.boundary-ring-halo` below it.
final class RingLayer extends PlotCanvas {
    private static final double REACH = 1.25;
    private static final double GAP = 2.2;

    private final Circle halo = sample("boundary-ring-halo");
    private final Circle ring = sample("boundary-ring");
    private Optional<PlotPoints> points = Optional.empty();
    private BitSet mistakes = new BitSet();

    private Circle sample(String styleClass) {
        Circle sample = new Circle(0);
        sample.getStyleClass().add(styleClass);
        sample.strokeProperty().addListener(_ -> draw());
        getChildren().add(sample);
        return sample;
    }

    /// Circles the points `mistakes` (kept, not modified) among `points`.
    void show(PlotPoints points, BitSet mistakes) {
        this.points = Optional.of(points);
        this.mistakes = mistakes;
        draw();
    }

    void clear() {
        points = Optional.empty();
        draw();
    }

    @Override
    void draw(GraphicsContext g, double side) {
        points.filter(_ -> !mistakes.isEmpty())
                .ifPresent(known -> {
                    double radius = REACH * known.radius(side) + GAP;
                    for (Circle look : new Circle[] {halo, ring}) {
                        g.setStroke(look.getStroke());
                        g.setLineWidth(look.getStrokeWidth());
                        known.forEach(
                                side,
                                (position, _, x, y) -> {
                                    if (mistakes.get(position)) {
                                        g.strokeOval(
                                                x - radius, y - radius, 2 * radius, 2 * radius);
                                    }
                                });
                    }
                });
    }
}
