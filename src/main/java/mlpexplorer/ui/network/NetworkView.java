package mlpexplorer.ui.network;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;

import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.field.UnitFields;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Objects;
import java.util.Optional;

/// The network as a diagram: a picture of each unit, weights as lines, biases as squares. Hovering
/// over a unit enlarges it and highlights its connections; hovering over a weight or bias shows its
/// value; a click or Enter edits it while training continues.
///
/// Call [#pulse] once per pulse; it does nothing while the diagram is hidden. Call [#close] at the
/// end.
public final class NetworkView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            NetworkView.class.getResource("/mlpexplorer/ui/network.css"),
                            "network.css is missing")
                    .toExternalForm();

    private final NetworkViewModel model;
    private final NetworkLabels labels = new NetworkLabels();
    private final DiagramStyle style = new DiagramStyle(this::restyle);
    private final DiagramCanvas canvas = new DiagramCanvas(style, labels);
    private final UnitCard card = new UnitCard(labels);
    private final NumberEditor editor;
    private final NetworkLegend legend = new NetworkLegend();
    private final LayerButtons layers;
    private final Board board;
    private final HBox toolbar = new HBox();
    private final VBox picture;
    private final ObjectProperty<Optional<UnitFields.Place>> pinned =
            new SimpleObjectProperty<>(this, "pinned", Optional.empty());
    private boolean stale;

    public NetworkView(Workbench workbench) {
        model = new NetworkViewModel(workbench);
        editor = new NumberEditor(model::edit, this::editorClosed);
        board = new Board();
        layers = new LayerButtons(workbench);
        layers.setVisible(false);
        layers.managedProperty().bind(layers.visibleProperty());
        toolbar.getStyleClass().addAll("network-toolbar", "no-picture");
        HBox.setHgrow(legend, Priority.ALWAYS);
        picture = new VBox(board, new HBox(legend, toolbar));
        getStyleClass().add("network-view");
        getStylesheets().add(STYLESHEET);
        setId("network-view");
        card.getStyleClass().add("no-picture");
        editor.getStyleClass().add("no-picture");
        picture.getStyleClass().add("network-picture");
        setVgrow(board, Priority.ALWAYS);
        setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(layers, picture);
        model.targetProperty().addListener(_ -> targetChanged());
        pinned.addListener(_ -> stale = true);
        listen();
    }

    /// Diagram, card and editor, stacked.
    private final class Board extends Region {
        Board() {
            setId("network-diagram");
            getStyleClass().add("network-diagram");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            setAccessibleText(Messages.text("network.title"));
            setAccessibleHelp(Messages.text("network.help"));
            setMinHeight(0);
            getChildren().addAll(canvas, card, editor);
        }

        @Override
        protected void layoutChildren() {
            canvas.resizeRelocate(0, 0, getWidth(), getHeight());
            double scale =
                    Optional.ofNullable(getScene())
                            .map(scene -> scene.getWindow())
                            .map(window -> window.getOutputScaleX())
                            .orElse(Screen.getPrimary().getOutputScaleX());
            model.size(getWidth(), getHeight(), scale);
        }
    }

    /// The right end of the legend row, for buttons.
    public HBox toolbar() {
        return toolbar;
    }

    /// The unit whose field is drawn in the boundary plot, chosen by a click or P.
    public ObjectProperty<Optional<UnitFields.Place>> pinnedProperty() {
        return pinned;
    }

    /// Whether there are buttons that add and remove layers and units.
    public BooleanProperty layerButtonsProperty() {
        return layers.visibleProperty();
    }

    /// Diagram and legend as a picture to save.
    public Node picture() {
        return picture;
    }

    /// Pixels per unit of length: set it to the scale of a snapshot before taking it, and back to 1
    /// afterward.
    public void density(double density) {
        canvas.density(density);
        draw();
    }

    /// Updates the diagram. Call once per pulse.
    @Override
    public void pulse(long now) {
        if (!Visibility.now(this)) {
            return;
        }
        if (model.pulse(now)) {
            model.picture()
                    .ifPresent(newest -> {
                        canvas.load(newest);
                        layers.follow(newest.request().layout());
                        legend.largest(WeightLines.largest(newest.request().parameters()));
                    });
            stale = true;
        }
        if (stale) {
            draw();
        }
    }

    @Override
    public void close() {
        model.close();
    }

    /// The current layout.
    Optional<DiagramLayout> drawn() {
        return model.picture().map(shown -> shown.request().layout());
    }

    private void draw() {
        stale = false;
        model.picture()
                .ifPresent(newest -> {
                    Optional<DiagramElement> element = model.targetProperty().get();
                    canvas.pin(pinned.get());
                    canvas.draw(newest, element);
                    if (element.isPresent() && !editor.isOpen()) {
                        card.show(newest, element.get());
                    } else {
                        card.setVisible(false);
                    }
                });
    }

    private void restyle() {
        model.themeProperty().set(style.theme());
        stale = true;
    }

    private void targetChanged() {
        stale = true;
        boolean number =
                model.targetProperty()
                        .get()
                        .filter(DiagramElement.Parameter.class::isInstance)
                        .isPresent();
        board.setCursor(number ? Cursor.HAND : Cursor.DEFAULT);
        model.picture()
                .ifPresent(newest ->
                        model.targetProperty()
                                .get()
                                .ifPresent(element ->
                                        board.setAccessibleText(
                                                switch (element) {
                                                    case DiagramElement.Unit unit ->
                                                            labels.unit(newest.request(), unit);
                                                    case DiagramElement.Parameter(
                                                                    ParameterPlace place) ->
                                                            labels.number(newest.request(), place)
                                                                    + ": "
                                                                    + Numbers.number(
                                                                            model.value(place));
                                                })));
    }

    private void listen() {
        board.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        board.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        board.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        board.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        board.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && !editor.isOpen() && !board.isHover()) {
                        model.pointAt(Optional.empty());
                    }
                });
    }

    private void moved(MouseEvent event) {
        if (!editor.isOpen()) {
            model.pointAt(event.getX(), event.getY());
        }
    }

    private void leave() {
        if (!editor.isOpen()) {
            model.pointAt(Optional.empty());
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY
                || (event.getTarget() instanceof Node node && isIn(node, editor))) {
            return;
        }
        event.consume(); // otherwise the tab pane takes the focus, which closes the editor
        editor.close();
        board.requestFocus();
        model.pointAt(event.getX(), event.getY());
        if (model.targetProperty()
                .get()
                .filter(DiagramElement.Parameter.class::isInstance)
                .isPresent()) {
            edit();
        } else {
            pin();
        }
    }

    /// Pins the highlighted input or hidden unit, or unpins it; an output brings the output back.
    private void pin() {
        Optional<UnitRequest> request =
                model.picture().map(UnitPicture::request).filter(now -> !now.isPictures());
        if (request.isPresent()
                && model.targetProperty().get().orElse(null) instanceof DiagramElement.Unit unit) {
            boolean output = unit.column() == request.get().layout().columns() - 1;
            UnitFields.Place place =
                    new UnitFields.Place(
                            unit.column(), unit.index(), labels.unit(request.get(), unit));
            pinned.set(
                    output || pinned.get().equals(Optional.of(place))
                            ? Optional.empty()
                            : Optional.of(place));
        }
    }

    private static boolean isIn(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    private void key(KeyEvent event) {
        if (editor.isOpen()) {
            return;
        }
        boolean numbers = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> model.walk(-1, 0);
            case RIGHT -> model.walk(1, 0);
            case UP -> walk(numbers, -1);
            case DOWN -> walk(numbers, 1);
            case ENTER -> edit();
            case P -> pin();
            case ESCAPE -> model.pointAt(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(boolean numbers, int steps) {
        if (numbers) {
            model.walkNumbers(steps);
        } else {
            model.walk(0, steps);
        }
    }

    private void edit() {
        model.editable()
                .ifPresent(place ->
                        model.picture()
                                .ifPresent(newest -> {
                                    model.pointAt(Optional.of(new DiagramElement.Parameter(place)));
                                    card.show(newest, new DiagramElement.Parameter(place));
                                    card.setVisible(false);
                                    editor.open(
                                            place,
                                            labels.number(newest.request(), place),
                                            model.value(place));
                                    editor.relocate(
                                            Math.clamp(
                                                    card.getLayoutX(),
                                                    0,
                                                    Math.max(
                                                            0,
                                                            board.getWidth() - editor.getWidth())),
                                            Math.clamp(
                                                    card.getLayoutY(),
                                                    0,
                                                    Math.max(
                                                            0,
                                                            board.getHeight()
                                                                    - editor.getHeight())));
                                    stale = true;
                                }));
    }

    private void editorClosed() {
        stale = true;
        board.requestFocus();
    }

    /// The legend of colors, line widths and squares; wraps if necessary.
    private static final class NetworkLegend extends FlowPane {
        private final Label largest = new Label();

        NetworkLegend() {
            setId("network-legend");
            getStyleClass().add("network-legend");
            largest.setId("network-largest");
            largest.getStyleClass().add("network-largest");
            getChildren()
                    .addAll(
                            entry(
                                    "network-swatch-negative",
                                    new Label(Messages.text("network.legend.negative"))),
                            entry(
                                    "network-swatch-positive",
                                    new Label(Messages.text("network.legend.positive"))),
                            entry("network-swatch-wide", largest),
                            entry(
                                    "network-swatch-bias",
                                    new Label(Messages.text("network.legend.bias"))));
        }

        private static HBox entry(String styleClass, Label label) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("network-swatch", styleClass);
            HBox entry = new HBox(swatch, label);
            entry.getStyleClass().add("network-legend-entry");
            return entry;
        }

        /// The absolute weight that is drawn widest.
        void largest(double weight) {
            largest.setText(Messages.text("network.legend.width", Numbers.number(weight)));
        }
    }
}
