package mlpexplorer.ui.sweep;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The cells as rows of a sortable table.
final class SweepTableView implements ResultView {
    private static final List<SweepMeasure> COLUMNS =
            List.of(
                    SweepMeasure.TRAIN_ACCURACY,
                    SweepMeasure.VALIDATION_ACCURACY,
                    SweepMeasure.TEST_ACCURACY,
                    SweepMeasure.VALIDATION_LOSS,
                    SweepMeasure.BEST_VALIDATION_ACCURACY,
                    SweepMeasure.EPOCHS,
                    SweepMeasure.SECONDS);
    private static final double WIDTH = 102;
    private static final double NARROW = 80;

    private final CellGrid.Actions actions;
    private final TableView<SweepCell> table = new TableView<>();
    private Optional<SweepViewState> shown = Optional.empty();
    private boolean showing;
    private boolean testHidden;

    SweepTableView(CellGrid.Actions actions) {
        this.actions = actions;
        table.setId("sweep-table");
        table.setAccessibleText(Messages.text("sweep.view.table"));
        table.getStyleClass().addAll("sweep-table", "dense");
        table.setPlaceholder(new Label(""));
        table.setRowFactory(_ -> row());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, cell) -> {
                    if (cell != null && !showing) {
                        actions.select(cell.index());
                    }
                });
        table.setOnKeyPressed(event -> {
            SweepCell cell = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && cell != null) {
                actions.open(cell.index());
                event.consume();
            }
        });
    }

    private TableRow<SweepCell> row() {
        TableRow<SweepCell> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                actions.open(row.getItem().index());
            }
        });
        return row;
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public Region node() {
        return table;
    }

    @Override
    public boolean compares() {
        return false;
    }

    @Override
    public void show(SweepViewState now) {
        showing = true;
        testHidden = now.testHidden();
        boolean same = now.isOfSameSweep(shown);
        if (!same) {
            layOut(now);
        }
        if (!same || shown.filter(before -> before.table() == now.table()).isEmpty()) {
            List<TableColumn<SweepCell, ?>> order = List.copyOf(table.getSortOrder());
            table.getItems().setAll(now.cells());
            table.getSortOrder().setAll(order);
            table.sort();
        }
        table.getItems().stream()
                .filter(cell -> cell.index() == now.selected())
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
        shown = Optional.of(now);
        showing = false;
    }

    private void layOut(SweepViewState now) {
        table.getSortOrder().clear();
        table.getColumns().clear();
        for (int axis = 0; axis < now.table().sweep().axes().size(); axis++) {
            table.getColumns().add(axisColumn(now.plane(), axis));
        }
        TableColumn<SweepCell, Integer> runs =
                column(
                        "sweep.column.runs",
                        cell -> cell.rows().size(),
                        Comparator.<Integer>naturalOrder(),
                        Numbers::count);
        TableColumn<SweepCell, Integer> diverged =
                column(
                        "sweep.column.diverged",
                        SweepCell::diverged,
                        Comparator.<Integer>naturalOrder(),
                        Numbers::count);
        table.getColumns().add(runs);
        table.getColumns().add(diverged);
        for (SweepMeasure measure : COLUMNS) {
            TableColumn<SweepCell, Spread> column =
                    column(
                            "sweep.column." + measure.name(),
                            cell -> cell.spread(measure),
                            Comparator.comparingDouble(Spread::mean),
                            spread ->
                                    hidden(measure)
                                            ? Messages.text("sweep.locked")
                                            : MetricText.text(
                                                    measure, now.table().metric(), spread));
            column.setPrefWidth(
                    measure.isShare() || measure == SweepMeasure.VALIDATION_LOSS ? WIDTH : NARROW);
            table.getColumns().add(column);
        }
    }

    private boolean hidden(SweepMeasure measure) {
        return testHidden && measure.isTest();
    }

    private static TableColumn<SweepCell, Integer> axisColumn(GridLayout layout, int axis) {
        Function<SweepCell, Integer> place =
                cell -> axis == 0 ? layout.column(cell.index()) : layout.row(cell.index());
        TableColumn<SweepCell, Integer> column = new TableColumn<>(layout.axisTitle(axis));
        fill(column, place, Comparator.naturalOrder(), index -> layout.axisValues(axis).get(index));
        column.setPrefWidth(WIDTH);
        return column;
    }

    private static <T> TableColumn<SweepCell, T> column(
            String key,
            Function<SweepCell, T> value,
            Comparator<T> order,
            Function<T, String> description) {
        TableColumn<SweepCell, T> column = new TableColumn<>(Messages.text(key));
        fill(column, value, order, description);
        column.setPrefWidth(NARROW);
        return column;
    }

    private static <T> void fill(
            TableColumn<SweepCell, T> column,
            Function<SweepCell, T> value,
            Comparator<T> order,
            Function<T, String> description) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setComparator(order);
        column.getStyleClass().add("sweep-number-column");
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(T item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? "" : description.apply(item));
                    }
                });
    }
}
