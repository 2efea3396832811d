package mlpexplorer.ui.draw;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Shape;

import mlpexplorer.data.DataSpec;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ClassMarker;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Supplier;

/// The row above the plot for drawn points: drawing toggle, a chip for each class, undo, redo and
/// clear, and a hint. Hidden for other data.
public final class DrawPane extends VBox {
    private static final double MARKER = 5;

    private final DrawViewModel model;
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper(this, "drawing");
    private final HBox chips = new HBox();
    private final Button addClass;
    private final Label hint = new Label();

    public DrawPane(Workbench workbench) {
        model = new DrawViewModel(workbench);
        setId("draw-pane");
        getStyleClass().add("draw-pane");
        chips.getStyleClass().add("draw-chips");
        chips.setId("draw-classes");
        hint.setId("draw-hint");
        hint.getStyleClass().add("caption-text");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        addClass = IconButtons.icon(Feather.PLUS, caption("add-class"), model::addClass);
        getChildren().addAll(row(workbench), hint);
        managedProperty().bind(visibleProperty());
        workbench.specProperty().addListener(_ -> show());
        model.currentProperty().addListener(_ -> show());
        model.penProperty().addListener(_ -> show());
        show();
    }

    /// Enables drawing with the mouse on `surface`.
    ///
    /// @param domain the visible part of the plane
    /// @param cursor the plot's cursor for the keyboard, 0 to 1 across and down
    public void drawOn(
            Region surface, Supplier<Optional<Domain>> domain, Supplier<Optional<Point2D>> cursor) {
        new PointBrush(surface, domain, cursor, model);
    }

    /// Whether clicks on the plot draw.
    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    private HBox row(Workbench workbench) {
        ToggleButton pen = IconButtons.labeledToggle(Feather.EDIT_2, caption("pen"));
        pen.selectedProperty().bindBidirectional(model.penProperty());
        Button undo = IconButtons.icon(Feather.CORNER_UP_LEFT, caption("undo"), workbench::undo);
        undo.disableProperty().bind(workbench.undoHistory().canUndoProperty().not());
        Button redo = IconButtons.icon(Feather.CORNER_UP_RIGHT, caption("redo"), workbench::redo);
        redo.disableProperty().bind(workbench.undoHistory().canRedoProperty().not());
        Button clear = IconButtons.icon(Feather.TRASH_2, caption("clear"), model::clear);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(pen, chips, addClass, gap, undo, redo, clear);
        row.getStyleClass().add("draw-row");
        return row;
    }

    private void show() {
        setVisible(model.points().isPresent());
        drawing.set(model.isDrawing());
        model.points().map(DataSpec.Points::classes).ifPresent(this::showChips);
        addClass.setDisable(!model.canAddClass());
        hint.setText(model.hint());
    }

    private void showChips(int classes) {
        if (chips.getChildren().size() != classes) {
            chips.getChildren().clear();
            ClassColors colors = new ClassColors(classes, Theme.LIGHT);
            for (int label = 0; label < classes; label++) {
                chips.getChildren().add(chip(label, colors));
            }
        }
        for (int label = 0; label < classes; label++) {
            ((ToggleButton) chips.getChildren().get(label))
                    .setSelected(label == model.label(false));
        }
    }

    private ToggleButton chip(int label, ClassColors colors) {
        Shape marker = ClassMarker.of(label).shape(MARKER);
        marker.setFill(colors.color(label));
        ControlLabel caption =
                new ControlLabel(
                        Messages.text("draw.class", label),
                        "draw-class-" + label,
                        Messages.text("draw.class.tip", label, label + 1));
        ToggleButton chip = caption.describe(new ToggleButton());
        chip.setGraphic(marker);
        chip.getStyleClass().add("draw-chip");
        chip.setOnAction(_ -> {
            model.currentProperty().set(label);
            show();
        });
        return chip;
    }

    private static ControlLabel caption(String id) {
        return ControlLabel.of("draw." + id, "draw-" + id);
    }

    /// Mouse and keyboard input on the plot while points are drawn. A click adds a point of the
    /// current class, Shift+click of the next one, Ctrl+click (Command) removes the nearest; a drag
    /// repeats this along its path. On the keyboard Enter adds at the plot's cursor, Shift+Enter
    /// adds the next class, Delete removes the nearest, and 1 to 8 choose the class.
    private static final class PointBrush {
        /// Pixels from one point of a brush stroke to the next.
        private static final double SPACING = 12;

        /// Radius in pixels within which a drag removes points.
        private static final double ERASE_RADIUS = 10;

        private final Region surface;
        private final Supplier<Optional<Domain>> domain;
        private final Supplier<Optional<Point2D>> keyboardPlace;
        private final DrawViewModel model;
        private Optional<Point2D> last = Optional.empty();

        /// @param domain the part of the plane that `surface` shows
        /// @param keyboardPlace the plot's cursor, 0 to 1 across and down
        PointBrush(
                Region surface,
                Supplier<Optional<Domain>> domain,
                Supplier<Optional<Point2D>> keyboardPlace,
                DrawViewModel model) {
            this.surface = surface;
            this.domain = domain;
            this.keyboardPlace = keyboardPlace;
            this.model = model;
            surface.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
            surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
            surface.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> last = Optional.empty());
            surface.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        }

        private void press(MouseEvent event) {
            if (model.isDrawing() && event.getButton() == MouseButton.PRIMARY) {
                surface.requestFocus();
                stroke(event, Double.POSITIVE_INFINITY);
                event.consume();
            }
        }

        private void drag(MouseEvent event) {
            if (last.isPresent()) {
                boolean removes = event.isShortcutDown();
                boolean inside = surface.getLayoutBounds().contains(event.getX(), event.getY());
                if (inside
                        && last.get().distance(event.getX(), event.getY())
                                >= (removes ? ERASE_RADIUS / 2 : SPACING)) {
                    stroke(event, ERASE_RADIUS);
                }
                event.consume();
            }
        }

        private void stroke(MouseEvent event, double reach) {
            last = Optional.of(new Point2D(event.getX(), event.getY()));
            Point2D place =
                    new Point2D(
                            event.getX() / surface.getWidth(), event.getY() / surface.getHeight());
            put(place, event.isShortcutDown(), event.isShiftDown(), reach);
        }

        private void key(KeyEvent event) {
            if (!model.isDrawing() || event.isShortcutDown() || event.isAltDown()) {
                return;
            }
            switch (event.getCode()) {
                case ENTER -> putByKey(event, false);
                case DELETE, BACK_SPACE -> putByKey(event, true);
                case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8 -> {
                    int label = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
                    if (model.points().filter(drawn -> label < drawn.classes()).isPresent()) {
                        model.currentProperty().set(label);
                    }
                    event.consume();
                }
                default -> {}
            }
        }

        private void putByKey(KeyEvent event, boolean removes) {
            keyboardPlace
                    .get()
                    .ifPresent(place ->
                            put(place, removes, event.isShiftDown(), Double.POSITIVE_INFINITY));
            event.consume();
        }

        private void put(Point2D place, boolean removes, boolean next, double reach) {
            domain.get()
                    .ifPresent(seen -> {
                        double x = seen.x(place.getX());
                        double y = seen.y(place.getY());
                        if (removes) {
                            model.removeNearest(
                                    x,
                                    y,
                                    reach * (seen.right() - seen.left()) / surface.getWidth());
                        } else {
                            model.add(rounded(x, seen), rounded(y, seen), model.label(next));
                        }
                    });
        }

        /// Rounds to the resolution of the mouse, so that files of points stay readable.
        private static double rounded(double value, Domain seen) {
            double digits = Math.ceil(3 - Math.log10(seen.right() - seen.left()));
            double unit = Math.pow(10, Math.clamp(digits, 0, 12));
            return Math.rint(value * unit) / unit;
        }
    }
}
