package mlpexplorer.ui.confusion;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import mlpexplorer.nn.ConfusionMatrix;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Rows, precision, recall and F1 of each class; a click on a heading sorts.
final class ClassTable extends TableView<ClassTable.Line> {
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
            String key, Comparator<Line> order, Function<Line, String> words) {
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
                        setText(empty || line == null ? "" : words.apply(line));
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
