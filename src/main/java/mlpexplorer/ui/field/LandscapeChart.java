package mlpexplorer.ui.field;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.controls.ScaledCanvas;

import java.util.List;
import java.util.Optional;

/// Draws a [Landscape]: colors and labeled contours with the paths of runs on them or, for a line,
/// the loss as a curve. A circle marks the displayed epoch, a cross the place that is read.
public final class LandscapeChart extends Region {
    private static final double LEFT = 56;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 36;

    private final FieldImage image = new FieldImage();
    private final ScaledCanvas canvas = new ScaledCanvas(this::draw);
    private final Text strong = sample("landscape-text");
    private final Text muted = sample("landscape-label");
    private final Circle marker = new Circle(5.5);
    private final Line crossAcross = new Line();
    private final Line crossUp = new Line();
    private final Rectangle clip = new Rectangle();
    private Optional<Landscape> landscape = Optional.empty();
    private Optional<WeightPlane.Place> marked = Optional.empty();
    private Optional<Point2D> cursor = Optional.empty();
    private List<String> axes = List.of("", "");

    public LandscapeChart() {
        setMinSize(180, 140);
        getStyleClass().add("landscape-chart");
        marker.getStyleClass().add("landscape-marker");
        for (var node : List.of(image, canvas, marker, crossAcross, crossUp, strong, muted)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        for (Line line : List.of(crossAcross, crossUp)) {
            line.getStyleClass().addAll("landscape-cursor", "no-picture");
        }
        getChildren().addAll(image, canvas, crossAcross, crossUp, marker, strong, muted);
        strong.fillProperty().addListener(_ -> draw());
        widthProperty().addListener(_ -> draw());
        heightProperty().addListener(_ -> draw());
        placeMarks();
    }

    private static Text sample(String styleClass) {
        Text sample = new Text();
        sample.setOpacity(0);
        sample.getStyleClass().add(styleClass);
        return sample;
    }

    /// Shows `newest`, or nothing.
    ///
    /// @param across name of the x axis
    /// @param up name of the y axis
    public void show(Optional<Landscape> newest, String across, String up) {
        landscape = newest;
        axes = List.of(across, up);
        newest.filter(known -> known.argb().length > 0)
                .ifPresentOrElse(
                        known -> image.paint(known.argb(), Landscape.PIXELS), image::clear);
        draw();
    }

    /// Marks the displayed epoch at a place of the plane; for a line, `y` is its loss.
    public void mark(Optional<WeightPlane.Place> place) {
        marked = place;
        placeMarks();
    }

    /// Shows the cursor at a place of the plot, 0 to 1 from the left and from the bottom, or none.
    public void cursor(Optional<Point2D> place) {
        cursor = place;
        placeMarks();
    }

    /// The place of the plot at a position in this node; empty outside of it.
    public Optional<Point2D> placeAt(double x, double y) {
        double across = (x - LEFT) / width();
        double up = 1 - (y - TOP) / height();
        boolean inside = across >= 0 && across <= 1 && up >= 0 && up <= 1;
        return inside && landscape.isPresent()
                ? Optional.of(new Point2D(across, up))
                : Optional.empty();
    }

    /// Sets the pixels per unit of length: 1 for the screen, more for an enlarged picture.
    public void density(double pixels) {
        canvas.density(pixels);
        draw();
    }

    private double width() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double height() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    private void draw() {
        image.relocate(LEFT, TOP);
        image.setFitWidth(width());
        image.setFitHeight(height());
        canvas.draw(getWidth(), getHeight());
        placeMarks();
    }

    private void draw(Pen g) {
        painter().ifPresent(painter -> painter.draw(g));
    }

    private Optional<LandscapePainter> painter() {
        Rectangle2D plot = new Rectangle2D(LEFT, TOP, width(), height());
        return landscape.map(known -> new LandscapePainter(known, plot, axes, strong, muted));
    }

    private void placeMarks() {
        Optional<Point2D> at = painter().flatMap(painter -> marked.map(painter::position));
        clip.setX(LEFT);
        clip.setY(TOP);
        clip.setWidth(width());
        clip.setHeight(height());
        marker.setVisible(at.filter(clip::contains).isPresent());
        at.ifPresent(place -> {
            marker.setCenterX(place.getX());
            marker.setCenterY(place.getY());
        });
        boolean reads = cursor.isPresent() && landscape.isPresent();
        crossAcross.setVisible(reads);
        crossUp.setVisible(reads && !painter().orElseThrow().isLine());
        cursor.ifPresent(place -> {
            double x = LEFT + place.getX() * width();
            double y = TOP + (1 - place.getY()) * height();
            set(crossAcross, x, TOP, x, TOP + height());
            set(crossUp, LEFT, y, LEFT + width(), y);
        });
    }

    private static void set(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
