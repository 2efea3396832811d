package mlpexplorer.ui.boundary;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Samples;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.PointStyle;
import mlpexplorer.ui.fx.ClassColors;
import mlpexplorer.ui.fx.ClassMarker;

/// The points on a canvas of their own, drawn anew only when the data, the size or the looks change. The canvas is a little
/// larger than the plot, so that points at its border are whole.
final class PointLayer extends Group {
    private static final double RIM = 8;
    private static final double SIDE_PER_RADIUS = 125;
    private static final double LEAST_RADIUS = 2.6;
    private static final double MOST_RADIUS = 5;
    /// More points than this are drawn smaller, fewer larger.
    private static final double USUAL_ROWS = 200;

    private record Points(Content.Plane plane, ClassColors colors) {}

    private final Canvas canvas = new Canvas();
    private final Map<Part, PointStyle> styles = new EnumMap<>(Part.class);
    private Optional<Points> points = Optional.empty();
    private boolean testPointsShown;
    private double side;
    private double density = 1;

    PointLayer() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
        for (Part part : Part.values()) {
            PointStyle style = new PointStyle(part, this::draw);
            styles.put(part, style);
            getChildren().add(style);
        }
    }

    void show(Content.Plane plane, ClassColors colors) {
        points = Optional.of(new Points(plane, colors));
        draw();
    }

    void clear() {
        points = Optional.empty();
        draw();
    }

    void showTestPoints(boolean shown) {
        testPointsShown = shown;
        draw();
    }

    /// Draws with `pixels` pixels a unit of length: 1 for the screen, more for a picture that is to be enlarged.
    void density(double pixels) {
        density = pixels;
        draw();
    }

    void place(double x, double y, double side) {
        setLayoutX(x);
        setLayoutY(y);
        if (side != this.side) {
            this.side = side;
            draw();
        }
    }

    private void draw() {
        double size = side + 2 * RIM;
        canvas.setWidth(size * density);
        canvas.setHeight(size * density);
        canvas.setScaleX(1 / density);
        canvas.setScaleY(1 / density);
        canvas.relocate(size * (1 - density) / 2 - RIM, size * (1 - density) / 2 - RIM);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(density, 0, 0, density, 0, 0);
        g.clearRect(0, 0, size, size);
        g.translate(RIM, RIM);
        points.ifPresent(known -> draw(g, known));
    }

    private void draw(GraphicsContext g, Points known) {
        Split split = known.plane().split();
        int position = 0;
        for (Part part : List.of(Part.TRAIN, Part.VALIDATION, Part.TEST)) {
            int rows = samples(split, part).rows();
            if (part != Part.TEST || testPointsShown) {
                draw(g, known, styles.get(part), position, position + rows);
            }
            position += rows;
        }
    }

    private static Samples samples(Split split, Part part) {
        return switch (part) {
            case TRAIN -> split.train();
            case VALIDATION -> split.validation();
            case TEST -> split.test();
        };
    }

    private void draw(GraphicsContext g, Points known, PointStyle style, int from, int to) {
        Domain domain = known.plane().domain();
        Split split = known.plane().split();
        Samples samples = known.plane().dataset().samples();
        double radius = radius(samples.rows());
        for (int position = from; position < to; position++) {
            int row = split.row(position);
            int label = samples.label(row);
            double x = side * domain.across(samples.feature(row, 0));
            double y = side * domain.down(samples.feature(row, 1));
            style.draw(g, ClassMarker.of(label), known.colors().color(label), x, y, radius);
        }
    }

    private double radius(int rows) {
        double room = Math.clamp(Math.pow(USUAL_ROWS / rows, 0.25), 0.6, 1.8);
        return room * Math.clamp(side / SIDE_PER_RADIUS, LEAST_RADIUS, MOST_RADIUS);
    }
}
