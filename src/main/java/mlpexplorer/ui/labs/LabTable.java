package mlpexplorer.ui.labs;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import mlpexplorer.data.io.CsvTable;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import java.util.List;
import java.util.function.Function;

/// A small table of results: as high as its rows, first column left-aligned, the others
/// right-aligned, with CSV export.
final class LabTable<T> extends TableView<T> {
    private static final double ROW = 26;
    private static final double HEAD = 36;
    private static final int MIN_ROWS = 2;

    private final List<Column<T>> columns;
    private Task.Metric metric = Task.Metric.ACCURACY;

    /// @param name texts `labs.column.NAME` and `labs.column.NAME.tip`, for R² with `.r2` after
    ///   NAME where it differs
    /// @param width preferred width in pixels
    /// @param text text of a cell
    /// @param style style class of a cell, or empty
    record Column<T>(
            String name, double width, Function<T, String> text, Function<T, String> style) {

        static <T> Column<T> of(String name, double width, Function<T, String> text) {
            return new Column<>(name, width, text, _ -> "");
        }

        /// The name in the CSV file.
        String csvName(Task.Metric metric) {
            return name.replace("accuracy", metric.key()).replace('-', '_');
        }
    }

    LabTable(String id, List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
        setId(id);
        setAccessibleText(Messages.text("labs.table"));
        getStyleClass().addAll("dense", "lab-table");
        setPlaceholder(new Label());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        for (Column<T> column : columns) {
            getColumns().add(column(column));
        }
        grow(0);
    }

    void show(List<T> rows) {
        getItems().setAll(rows);
        grow(rows.size());
    }

    /// Uses the headings of a metric.
    void metric(Task.Metric now) {
        metric = now;
        for (int i = 0; i < columns.size(); i++) {
            if (getColumns().get(i).getGraphic() instanceof Label heading) {
                explain(heading, columns.get(i));
            }
        }
    }

    private void explain(Label heading, Column<T> column) {
        String key = Messages.variant("labs.column." + column.name(), metric.key());
        heading.setText(Messages.text(key));
        Tooltips.explain(heading, Messages.text(key + ".tip"));
    }

    /// The displayed cells.
    CsvTable csv() {
        return new CsvTable(
                columns.stream().map(column -> column.csvName(metric)).toList(),
                getItems().stream()
                        .map(row ->
                                columns.stream()
                                        .map(column -> column.text().apply(row).replace('−', '-'))
                                        .toList())
                        .toList());
    }

    private void grow(int rows) {
        double height = HEAD + ROW * Math.max(MIN_ROWS, rows) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private TableColumn<T, String> column(Column<T> column) {
        TableColumn<T, String> shown = new TableColumn<>();
        Label heading = new Label();
        explain(heading, column);
        shown.setGraphic(heading);
        shown.setSortable(false);
        shown.setReorderable(false);
        boolean first = getColumns().isEmpty();
        shown.setPrefWidth(column.width());
        shown.setMinWidth(0.8 * column.width());
        shown.getStyleClass().add(first ? "name-column" : "figure-column");
        shown.setCellValueFactory(
                data -> new ReadOnlyStringWrapper(column.text().apply(data.getValue())));
        shown.setCellFactory(_ -> new StyledCell<>(column));
        return shown;
    }

    /// A cell whose style class depends on its row.
    private static final class StyledCell<T> extends TableCell<T, String> {
        private final Column<T> column;

        StyledCell(Column<T> column) {
            this.column = column;
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            getStyleClass().removeAll("good", "bad", "unsure");
            T row = empty ? null : getTableRow().getItem();
            if (row != null && !column.style().apply(row).isEmpty()) {
                getStyleClass().add(column.style().apply(row));
            }
        }
    }
}
