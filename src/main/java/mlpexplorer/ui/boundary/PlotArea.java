package mlpexplorer.ui.boundary;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.field.Contour;
import mlpexplorer.ui.field.ContourLine;
import mlpexplorer.ui.field.CurvePainter;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.FieldPicture;
import mlpexplorer.ui.field.SurfacePainter;

import java.util.BitSet;
import java.util.Optional;

/// The square plot with its axes, centered and as large as possible: field, contour, points, rings,
/// border and cursor, from back to front. This class positions all layers; they never request a
/// layout themselves.
final class PlotArea extends Region {
    private static final PseudoClass CURVE = PseudoClass.getPseudoClass("curve");
    private static final PseudoClass SURFACE = PseudoClass.getPseudoClass("surface");
    private static final double TOP_INSET = 8;
    private static final double RIGHT_INSET = 12;
    private static final double MIN_SIDE = 120;

    /// Beyond this zoom, a previous field would be a single shade.
    private static final double MAX_SCALE = 40;

    private static final double DEFAULT_SIDE = 420;

    private final ReadOnlyDoubleWrapper side = new ReadOnlyDoubleWrapper(this, "side");
    private final Region ground = new Region();
    private final FieldImage field = new FieldImage();
    private final ContourLine contour = new ContourLine();
    private final ContourLine baseline = new ContourLine();
    private final Group pictured = new Group(field, contour);
    private final Rectangle clip = new Rectangle();
    private final PointLayer points = new PointLayer();
    private final RingLayer rings = new RingLayer();
    private final AxisLayer axes = new AxisLayer(this::requestLayout);
    private final Group cursor =
            new Group(new CursorMark("boundary-cursor-halo"), new CursorMark("boundary-cursor"));
    private final Label placeholder = new Label();
    private final Region surface = new Region();
    private Optional<Point2D> cursorAt = Optional.empty();
    private Optional<Content.Plane> plane = Optional.empty();
    private Optional<Domain> fieldDomain = Optional.empty();
    private Mistakes.Errors mistakes = new Mistakes.Errors.None();
    private boolean withTest;

    PlotArea() {
        ground.getStyleClass().add("boundary-ground");
        surface.getStyleClass().addAll("boundary-frame", "boundary-surface");
        placeholder.getStyleClass().add("boundary-placeholder");
        placeholder.setId("boundary-placeholder");
        placeholder.setWrapText(true);
        cursor.getStyleClass().add("no-picture");
        cursor.setManaged(false);
        cursor.setMouseTransparent(true);
        cursor.setVisible(false);
        pictured.setManaged(false);
        pictured.setMouseTransparent(true);
        pictured.setClip(clip);
        baseline.getStyleClass().add("boundary-baseline");
        getChildren()
                .addAll(
                        ground,
                        pictured,
                        baseline,
                        points,
                        rings,
                        axes,
                        placeholder,
                        surface,
                        cursor);
    }

    /// The node that receives mouse events: exactly the square.
    Region surface() {
        return surface;
    }

    /// The edge of the square.
    ReadOnlyDoubleProperty sideProperty() {
        return side.getReadOnlyProperty();
    }

    AxisLayer axes() {
        return axes;
    }

    /// Sets the pixels per unit of length for points; everything else is sharp at any scale.
    void density(double density) {
        points.density(density);
        rings.density(density);
    }

    /// @param across label of the x axis
    /// @param up label of the y axis
    void show(Content.Plane newest, FieldPainter painter, String across, String up) {
        placeholder.setVisible(false);
        boolean samePlane =
                plane.filter(before ->
                                before.view().projection().equals(newest.view().projection())
                                        && before.outputs() == newest.outputs())
                        .isPresent();
        if (!samePlane) {
            clearField();
        }
        if (plane.filter(before -> before.view().home().equals(newest.view().home())).isEmpty()) {
            axes.clearInsets();
        }
        plane = Optional.of(newest);
        contour.pseudoClassStateChanged(CURVE, painter instanceof CurvePainter);
        points.pseudoClassStateChanged(SURFACE, painter instanceof SurfacePainter);
        points.show(new PlotPoints(newest, withTest), painter);
        drawRings();
        if (axes.show(newest.domain(), across, up)) {
            placeField();
            requestLayout();
        }
    }

    /// Shows `message` instead of the plot.
    void showNothing(String message) {
        placeholder.setText(message);
        placeholder.setVisible(true);
        plane = Optional.empty();
        clearField();
        points.clear();
        rings.clear();
        axes.clear();
    }

    void showTestPoints(boolean shown, FieldPainter painter) {
        withTest = shown;
        plane.ifPresent(known -> points.show(new PlotPoints(known, withTest), painter));
        drawRings();
    }

    /// Marks these errors.
    void ring(Mistakes.Errors errors) {
        mistakes = errors;
        drawRings();
    }

    private void drawRings() {
        plane.ifPresent(known -> rings.show(new PlotPoints(known, withTest), mistakes));
    }

    void paint(FieldPicture picture) {
        field.paint(picture);
        contour.show(picture.contour());
        if (!fieldDomain.equals(Optional.of(picture.domain()))) {
            fieldDomain = Optional.of(picture.domain());
            placeField();
        }
    }

    /// A second contour on the visible part.
    void showBaseline(Contour other) {
        baseline.show(other);
    }

    void clearBaseline() {
        baseline.clear();
    }

    /// Hides the second contour.
    private void clearField() {
        field.clear();
        contour.clear();
        fieldDomain = Optional.empty();
    }

    /// A field of another part of the plane is drawn at its own position until the next one
    /// arrives.
    private void placeField() {
        double size = side.get();
        Domain seen = plane.map(Content.Plane::domain).orElse(Domain.HOME);
        Domain drawn = fieldDomain.orElse(seen);
        double scale = drawn.width() / seen.width();
        double x = surface.getLayoutX() + size * seen.across(drawn.left());
        double y = surface.getLayoutY() + size * seen.down(drawn.top());
        pictured.setVisible(scale < MAX_SCALE);
        if (scale < MAX_SCALE) {
            field.place(x, y, size * scale);
            contour.place(x, y, size * scale);
        }
    }

    /// Marks a point of the square, 0 to 1 across and down, or none.
    void mark(Optional<Point2D> place) {
        cursorAt = place;
        placeCursor();
    }

    private void placeCursor() {
        cursor.setVisible(cursorAt.isPresent());
        cursorAt.ifPresent(at -> {
            cursor.setLayoutX(Math.round(surface.getLayoutX() + at.getX() * side.get()) + 0.5);
            cursor.setLayoutY(Math.round(surface.getLayoutY() + at.getY() * side.get()) + 0.5);
        });
    }

    @Override
    protected double computeMinWidth(double height) {
        return MIN_SIDE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return MIN_SIDE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return axes.leftRoom(DEFAULT_SIDE) + DEFAULT_SIDE + RIGHT_INSET;
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP_INSET + DEFAULT_SIDE + axes.bottomRoom();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// The height that a square of this width needs, so that the nodes below stay close to the
    /// plot. Boxes respect a maximum only if it also applies without a known width.
    @Override
    protected double computeMaxHeight(double width) {
        double known = width < 0 ? computePrefWidth(-1) : width;
        return Math.max(
                MIN_SIDE,
                TOP_INSET + known - axes.leftRoom(known) - RIGHT_INSET + axes.bottomRoom());
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight() - TOP_INSET - axes.bottomRoom();
        double left = axes.leftRoom(high);
        double size = Math.max(1, Math.floor(Math.min(high, getWidth() - left - RIGHT_INSET)));
        double x = Math.floor((getWidth() - left - size - RIGHT_INSET) / 2 + left);
        double y = Math.floor((getHeight() - TOP_INSET - size - axes.bottomRoom()) / 2 + TOP_INSET);
        clip.setX(x);
        clip.setY(y);
        clip.setWidth(size);
        clip.setHeight(size);
        baseline.place(x, y, size);
        points.place(x, y, size);
        rings.place(x, y, size);
        axes.place(x, y, size);
        ground.resizeRelocate(x, y, size, size);
        surface.resizeRelocate(x, y, size, size);
        placeholder.resizeRelocate(x, y, size, size);
        side.set(size);
        placeField();
        placeCursor();
    }

    /// A small cross with an open center at the position of the readout.
    private static final class CursorMark extends Path {
        private static final double INNER_RADIUS = 3.5;
        private static final double OUTER_RADIUS = 9.5;

        CursorMark(String styleClass) {
            setManaged(false);
            setMouseTransparent(true);
            getStyleClass().add(styleClass);
            arm(1, 0);
            arm(-1, 0);
            arm(0, 1);
            arm(0, -1);
        }

        private void arm(int dx, int dy) {
            getElements()
                    .addAll(
                            new MoveTo(dx * INNER_RADIUS, dy * INNER_RADIUS),
                            new LineTo(dx * OUTER_RADIUS, dy * OUTER_RADIUS));
        }
    }

    /// A canvas with rings around misclassified points, or lines from targets to predictions,
    /// separate since they change during training. Their style is read from invisible nodes,
    /// `.boundary-ring` and the brighter or darker `.boundary-ring-halo` below it.
    private static final class RingLayer extends PlotCanvas {
        private static final double OUTER_RADIUS = 1.25;
        private static final double GAP = 2.2;

        private final Circle halo = sample("boundary-ring-halo");
        private final Circle ring = sample("boundary-ring");
        private Optional<PlotPoints> points = Optional.empty();
        private Mistakes.Errors errors = new Mistakes.Errors.None();

        private Circle sample(String styleClass) {
            Circle sample = new Circle(0);
            sample.getStyleClass().add(styleClass);
            sample.strokeProperty().addListener(_ -> draw());
            getChildren().add(sample);
            return sample;
        }

        /// Marks `errors` among `points`.
        void show(PlotPoints points, Mistakes.Errors errors) {
            this.points = Optional.of(points);
            this.errors = errors;
            draw();
        }

        void clear() {
            points = Optional.empty();
            draw();
        }

        @Override
        void draw(Pen g, double side) {
            points.filter(_ -> !(errors instanceof Mistakes.Errors.None))
                    .ifPresent(known -> {
                        for (Circle look : new Circle[] {halo, ring}) {
                            g.setStroke(look.getStroke());
                            g.setLineWidth(look.getStrokeWidth());
                            known.forEach(
                                    side, (position, _, x, y) -> mark(g, side, position, x, y));
                        }
                    });
        }

        private void mark(Pen g, double side, int position, double x, double y) {
            PlotPoints known = points.orElseThrow();
            double radius = known.radius(side);
            switch (errors) {
                case Mistakes.Errors.None() -> {}
                case Mistakes.Errors.Wrong(BitSet positions) -> {
                    double reach = OUTER_RADIUS * radius + GAP;
                    if (positions.get(position)) {
                        g.strokeOval(x - reach, y - reach, 2 * reach, 2 * reach);
                    }
                }
                case Mistakes.Errors.Predicted(double[] values) -> {
                    double to = y + known.residual(position, values[position], side);
                    double edge = Math.clamp(to, y - radius, y + radius);
                    double end = Math.clamp(to, 0, side);
                    if (edge != end && Math.abs(to - y) > radius) {
                        g.strokeLine(x, edge, x, end);
                    }
                }
            }
        }
    }
}
