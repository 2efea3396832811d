package mlpexplorer.ui.boundary;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import mlpexplorer.ui.field.ContourLine;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldPicture;
import mlpexplorer.ui.fx.ClassColors;

/// The square plot with its axes, centred and as large as its place allows: field, contour, points, border, cursor, from back
/// to front. Layers are placed by this class and never ask for a layout themselves.
final class PlotArea extends Region {
    private static final double TOP_ROOM = 8;
    private static final double RIGHT_ROOM = 12;
    private static final double LEAST_SIDE = 120;
    private static final double USUAL_SIDE = 420;

    private final ReadOnlyDoubleWrapper side = new ReadOnlyDoubleWrapper(this, "side");
    private final Region ground = new Region();
    private final FieldImage field = new FieldImage();
    private final ContourLine contour = new ContourLine();
    private final PointLayer points = new PointLayer();
    private final AxisLayer axes = new AxisLayer(this::requestLayout);
    private final Group cursor = new Group(new CursorMark("boundary-cursor-halo"), new CursorMark("boundary-cursor"));
    private final Label placeholder = new Label();
    private final Region surface = new Region();
    private Optional<Point2D> cursorAt = Optional.empty();

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
        getChildren().addAll(ground, field, contour, points, axes, placeholder, surface, cursor);
    }

    /// Where the mouse is listened to: exactly the square.
    Region surface() {
        return surface;
    }

    /// Edge of the square.
    ReadOnlyDoubleProperty sideProperty() {
        return side.getReadOnlyProperty();
    }

    PointLayer points() {
        return points;
    }

    AxisLayer axes() {
        return axes;
    }

    void show(Content.Plane plane, ClassColors colors) {
        placeholder.setVisible(false);
        points.show(plane, colors);
        List<String> features = plane.dataset().featureNames();
        if (axes.show(plane.domain(), Words.featureName(features.get(0)), Words.featureName(features.get(1)))) {
            forgetField();
            requestLayout();
        }
    }

    /// Shows `sentence` in place of everything.
    void showNothing(String sentence) {
        placeholder.setText(sentence);
        placeholder.setVisible(true);
        forgetField();
        points.clear();
        axes.clear();
    }

    void paint(FieldPicture picture) {
        field.paint(picture);
        contour.show(picture.contour());
    }

    /// As when it belongs to another stretch of the plane.
    private void forgetField() {
        field.clear();
        contour.clear();
    }

    /// Marks a place of the square, 0 to 1 across and down, or none.
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
        return LEAST_SIDE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_SIDE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return axes.leftRoom(USUAL_SIDE) + USUAL_SIDE + RIGHT_ROOM;
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP_ROOM + USUAL_SIDE + axes.bottomRoom();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// No higher than a square of this width needs, so that what stands below stays close to the plot. Boxes take heed of a
    /// limit only if it is one for no known width too.
    @Override
    protected double computeMaxHeight(double width) {
        double known = width < 0 ? computePrefWidth(-1) : width;
        return Math.max(LEAST_SIDE, TOP_ROOM + known - axes.leftRoom(known) - RIGHT_ROOM + axes.bottomRoom());
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight() - TOP_ROOM - axes.bottomRoom();
        double left = axes.leftRoom(high);
        double size = Math.max(1, Math.floor(Math.min(high, getWidth() - left - RIGHT_ROOM)));
        double x = Math.floor((getWidth() - left - size - RIGHT_ROOM) / 2 + left);
        double y = Math.floor((getHeight() - TOP_ROOM - size - axes.bottomRoom()) / 2 + TOP_ROOM);
        field.place(x, y, size);
        contour.place(x, y, size);
        points.place(x, y, size);
        axes.place(x, y, size);
        ground.resizeRelocate(x, y, size, size);
        surface.resizeRelocate(x, y, size, size);
        placeholder.resizeRelocate(x, y, size, size);
        side.set(size);
        placeCursor();
    }
}
