package mlpexplorer.ui.field;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.LossLevels;
import mlpexplorer.ui.controls.Pen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a [Landscape]: colors and labeled contours with the paths of runs on them or, for a line,
/// the loss as a curve. A circle marks the displayed epoch, a cross the place that is read.
public final class LandscapeChart extends Region {
    private static final double LEFT = 50;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 36;
    private static final double FONT = 11;
    private static final double HALF_LINE = 8;
    private static final double EPOCH_DISTANCE = 44;
    private static final double MIN_LABELED = 70;

    private final FieldImage image = new FieldImage();
    private final Canvas canvas = new Canvas();
    private final Text strong = sample("landscape-text");
    private final Text muted = sample("landscape-label");
    private final Circle marker = new Circle(5.5);
    private final Line crossAcross = new Line();
    private final Line crossUp = new Line();
    private final Rectangle clip = new Rectangle();
    private Optional<Landscape> landscape = Optional.empty();
    private Optional<Point2D> marked = Optional.empty();
    private Optional<Point2D> cursor = Optional.empty();
    private List<String> axes = List.of("", "");
    private double density = 1;

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
        canvas.setUserData((Pen.Drawing) this::draw);
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
    public void mark(Optional<Point2D> place) {
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
        density = pixels;
        draw();
    }

    private double width() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double height() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    private void draw() {
        canvas.setWidth(Math.max(1, getWidth() * density));
        canvas.setHeight(Math.max(1, getHeight() * density));
        canvas.setScaleX(1 / density);
        canvas.setScaleY(1 / density);
        canvas.relocate(getWidth() * (1 - density) / 2, getHeight() * (1 - density) / 2);
        image.relocate(LEFT, TOP);
        image.setFitWidth(width());
        image.setFitHeight(height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw(Pen.on(g));
        placeMarks();
    }

    private void draw(Pen g) {
        g.scale(density, density);
        landscape.ifPresent(known -> {
            if (known.grid().rows() > 1) {
                drawContours(g, known);
                known.paths().forEach(path -> drawPath(g, known, path));
            } else {
                drawCurve(g, known);
            }
            drawAxes(g, known.grid().extent());
        });
    }

    private void drawContours(Pen g, Landscape known) {
        g.setStroke(strong.getFill());
        g.setLineWidth(0.8);
        g.setGlobalAlpha(0.55);
        for (Landscape.Level level : known.levels()) {
            Contour contour = level.contour();
            for (int line = 0; line < contour.lines(); line++) {
                g.beginPath();
                for (int point = contour.start(line); point < contour.end(line); point++) {
                    double x = LEFT + contour.x(point) * width();
                    double y = TOP + contour.y(point) * height();
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
        known.paths().forEach(path -> reserve(known.grid().extent(), path, taken));
        for (Landscape.Level level : known.levels()) {
            label(g, level, taken);
        }
    }

    /// Keeps the path and its epochs free of labels.
    private void reserve(
            LossGrid.Extent extent, Landscape.Projected path, List<Rectangle2D> taken) {
        for (int i = 0; i < path.x().length; i++) {
            double x = x(extent, path.x()[i]);
            double y = y(extent, path.y()[i]);
            taken.add(new Rectangle2D(x - 4, y - 16, 30, 20));
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
        double width = width(words) + 4;
        for (double share : new double[] {0.5, 0.3, 0.7, 0.15, 0.85}) {
            Point2D at = along(contour, longest, share * most);
            Rectangle2D box = new Rectangle2D(at.getX() - width / 2, at.getY() - 7, width, 14);
            boolean inside =
                    box.getMinX() > LEFT
                            && box.getMaxX() < LEFT + width()
                            && box.getMinY() > TOP
                            && box.getMaxY() < TOP + height();
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                g.setFill(ground());
                g.setGlobalAlpha(0.8);
                g.fillRoundRect(box.getMinX(), box.getMinY(), width, 14, 5, 5);
                g.setGlobalAlpha(1);
                text(g, words, at.getX(), at.getY(), strong, TextAlignment.CENTER);
                return;
            }
        }
    }

    private double length(Contour contour, int start, int end) {
        double length = 0;
        for (int point = start + 1; point < end; point++) {
            length +=
                    Math.hypot(
                            (contour.x(point) - contour.x(point - 1)) * width(),
                            (contour.y(point) - contour.y(point - 1)) * height());
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
                        LEFT + width() * ((1 - t) * contour.x(point - 1) + t * contour.x(point)),
                        TOP + height() * ((1 - t) * contour.y(point - 1) + t * contour.y(point)));
            }
            left -= step;
        }
        int last = contour.end(line) - 1;
        return new Point2D(LEFT + width() * contour.x(last), TOP + height() * contour.y(last));
    }

    private Color ground() {
        boolean dark = strong.getFill() instanceof Color color && color.getBrightness() > 0.5;
        return dark ? Color.web("#0d1117") : Color.WHITE;
    }

    private void drawPath(Pen g, Landscape known, Landscape.Projected path) {
        LossGrid.Extent extent = known.grid().extent();
        int rgb = path.run().rgb();
        Color color = Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
        for (boolean halo : new boolean[] {true, false}) {
            g.setStroke(halo ? ground() : color);
            g.setLineWidth(halo ? 4 : 2);
            g.setGlobalAlpha(halo ? 0.7 : 1);
            for (int i = 1; i < path.x().length; i++) {
                if (isInside(extent, path, i - 1) && isInside(extent, path, i)) {
                    g.strokeLine(
                            x(extent, path.x()[i - 1]),
                            y(extent, path.y()[i - 1]),
                            x(extent, path.x()[i]),
                            y(extent, path.y()[i]));
                }
            }
        }
        g.setGlobalAlpha(1);
        List<Point2D> labeled = new ArrayList<>();
        int last = path.x().length - 1;
        labelEpoch(g, extent, path, last, labeled, color);
        for (int i = 0; i < last; i++) {
            labelEpoch(g, extent, path, i, labeled, color);
        }
    }

    private static boolean isInside(LossGrid.Extent extent, Landscape.Projected path, int step) {
        double x = path.x()[step];
        double y = path.y()[step];
        return x >= extent.left()
                && x <= extent.right()
                && y >= extent.bottom()
                && y <= extent.top();
    }

    private void labelEpoch(
            Pen g,
            LossGrid.Extent extent,
            Landscape.Projected path,
            int step,
            List<Point2D> labeled,
            Color color) {
        Point2D at = new Point2D(x(extent, path.x()[step]), y(extent, path.y()[step]));
        if (!isInside(extent, path, step)
                || labeled.stream().anyMatch(other -> other.distance(at) < EPOCH_DISTANCE)) {
            return;
        }
        labeled.add(at);
        g.setFill(color);
        g.fillOval(at.getX() - 3, at.getY() - 3, 6, 6);
        String words = Numbers.count(path.epoch(step));
        double width = width(words) + 4;
        boolean right = at.getX() + 6 + width < LEFT + width();
        double x = right ? at.getX() + 6 : at.getX() - 6 - width;
        double y = Math.clamp(at.getY() - 9, TOP + 7, TOP + height() - 7);
        g.setFill(ground());
        g.setGlobalAlpha(0.75);
        g.fillRoundRect(x, y - 7, width, 14, 5, 5);
        g.setGlobalAlpha(1);
        text(g, words, x + width / 2, y, strong, TextAlignment.CENTER);
    }

    /// The loss along a line, on a logarithmic scale; dashed lines are the start and the end.
    private void drawCurve(Pen g, Landscape known) {
        LossGrid grid = known.grid();
        for (Landscape.Level level : known.levels()) {
            double y = y(known, level.loss());
            g.setStroke(muted.getFill());
            g.setGlobalAlpha(0.35);
            g.setLineWidth(0.8);
            g.strokeLine(LEFT, y, LEFT + width(), y);
            g.setGlobalAlpha(1);
            if (y > TOP + 8 && y < TOP + height() - 8) {
                text(g, Numbers.exact(level.loss()), LEFT - 5, y, muted, TextAlignment.RIGHT);
            }
        }
        for (double end : new double[] {0, 1}) {
            double x = x(grid.extent(), end);
            g.setStroke(muted.getFill());
            for (double y = TOP; y < TOP + height() && x >= LEFT && x <= LEFT + width(); y += 8) {
                g.strokeLine(x, y, x, Math.min(y + 4, TOP + height()));
            }
        }
        int rgb = known.request().runs().getFirst().rgb();
        g.setStroke(Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        g.setLineWidth(2);
        for (int i = 1; i < grid.columns(); i++) {
            if (Double.isFinite(grid.loss(i - 1, 0)) && Double.isFinite(grid.loss(i, 0))) {
                g.strokeLine(
                        x(grid.extent(), grid.x(i - 1)),
                        y(known, grid.loss(i - 1, 0)),
                        x(grid.extent(), grid.x(i)),
                        y(known, grid.loss(i, 0)));
            }
        }
    }

    private void drawAxes(Pen g, LossGrid.Extent extent) {
        g.setStroke(muted.getFill());
        g.setLineWidth(1);
        g.strokeRect(LEFT + 0.5, TOP + 0.5, width() - 1, height() - 1);
        double below = TOP + height() + HALF_LINE + 1;
        text(g, Numbers.number(extent.left()), LEFT, below, muted, TextAlignment.LEFT);
        text(g, Numbers.number(extent.right()), LEFT + width(), below, muted, TextAlignment.RIGHT);
        double middle = LEFT + width() / 2;
        text(g, axes.getFirst(), middle, below + 2 * HALF_LINE, muted, TextAlignment.CENTER);
        if (extent.height() > 0) {
            double edge = LEFT - 5;
            text(g, Numbers.number(extent.top()), edge, TOP + 7, muted, TextAlignment.RIGHT);
            double bottom = TOP + height() - 7;
            text(g, Numbers.number(extent.bottom()), edge, bottom, muted, TextAlignment.RIGHT);
        }
        g.save();
        g.translate(8, TOP + height() / 2);
        g.rotate(-90);
        text(g, axes.getLast(), 0, 0, muted, TextAlignment.CENTER);
        g.restore();
    }

    private double x(LossGrid.Extent extent, double x) {
        return LEFT + width() * (x - extent.left()) / extent.width();
    }

    private double y(LossGrid.Extent extent, double y) {
        return TOP + height() * (extent.top() - y) / extent.height();
    }

    /// The height of a loss above a line.
    private double y(Landscape known, double loss) {
        double low = Math.log(LossLevels.low(known.grid().losses()));
        double high = Math.log(LossLevels.high(known.grid().losses()));
        double margin = 0.05 * Math.max(1e-3, high - low);
        double share = (Math.log(loss) - low + margin) / (high - low + 2 * margin);
        return TOP + height() * (1 - Math.clamp(share, 0, 1));
    }

    private void placeMarks() {
        Optional<Point2D> at =
                landscape.flatMap(known ->
                        marked.map(place -> {
                            LossGrid.Extent extent = known.grid().extent();
                            return new Point2D(
                                    x(extent, place.getX()),
                                    known.grid().rows() > 1
                                            ? y(extent, place.getY())
                                            : y(known, place.getY()));
                        }));
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
        crossUp.setVisible(reads && landscape.filter(l -> l.grid().rows() > 1).isPresent());
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

    private void text(Pen g, String words, double x, double y, Text style, TextAlignment side) {
        g.setFont(Font.font(style.getFont().getFamily(), FONT));
        g.setFill(style.getFill());
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, y);
    }

    private double width(String words) {
        Text measured = new Text(words);
        measured.setFont(Font.font(strong.getFont().getFamily(), FONT));
        return measured.getLayoutBounds().getWidth();
    }
}
