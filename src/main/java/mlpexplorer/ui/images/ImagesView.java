package mlpexplorer.ui.images;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ToggleRow;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.images.SheetMaker.ImageSheet;
import mlpexplorer.ui.images.SheetMaker.SheetSpec.Kind;
import mlpexplorer.ui.workbench.ConfusionCell;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Replaces the boundary for image data: first-layer weights as images, the worst mistakes, or a
/// gallery of the training part. Hovering over an image or moving to it with the arrow keys
/// describes it.
///
/// Call [#pulse] once per pulse; it does nothing while the pane is hidden. Call [#close] at the
/// end.
public final class ImagesView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            ImagesView.class.getResource("/mlpexplorer/ui/images.css"),
                            "images.css is missing")
                    .toExternalForm();
    private static final int EVERY_CLASS = -1;

    private final Jobs jobs = new BackgroundJobs("images", 1);
    private final ImagesViewModel model;
    private final SheetCanvas canvas = new SheetCanvas();
    private final ScaleBar bar = new ScaleBar();
    private final Label note = new Label();
    private final Label reading = new Label();
    private final HBox toolbar = new HBox();
    private final ComboBox<Integer> classes = new ComboBox<>();
    private final VBox picture;
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private Optional<Integer> pointed = Optional.empty();

    public ImagesView(Workbench workbench) {
        model = new ImagesViewModel(workbench, jobs);
        model.themeProperty().bind(Theme.observed(this));
        model.themeProperty().subscribe(bar::theme);
        note.setId("images-note");
        reading.setId("images-reading");
        reading.getStyleClass().add("images-reading");
        picture = new VBox(heading(), options(), scrolled(), new HBox(bar, reading));
        picture.getChildren().getLast().getStyleClass().add("images-foot");
        picture.getStyleClass().add("images-picture");
        setVgrow(picture, Priority.ALWAYS);
        setId("images-view");
        getStyleClass().add("images-view");
        getStylesheets().add(STYLESHEET);
        getChildren().add(picture);
        listen();
        testHidden.addListener((_, _, hidden) -> {
            if (hidden) {
                model.partProperty().set(Part.VALIDATION);
            }
        });
        model.sheetProperty().subscribe(newest -> newest.ifPresentOrElse(this::show, this::clear));
        model.picturesProperty().subscribe(data -> data.ifPresent(this::offerClasses));
    }

    private HBox heading() {
        ToggleRow<Kind> kinds =
                new ToggleRow<>(
                        List.of(Kind.values()),
                        kind ->
                                caption(
                                        "images.kind." + kind,
                                        "images-" + kind.name().toLowerCase(Locale.ROOT)),
                        model.kindProperty(),
                        model.kindProperty()::set);
        kinds.getStyleClass().addAll("images-kinds", "no-picture");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toolbar.getStyleClass().add("no-picture");
        HBox heading = new HBox(kinds, gap, toolbar);
        heading.getStyleClass().add("images-heading");
        return heading;
    }

    /// The options of the displayed sheet and a note about it.
    private HBox options() {
        CheckBox ownScale =
                ControlLabel.of("images.own-scale", "images-own-scale")
                        .describe(new CheckBox(Messages.text("images.own-scale")));
        ownScale.selectedProperty().bindBidirectional(model.ownScaleProperty());
        ToggleRow<Part> parts =
                new ToggleRow<>(
                        List.of(Part.VALIDATION, Part.TEST),
                        part -> caption("images.part." + part, "images-part-" + part.key()),
                        model.partProperty(),
                        model.partProperty()::set);
        Tooltips.disableWhile(
                parts.button(Part.TEST), testHidden, Messages.text("images.part.TEST.locked"));
        ControlLabel.of("images.class", "images-class").describe(classes);
        classes.setConverter(new ChoiceConverter<>(this::className));
        classes.valueProperty()
                .addListener((_, _, label) ->
                        model.labelProperty()
                                .set(
                                        Optional.ofNullable(label)
                                                .filter(chosen -> chosen != EVERY_CLASS)));
        HBox options = new HBox(ownScale, parts, classes, note);
        options.getStyleClass().add("images-options");
        for (Node option : List.of(ownScale, parts, classes)) {
            option.getStyleClass().add("no-picture");
        }
        showOnlyFor(ownScale, Kind.WEIGHTS);
        parts.visibleProperty()
                .bind(
                        model.kindProperty()
                                .isEqualTo(Kind.MISTAKES)
                                .and(
                                        BooleanExpression.booleanExpression(
                                                model.cellProperty().map(Optional::isEmpty))));
        parts.managedProperty().bind(parts.visibleProperty());
        showOnlyFor(classes, Kind.GALLERY);
        return options;
    }

    private static ControlLabel caption(String key, String id) {
        return ControlLabel.of(key, id);
    }

    private void showOnlyFor(Node node, Kind kind) {
        node.visibleProperty().bind(model.kindProperty().isEqualTo(kind));
        node.managedProperty().bind(node.visibleProperty());
    }

    private ScrollPane scrolled() {
        ScrollPane scroll = new ScrollPane(canvas);
        scroll.setId("images-scroll");
        scroll.getStyleClass().add("images-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.viewportBoundsProperty().addListener((_, _, view) -> canvas.room(view.getHeight()));
        setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// Whether the data consists of images.
    public BooleanExpression hasPictures() {
        return model.hasPictures();
    }

    /// Whether the test part is hidden.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// Shows the images of a cell of the confusion matrix instead of all errors.
    public void follow(ObservableValue<Optional<ConfusionCell>> cell) {
        cell.subscribe(wanted -> {
            if (wanted.isPresent()) {
                model.kindProperty().set(Kind.MISTAKES);
            }
            model.cellProperty().set(wanted);
        });
    }

    /// The right end of the heading, for buttons.
    public HBox toolbar() {
        return toolbar;
    }

    /// The sheet with its note and legend as a picture to save.
    public Node picture() {
        return picture;
    }

    /// Pixels per unit of length: set it to the scale of a snapshot before taking it, and back to 1
    /// afterward.
    public void density(double density) {
        canvas.density(density);
    }

    /// Updates the sheet. Call once per pulse.
    @Override
    public void pulse(long now) {
        if (Visibility.now(this)) {
            model.pulse(now);
        }
    }

    @Override
    public void close() {
        jobs.close();
    }

    private void show(ImageSheet sheet) {
        canvas.show(sheet);
        note.setText(sheet.note());
        bar.show(sheet.largest());
        bar.setVisible(model.kindProperty().get() == Kind.WEIGHTS);
        read();
    }

    private void clear() {
        canvas.clear();
        note.setText("");
        bar.setVisible(false);
        read();
    }

    private void offerClasses(Dataset data) {
        List<Integer> offered = IntStream.range(EVERY_CLASS, data.classes()).boxed().toList();
        if (!classes.getItems().equals(offered)) {
            classes.getItems().setAll(offered);
            classes.setValue(EVERY_CLASS);
        }
    }

    private String className(int label) {
        return label == EVERY_CLASS
                ? Messages.text("images.class.every")
                : model.picturesProperty()
                        .get()
                        .map(data -> data.classNames().get(label))
                        .orElse("");
    }

    private void listen() {
        canvas.setId("images-sheet");
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText(Messages.text("images.title"));
        canvas.setAccessibleHelp(Messages.text("images.help"));
        canvas.getStyleClass().add("images-sheet");
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> point(canvas.tileAt(event.getX(), event.getY())));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
        canvas.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    canvas.requestFocus();
                    event.consume(); // otherwise the scroll pane takes the focus
                });
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> walk(-1);
            case RIGHT -> walk(1);
            case UP -> walk(-canvas.columns());
            case DOWN -> walk(canvas.columns());
            case ESCAPE -> point(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(int steps) {
        if (canvas.count() > 0) {
            point(
                    Optional.of(
                            pointed.map(at -> Math.clamp(at + steps, 0, canvas.count() - 1))
                                    .orElse(0)));
        }
    }

    private void point(Optional<Integer> tile) {
        pointed = tile;
        read();
    }

    private void read() {
        canvas.mark(pointed);
        Optional<ImageSheet.Tile> tile =
                model.sheetProperty()
                        .get()
                        .flatMap(sheet ->
                                pointed.filter(index -> index < sheet.tiles().size())
                                        .map(index -> sheet.tiles().get(index)));
        reading.setText(tile.map(ImageSheet.Tile::reading).orElse(""));
        canvas.setAccessibleText(
                tile.map(ImageSheet.Tile::reading).orElse(Messages.text("images.title")));
    }

    /// The color scale of the weights, from smallest to largest.
    private static final class ScaleBar extends HBox {
        private static final int WIDTH = 120;
        private static final int HEIGHT = 10;

        private final WritableImage shades = new WritableImage(WIDTH, HEIGHT);
        private final Label low = new Label();
        private final Label high = new Label();

        ScaleBar() {
            setId("images-scale");
            getStyleClass().add("images-scale");
            setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(low, new ImageView(shades), high);
            managedProperty().bind(visibleProperty());
        }

        void theme(Theme theme) {
            ColorRamp ramp = new ClassColors(2, theme).signed();
            for (int x = 0; x < WIDTH; x++) {
                for (int y = 0; y < HEIGHT; y++) {
                    shades.getPixelWriter().setArgb(x, y, ramp.at(x / (WIDTH - 1f)));
                }
            }
        }

        /// @param largest largest absolute weight, or 0 if each image is scaled separately
        void show(double largest) {
            String end =
                    largest > 0 ? Numbers.number(largest) : Messages.text("images.own-scale.end");
            low.setText("−" + end);
            high.setText("+" + end);
        }
    }
}
