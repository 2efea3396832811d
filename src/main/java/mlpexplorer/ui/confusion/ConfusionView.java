package mlpexplorer.ui.confusion;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.ConfusionMatrix;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.confusion.ConfusionViewModel.Confusion;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ToggleRow;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.workbench.ConfusionCell;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The confusion matrix of the training, validation or test part, live, with precision, recall and
/// F1 of each class. Hovering over a cell or moving to it with the arrow keys describes it; a click
/// or Enter selects its rows.
///
/// Call [#pulse] once per pulse; it does nothing while the pane is hidden. Call [#close] at the
/// end.
public final class ConfusionView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            ConfusionView.class.getResource("/mlpexplorer/ui/confusion.css"),
                            "confusion.css is missing")
                    .toExternalForm();
    private static final double TABLE_ROW = 20;
    private static final double TABLE_HEAD = 28;
    private static final int MAX_TABLE_ROWS = 10;

    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private final Jobs jobs = new BackgroundJobs("confusion", 1);
    private final ConfusionViewModel model;
    private final MatrixCanvas matrix = new MatrixCanvas();
    private final ClassTable table = new ClassTable();
    private final Label accuracy = new Label();
    private final Label reading = new Label();
    private final HBox toolbar = new HBox();
    private final VBox picture;
    private Optional<MatrixCanvas.Cell> cell = Optional.empty();

    public ConfusionView(Workbench workbench) {
        model = new ConfusionViewModel(workbench, jobs);
        Theme.observed(this).subscribe(matrix::theme);
        accuracy.setId("confusion-accuracy");
        accuracy.setWrapText(true);
        accuracy.setMinHeight(USE_PREF_SIZE);
        reading.setId("confusion-reading");
        reading.getStyleClass().add("confusion-reading");
        reading.setMaxWidth(Double.MAX_VALUE);
        picture = new VBox(heading(), matrix, reading, table);
        picture.getStyleClass().add("confusion-picture");
        setId("confusion-view");
        getStyleClass().add("confusion-view");
        getStylesheets().add(STYLESHEET);
        setVgrow(matrix, Priority.ALWAYS);
        setVgrow(picture, Priority.ALWAYS);
        getChildren().add(picture);
        listen();
        model.confusionProperty().addListener((_, _, newest) -> newest.ifPresent(this::show));
        model.selectedProperty().subscribe(matrix::select);
    }

    /// Whether the test part is hidden.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// The selected cell, whose rows are shown beside the matrix; none while the pane is hidden.
    public ReadOnlyObjectProperty<Optional<ConfusionCell>> selectedProperty() {
        return model.selectedProperty();
    }

    private void leaveTest(boolean hidden, ToggleButton validation) {
        if (hidden && model.partProperty().get() == Part.TEST) {
            validation.fire();
        }
    }

    private HBox heading() {
        ToggleRow<Part> parts =
                new ToggleRow<>(
                        List.of(Part.values()),
                        ConfusionView::caption,
                        model.partProperty(),
                        model::choose);
        parts.getStyleClass().addAll("confusion-parts", "no-picture");
        Tooltips.disableWhile(
                parts.button(Part.TEST), testHidden, Messages.text("confusion.part.TEST.locked"));
        testHidden.addListener((_, _, hidden) -> leaveTest(hidden, parts.button(Part.VALIDATION)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toolbar.getStyleClass().addAll("confusion-toolbar", "no-picture");
        HBox heading = new HBox(parts, accuracy, gap, toolbar);
        heading.getStyleClass().addAll("confusion-heading", "picture-title");
        return heading;
    }

    private static ControlLabel caption(Part part) {
        String key = "confusion.part." + part;
        return ControlLabel.of(key, "confusion-" + part.key());
    }

    /// The right end of the heading, for buttons.
    public HBox toolbar() {
        return toolbar;
    }

    /// Matrix and table as a picture to save.
    public Node picture() {
        return picture;
    }

    /// Pixels per unit of length: set it to the scale of a snapshot before taking it, and back to 1
    /// afterward.
    public void density(double density) {
        matrix.density(density);
    }

    /// Updates the matrix. Call once per pulse.
    @Override
    public void pulse(long now) {
        if (Visibility.now(this)) {
            model.pulse(now);
        } else {
            model.clearSelection();
        }
    }

    @Override
    public void close() {
        jobs.close();
    }

    private void show(Confusion newest) {
        ConfusionMatrix counts = newest.matrix();
        List<String> names = newest.classNames();
        cell = cell.filter(at -> Math.max(at.truth(), at.predicted()) < counts.classes());
        matrix.show(counts, names);
        table.show(counts, names);
        double height = TABLE_HEAD + TABLE_ROW * Math.min(MAX_TABLE_ROWS, counts.classes()) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        accuracy.setText(
                counts.total() == 0
                        ? Messages.text("confusion.none")
                        : Messages.text(
                                "confusion.accuracy",
                                Numbers.percent(counts.accuracy()),
                                counts.correct(),
                                counts.total()));
        read();
    }

    private void listen() {
        matrix.setId("confusion-matrix");
        matrix.setFocusTraversable(true);
        matrix.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        matrix.setAccessibleText(Messages.text("confusion.title"));
        matrix.setAccessibleHelp(Messages.text("confusion.help"));
        matrix.getStyleClass().add("confusion-matrix");
        matrix.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> point(matrix.cellAt(event.getX(), event.getY())));
        matrix.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
        matrix.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    matrix.requestFocus();
                    event.consume(); // otherwise the tab pane takes the focus
                });
        matrix.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> select(matrix.cellAt(event.getX(), event.getY())));
        matrix.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> walk(0, -1);
            case RIGHT -> walk(0, 1);
            case UP -> walk(-1, 0);
            case DOWN -> walk(1, 0);
            case ENTER -> select(cell);
            case ESCAPE -> {
                point(Optional.empty());
                model.clearSelection();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(int down, int across) {
        model.confusionProperty()
                .get()
                .ifPresent(known -> {
                    int last = known.matrix().classes() - 1;
                    point(
                            Optional.of(
                                    cell.map(at ->
                                                    new MatrixCanvas.Cell(
                                                            Math.clamp(at.truth() + down, 0, last),
                                                            Math.clamp(
                                                                    at.predicted() + across,
                                                                    0,
                                                                    last)))
                                            .orElse(new MatrixCanvas.Cell(0, 0))));
                });
    }

    private void select(Optional<MatrixCanvas.Cell> wanted) {
        wanted.ifPresent(at -> model.select(at.truth(), at.predicted()));
    }

    private void point(Optional<MatrixCanvas.Cell> wanted) {
        cell = wanted;
        read();
    }

    private void read() {
        matrix.mark(cell);
        reading.setText(
                model.confusionProperty()
                        .get()
                        .flatMap(known -> cell.map(at -> message(known, at)))
                        .orElse(""));
        matrix.setAccessibleText(
                reading.getText().isEmpty() ? Messages.text("confusion.title") : reading.getText());
    }

    private static String message(Confusion known, MatrixCanvas.Cell at) {
        List<String> names = known.classNames();
        return Messages.text(
                at.truth() == at.predicted()
                        ? "confusion.reading.right"
                        : "confusion.reading.wrong",
                names.get(at.truth()),
                names.get(at.predicted()),
                known.matrix().count(at.truth(), at.predicted()),
                known.matrix().rowsOf(at.truth()),
                Numbers.percent(known.matrix().rowFraction(at.truth(), at.predicted())));
    }

    /// Rows, precision, recall and F1 of each class; a click on a heading sorts.
    private static final class ClassTable extends TableView<ClassTable.Line> {
        private static final double NAME_WIDTH = 100;
        private static final double NUMBER_WIDTH = 78;

        /// One class.
        record Line(int label, String name, int rows, double precision, double recall, double f1) {}

        ClassTable() {
            setId("confusion-table");
            getStyleClass().add("confusion-table");
            setAccessibleText(Messages.text("confusion.table"));
            setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
            setPlaceholder(new Label(""));
            TableColumn<Line, Line> name =
                    column("class", Comparator.comparingInt(Line::label), Line::name);
            name.setPrefWidth(NAME_WIDTH);
            name.getStyleClass().add("confusion-name");
            getColumns().add(name);
            getColumns()
                    .add(
                            column(
                                    "rows",
                                    Comparator.comparingInt(Line::rows),
                                    line -> Numbers.count(line.rows())));
            getColumns().add(ratio("precision", Line::precision));
            getColumns().add(ratio("recall", Line::recall));
            getColumns().add(ratio("f1", Line::f1));
        }

        private static TableColumn<Line, Line> ratio(String key, ToDoubleFunction<Line> value) {
            return column(
                    key,
                    Comparator.comparingDouble(value),
                    line -> Numbers.fixed(value.applyAsDouble(line), 3));
        }

        private static TableColumn<Line, Line> column(
                String key, Comparator<Line> order, Function<Line, String> content) {
            TableColumn<Line, Line> column = new TableColumn<>();
            Label heading = new Label(Messages.text("confusion." + key));
            Tooltips.explain(heading, Messages.text("confusion." + key + ".tip"));
            column.setGraphic(heading);
            column.setId("confusion-" + key);
            column.setReorderable(false);
            column.setPrefWidth(NUMBER_WIDTH);
            column.setComparator(order);
            column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
            column.setCellFactory(_ ->
                    new TableCell<>() {
                        @Override
                        protected void updateItem(Line line, boolean empty) {
                            super.updateItem(line, empty);
                            setText(empty || line == null ? "" : content.apply(line));
                        }
                    });
            return column;
        }

        /// Shows new values in the selected sort order.
        void show(ConfusionMatrix matrix, List<String> names) {
            List<Line> lines =
                    IntStream.range(0, matrix.classes())
                            .mapToObj(c ->
                                    new Line(
                                            c,
                                            names.get(c),
                                            matrix.rowsOf(c),
                                            matrix.precision(c),
                                            matrix.recall(c),
                                            matrix.f1(c)))
                            .sorted(
                                    getComparator() == null
                                            ? Comparator.comparingInt(Line::label)
                                            : getComparator())
                            .toList();
            if (!getItems().equals(lines)) {
                getItems().setAll(lines);
            }
        }
    }
}
