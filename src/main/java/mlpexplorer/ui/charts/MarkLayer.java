package mlpexplorer.ui.charts;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Line;
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

    private record Drawn(Mark mark, Line line, Text label) {}

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
    private List<Drawn> drawn = List.of();
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

    /// Replaces the marks; call draw afterwards.
    void show(List<Mark> shown) {
        List<Mark> across = shown.stream().filter(mark -> mark.y().isEmpty()).toList();
        if (!across.equals(drawn.stream().map(Drawn::mark).toList())) {
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

    private static Drawn drawn(Mark mark) {
        Line line = new Line();
        line.getStyleClass().add("mark-line");
        Text label = new Text(mark.text());
        label.getStyleClass().add("mark-label");
        label.setTextOrigin(VPos.TOP);
        return new Drawn(mark, line, label);
    }

    /// The newest mark has priority, since it shows the last action of the user.
    void draw(Viewport view) {
        if (view.isEmpty()) {
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            ((PointMark) rings.getChildren().get(i)).draw(points.get(i), view);
        }
        List<Drawn> visible = drawLines(view);
        List<Place> taken = new ArrayList<>();
        for (Drawn mark : visible) {
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
    private List<Drawn> drawLines(Viewport view) {
        List<Drawn> visible = new ArrayList<>();
        for (Drawn mark : drawn.reversed()) {
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
            Drawn mark, List<Drawn> lines, List<Place> taken, Viewport view) {
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
}
