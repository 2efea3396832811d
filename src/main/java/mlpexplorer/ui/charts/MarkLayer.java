package mlpexplorer.ui.charts;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The marks of a plot: thin vertical lines with a label at their top, and rings around points.
/// Labels that would overlap move to the other side or a row lower, and older ones are omitted if
/// there is no space; of lines that nearly touch, only the newest is drawn. Nodes of moving marks
/// are reused.
final class MarkLayer extends Group {
    private static final double GAP = 4;
    private static final double NEAREST = 3;
    private static final int ROWS = 3;

    private record MarkNodes(Mark mark, Line line, Text label) {}

    private record Place(double left, double width, int row) {
        double right() {
            return left + width;
        }

        boolean overlaps(Place other) {
            return row == other.row && left < other.right() + GAP && other.left < right() + GAP;
        }

        boolean contains(double x) {
            return left <= x && x <= right();
        }
    }

    private final Group lines = new Group();
    private final Group rings = new Group();
    private List<MarkNodes> drawn = List.of();
    private List<Mark> points = List.of();

    MarkLayer() {
        setManaged(false);
        rings.setManaged(false);
        rings.setMouseTransparent(true);
        getChildren().add(lines);
    }

    /// The rings, outside of this layer so that a ring at the edge of the plot is not clipped.
    Group rings() {
        return rings;
    }

    /// Sets the origin of the rings to the top left corner of the plot.
    void placeRings(Point2D corner) {
        rings.setLayoutX(corner.getX());
        rings.setLayoutY(corner.getY());
    }

    /// Replaces the marks; call draw afterward.
    void show(List<Mark> shown) {
        List<Mark> across = shown.stream().filter(mark -> mark.y().isEmpty()).toList();
        if (!across.equals(drawn.stream().map(MarkNodes::mark).toList())) {
            drawn = across.stream().map(MarkLayer::drawn).toList();
            lines.getChildren().clear();
            drawn.forEach(mark -> lines.getChildren().addAll(mark.line(), mark.label()));
            lines.applyCss();
        }
        points = shown.stream().filter(mark -> mark.y().isPresent()).toList();
        while (rings.getChildren().size() < points.size()) {
            rings.getChildren()
                    .add(new PointMark(points.get(rings.getChildren().size()).styleClass()));
            rings.applyCss();
        }
        rings.getChildren().remove(points.size(), rings.getChildren().size());
    }

    private static MarkNodes drawn(Mark mark) {
        Line line = new Line();
        line.getStyleClass().add("mark-line");
        Text label = new Text(mark.text());
        label.getStyleClass().add("mark-label");
        label.setTextOrigin(VPos.TOP);
        return new MarkNodes(mark, line, label);
    }

    /// The newest mark has priority, since it shows the last action of the user.
    void draw(Viewport view) {
        if (view.isEmpty()) {
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            ((PointMark) rings.getChildren().get(i)).draw(points.get(i), view);
        }
        List<MarkNodes> visible = drawLines(view);
        List<Place> taken = new ArrayList<>();
        for (MarkNodes mark : visible) {
            Optional<Place> place = place(mark, visible, taken, view);
            mark.label().setVisible(place.isPresent());
            place.ifPresent(found -> {
                taken.add(found);
                mark.label().setX(found.left());
                mark.label()
                        .setY(
                                1
                                        + found.row()
                                                * Math.ceil(
                                                        mark.label()
                                                                .getLayoutBounds()
                                                                .getHeight()));
            });
        }
    }

    /// Returns the marks with visible lines, newest first.
    private List<MarkNodes> drawLines(Viewport view) {
        List<MarkNodes> visible = new ArrayList<>();
        for (MarkNodes mark : drawn.reversed()) {
            double x = Math.floor(view.px(mark.mark().x())) + 0.5;
            boolean seen =
                    x >= 0
                            && x <= view.width()
                            && visible.stream()
                                    .noneMatch(other ->
                                            Math.abs(other.line().getStartX() - x) < NEAREST);
            mark.line().setVisible(seen);
            mark.label().setVisible(false);
            if (seen) {
                mark.line().setStartX(x);
                mark.line().setEndX(x);
                mark.line().setEndY(view.height());
                visible.add(mark);
            }
        }
        return visible;
    }

    /// The first free position: right of the line, left of it, a row lower …, preferably not
    /// crossed by another line.
    private static Optional<Place> place(
            MarkNodes mark, List<MarkNodes> lines, List<Place> taken, Viewport view) {
        double x = mark.line().getStartX();
        double width = Math.ceil(mark.label().getLayoutBounds().getWidth());
        List<Place> free =
                IntStream.range(0, 2 * ROWS)
                        .mapToObj(i ->
                                new Place(
                                        Math.rint(i % 2 == 0 ? x + GAP : x - GAP - width),
                                        width,
                                        i / 2))
                        .filter(place -> place.left() >= 0 && place.right() <= view.width())
                        .filter(place -> taken.stream().noneMatch(place::overlaps))
                        .toList();
        return free.stream()
                .filter(place ->
                        lines.stream().noneMatch(line -> place.contains(line.line().getStartX())))
                .findFirst()
                .or(() -> free.stream().findFirst());
    }

    /// A ring around a point of a curve. Its label is a tag above the plot, connected to the ring
    /// by a line.
    private static final class PointMark extends Group {
        private static final double RADIUS = 5;

        /// Horizontal padding of the tag.
        private static final double MARGIN = 5;

        private final Line line = new Line();
        private final Circle ring = new Circle(RADIUS);
        private final Rectangle tag = new Rectangle();
        private final Text label = new Text();

        PointMark(String styleClass) {
            getStyleClass().setAll(styleClass);
            line.getStyleClass().add("mark-stem");
            ring.getStyleClass().add("mark-ring");
            tag.getStyleClass().add("mark-tag");
            label.getStyleClass().add("mark-label");
            label.setTextOrigin(VPos.TOP);
            getChildren().addAll(line, ring, tag, label);
        }

        void draw(Mark mark, Viewport view) {
            if (!getStyleClass().equals(List.of(mark.styleClass()))) {
                getStyleClass().setAll(mark.styleClass());
            }
            label.setText(mark.text());
            double x = view.px(mark.x());
            double y = view.py(mark.y().orElseThrow());
            setVisible(x >= 0 && x <= view.width());
            ring.setVisible(y >= 0 && y <= view.height());
            ring.setCenterX(x);
            ring.setCenterY(y);
            placeLine(Math.floor(x) + 0.5, Math.clamp(y - RADIUS, 0, view.height()));
            placeTag(x, view.width());
        }

        private void placeLine(double x, double end) {
            line.setStartX(x);
            line.setEndX(x);
            line.setEndY(end);
        }

        /// Places the tag on the upper edge of the plot, within its width.
        private void placeTag(double x, double room) {
            double width = Math.ceil(label.getLayoutBounds().getWidth()) + 2 * MARGIN;
            double height = Math.ceil(label.getLayoutBounds().getHeight());
            tag.setX(Math.rint(Math.clamp(x - width / 2, 0, Math.max(0, room - width))));
            tag.setY(-height - 1);
            tag.setWidth(width);
            tag.setHeight(height);
            label.setX(tag.getX() + MARGIN);
            label.setY(tag.getY());
        }
    }
}
