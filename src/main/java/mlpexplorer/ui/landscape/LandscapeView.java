package mlpexplorer.ui.landscape;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ToggleRow;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.field.Landscape;
import mlpexplorer.ui.field.LandscapeChart;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The loss on a plane through weight space, live, with the path of the run and the displayed epoch
/// on it. The mouse or the arrow keys read the loss, the wheel or + and − change the extent.
///
/// Call [#pulse] once per pulse; it does nothing while the pane is hidden. Call [#close] at the
/// end.
public final class LandscapeView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            LandscapeView.class.getResource("/mlpexplorer/ui/landscape.css"),
                            "landscape.css is missing")
                    .toExternalForm();
    private static final List<Double> FACTORS =
            List.of(
                    LossGrid.Extent.MIN_FACTOR,
                    0.03,
                    0.1,
                    0.25,
                    0.5,
                    1.0,
                    2.0,
                    4.0,
                    10.0,
                    30.0,
                    LossGrid.Extent.MAX_FACTOR);
    private static final double STEP = 1 / 40.0;

    private final Jobs jobs = new BackgroundJobs("landscape", 1);
    private final LandscapeViewModel model;
    private final LandscapeChart chart = new LandscapeChart();
    private final Label caption = new Label();
    private final Label reading = new Label();
    private final Label message = new Label();
    private final HBox toolbar = new HBox();
    private final VBox picture;
    private Optional<Point2D> cursor = Optional.empty();

    public LandscapeView(Workbench workbench) {
        model = new LandscapeViewModel(workbench, jobs);
        model.themeProperty().bind(Theme.observed(this));
        message.setId("landscape-message");
        message.getStyleClass().add("landscape-message");
        message.setWrapText(true);
        caption.setId("landscape-caption");
        caption.getStyleClass().add("landscape-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        reading.setId("landscape-reading");
        reading.getStyleClass().add("landscape-reading");
        reading.setMaxWidth(Double.MAX_VALUE);
        StackPane plot = new StackPane(chart, message);
        plot.setMinHeight(0);
        setVgrow(plot, Priority.ALWAYS);
        picture = new VBox(plot, caption);
        picture.getStyleClass().add("landscape-picture");
        setVgrow(picture, Priority.ALWAYS);
        setId("landscape-view");
        getStyleClass().add("landscape-view");
        getStylesheets().add(STYLESHEET);
        getChildren().addAll(controls(), picture, reading);
        listen();
        model.landscapeProperty().addListener((_, _, newest) -> show(newest));
        model.problemProperty().subscribe(message::setText);
        model.shownProperty().addListener((_, _, _) -> mark());
        show(Optional.empty());
    }

    /// The choice of the plane.
    public ObjectProperty<WeightPlane.Kind> kindProperty() {
        return model.kindProperty();
    }

    /// The part whose loss is shown: training or validation.
    public ObjectProperty<Split.Part> partProperty() {
        return model.partProperty();
    }

    /// The size of the visible part relative to the default.
    public ObjectProperty<Double> factorProperty() {
        return model.factorProperty();
    }

    /// The seed of random directions.
    public ObjectProperty<Long> seedProperty() {
        return model.seedProperty();
    }

    /// The displayed landscape, if any.
    public Optional<Landscape> landscape() {
        return model.landscapeProperty().get();
    }

    /// The displayed landscape as a table, see [Landscape#table]; empty if there is none.
    public Optional<CsvTable> table() {
        return landscape()
                .map(known ->
                        known.table(
                                model.partProperty().get() == Split.Part.TRAIN
                                        ? "train_loss"
                                        : "validation_loss"));
    }

    /// Why there is no landscape; empty if there is one.
    public String problem() {
        return model.problemProperty().get();
    }

    /// The right end of the controls, for buttons.
    public HBox toolbar() {
        return toolbar;
    }

    /// Chart and caption as a picture to save.
    public Node picture() {
        return picture;
    }

    /// Sets the pixels per unit of length of the chart.
    public void density(double density) {
        chart.density(density);
    }

    /// Updates the landscape. Call once per pulse.
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

    private FlowPane controls() {
        ComboBox<WeightPlane.Kind> planes =
                box(
                        "plane",
                        List.of(WeightPlane.Kind.values()),
                        kind -> Messages.text("landscape.plane." + kind),
                        model.kindProperty());
        ComboBox<Double> extents =
                box(
                        "extent",
                        FACTORS,
                        factor -> Messages.text("landscape.times", Numbers.exact(factor)),
                        model.factorProperty());
        ToggleRow<Split.Part> parts =
                new ToggleRow<>(
                        List.of(Split.Part.TRAIN, Split.Part.VALIDATION),
                        part -> label("part." + part, part.key()),
                        model.partProperty(),
                        model.partProperty()::set);
        parts.getStyleClass().add("landscape-parts");
        Button reseed =
                IconButtons.icon(
                        Feather.SHUFFLE,
                        label("reseed", "reseed"),
                        () -> model.seedProperty().set(model.seedProperty().get() + 1));
        model.kindProperty()
                .subscribe(kind -> {
                    reseed.setVisible(kind == WeightPlane.Kind.RANDOM);
                    reseed.setManaged(reseed.isVisible());
                });
        FlowPane row = new FlowPane(planes, parts, extents, reseed, toolbar);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("landscape-controls");
        return row;
    }

    private static <T> ComboBox<T> box(
            String name, List<T> choices, Function<T, String> words, ObjectProperty<T> chosen) {
        ComboBox<T> box = label(name, name).describe(new ComboBox<>());
        box.getItems().setAll(choices);
        box.setConverter(new ChoiceConverter<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static ControlLabel label(String key, String id) {
        return ControlLabel.of("landscape." + key, "landscape-" + id);
    }

    private void show(Optional<Landscape> newest) {
        boolean line = newest.filter(known -> known.grid().rows() == 1).isPresent();
        chart.show(
                newest,
                Messages.text(line ? "landscape.axis.line" : "landscape.axis.x"),
                Messages.text(line ? "landscape.axis.loss" : "landscape.axis.y"));
        message.setVisible(newest.isEmpty());
        caption.setText(newest.map(this::caption).orElse(""));
        mark();
    }

    private String caption(Landscape known) {
        WeightPlane plane = known.plane();
        String what =
                switch (plane.kind()) {
                    case PRINCIPAL ->
                            Messages.text(
                                    "landscape.caption.PRINCIPAL",
                                    Numbers.percent(plane.acrossShare()),
                                    Numbers.percent(plane.upShare()));
                    case RANDOM -> Messages.text("landscape.caption.RANDOM");
                    case LINE -> Messages.text("landscape.caption.LINE");
                };
        boolean all = known.rows() == known.request().samples().rows();
        return what
                + " "
                + (all
                        ? ""
                        : Messages.text(
                                "landscape.caption.rows",
                                Numbers.count(known.rows()),
                                Numbers.count(known.request().samples().rows())));
    }

    private void mark() {
        chart.mark(
                model.shownProperty()
                        .get()
                        .map(at ->
                                isLine()
                                        ? new WeightPlane.Place(at.place().x(), at.loss())
                                        : at.place()));
        read();
    }

    private boolean isLine() {
        return landscape().filter(known -> known.grid().rows() == 1).isPresent();
    }

    private void read() {
        String text =
                cursor.flatMap(at -> landscape().map(known -> known.reading(at)))
                        .or(() ->
                                model.shownProperty()
                                        .get()
                                        .map(now ->
                                                Messages.text(
                                                        "landscape.reading.epoch",
                                                        Numbers.count(now.epoch()),
                                                        Numbers.loss(now.loss()))))
                        .orElse("");
        reading.setText(text);
        chart.setAccessibleText(Messages.text("landscape.title") + " " + text);
    }

    private void listen() {
        chart.setId("landscape-chart");
        chart.setFocusTraversable(true);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.setAccessibleHelp(Messages.text("landscape.help"));
        chart.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> point(chart.placeAt(event.getX(), event.getY())));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
        chart.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    chart.requestFocus();
                    event.consume(); // otherwise the tab pane takes the focus
                });
        chart.addEventHandler(
                ScrollEvent.SCROLL,
                event -> {
                    zoom(event.getDeltaY() > 0 ? -1 : event.getDeltaY() < 0 ? 1 : 0);
                    event.consume();
                });
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> walk(-STEP, 0);
            case RIGHT -> walk(STEP, 0);
            case UP -> walk(0, STEP);
            case DOWN -> walk(0, -STEP);
            case ESCAPE -> point(Optional.empty());
            case PLUS, EQUALS, ADD -> zoom(-1);
            case MINUS, SUBTRACT -> zoom(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(double across, double up) {
        Point2D from = cursor.orElse(new Point2D(0.5, 0.5));
        point(
                Optional.of(
                        new Point2D(
                                Math.clamp(from.getX() + across, 0, 1),
                                Math.clamp(from.getY() + up, 0, 1))));
    }

    private void zoom(int steps) {
        int at = FACTORS.indexOf(model.factorProperty().get()) + steps;
        model.factorProperty().set(FACTORS.get(Math.clamp(at, 0, FACTORS.size() - 1)));
    }

    private void point(Optional<Point2D> place) {
        cursor = place;
        chart.cursor(place);
        read();
    }
}
