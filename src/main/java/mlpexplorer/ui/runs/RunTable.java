package mlpexplorer.ui.runs;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import javafx.util.Callback;

import mlpexplorer.experiment.store.RunLabel;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The table of runs. The selection follows the runs when the list changes; the view model sorts.
final class RunTable extends TableView<RunSummary> {
    private static final double ROW = 28;
    private static final int FIRST_DELTA = 6;
    private static final double MIN_NAME = 140;
    private static final double MAX_NAME = 300;

    /// The vertical scroll bar and the border.
    private static final double EDGE = 16;

    /// A list shorter by this factor is considered new and scrolls to the top.
    private static final int PAGE = 100;

    private static final PseudoClass BASELINE = PseudoClass.getPseudoClass("baseline");

    private final RunsViewModel model;
    private final TableColumn<RunSummary, RunSummary> name;
    private final ReadOnlyObjectWrapper<List<RunSummary>> selected =
            new ReadOnlyObjectWrapper<>(List.of());
    private final List<TableColumn<RunSummary, RunSummary>> deltas;
    private boolean refilling;
    private boolean startedReplaced;

    RunTable(RunsViewModel model, Runnable onOpen) {
        this.model = model;
        setId("runs-table");
        setAccessibleText(Messages.text("runs.table"));
        getStyleClass().addAll("dense", "runs-table");
        setPlaceholder(new Label(Messages.text("runs.empty")));
        setFixedCellSize(ROW);
        setEditable(true);
        setTableMenuButtonVisible(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        RunColumns columns = new RunColumns(model);
        deltas = columns.deltas();
        name = column("name", 172, _ -> new NameCell(model));
        name.setComparator(Comparator.comparing(RunSummary::title, String.CASE_INSENSITIVE_ORDER));
        getColumns()
                .addAll(
                        List.of(
                                icon("color", _ -> new SwatchCell(model)),
                                icon("pin", _ -> new PinCell(model)),
                                columns.number(),
                                name));
        getColumns().addAll(columns.plain());
        getColumns().addAll(FIRST_DELTA, deltas);
        deltas.forEach(column -> column.setVisible(false));
        setRowFactory(_ -> row(onOpen));
        widthProperty().addListener(_ -> fitColumns());
        setSortPolicy(_ -> sort(getSortOrder()));
        getItems().setAll(model.shownProperty().get());
        model.shownProperty().addListener((_, _, runs) -> refill(runs));
        model.shownProperty().subscribe(_ -> nameColumns());
        model.baselineProperty()
                .addListener((_, _, base) -> {
                    deltas.forEach(column -> column.setVisible(base.isPresent()));
                    fitColumns();
                    refresh();
                });
        model.baselineProperty().addListener((_, _, _) -> nameColumns());
        model.testHiddenProperty().addListener((_, _, _) -> refresh());
        getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<RunSummary>) _ -> selectionChanged());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.delete(selected.get());
            } else if (event.getCode() == KeyCode.ENTER && getEditingCell() == null) {
                onOpen.run();
            }
        });
    }

    /// Gives the names the width that the other columns leave. If the columns of the baseline leave
    /// too little, they replace the start time.
    private void fitColumns() {
        TableColumn<RunSummary, ?> started =
                getColumns().stream()
                        .filter(column -> RunColumns.STARTED.equals(column.getId()))
                        .findFirst()
                        .orElseThrow();
        boolean baseline = deltas.stream().anyMatch(TableColumn::isVisible);
        if (startedReplaced && (!baseline || room() - started.getWidth() >= MIN_NAME)) {
            started.setVisible(true);
            startedReplaced = false;
        } else if (baseline && room() < MIN_NAME && started.isVisible()) {
            started.setVisible(false);
            startedReplaced = true;
        }
        name.setPrefWidth(Math.clamp(room(), MIN_NAME, MAX_NAME));
    }

    private double room() {
        return getWidth()
                - EDGE
                - getVisibleLeafColumns().stream()
                        .filter(column -> column != name)
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
    }

    /// Differences are in the unit of the baseline.
    private void nameColumns() {
        String all = RunText.metric(model.shownProperty().get());
        String differences =
                model.baselineProperty()
                        .get()
                        .map(base -> base.factors().metric().key())
                        .orElse(all);
        for (TableColumn<RunSummary, ?> column : getColumns()) {
            if (column instanceof RunColumns.RunColumn named) {
                named.metric(deltas.contains(column) ? differences : all);
            }
        }
    }

    /// The selected runs, in the order of the table.
    ReadOnlyObjectWrapper<List<RunSummary>> selectedProperty() {
        return selected;
    }

    void select(RunSummary run) {
        getSelectionModel().clearSelection();
        getSelectionModel().select(run);
        scrollTo(run);
    }

    private void refill(List<RunSummary> runs) {
        if (getEditingCell() != null) {
            return;
        }
        Set<Long> before = selected.get().stream().map(RunSummary::id).collect(Collectors.toSet());
        refilling = true;
        ObservableList<RunSummary> items = getItems();
        boolean same =
                items.size() == runs.size()
                        && IntStream.range(0, runs.size())
                                .allMatch(i -> items.get(i).id() == runs.get(i).id());
        if (same) {
            for (int i = 0; i < runs.size(); i++) {
                if (!items.get(i).equals(runs.get(i))) {
                    items.set(i, runs.get(i));
                }
            }
        } else {
            if (items.size() - runs.size() > PAGE) {
                scrollTo(0);
            }
            // Replacing the items would reset the sort order.
            items.setAll(runs);
        }
        getSelectionModel().clearSelection();
        reselect(runs, before);
        refilling = false;
        selectionChanged();
    }

    private void reselect(List<RunSummary> runs, Set<Long> before) {
        int[] again =
                before.isEmpty()
                        ? new int[0]
                        : IntStream.range(0, runs.size())
                                .filter(i -> before.contains(runs.get(i).id()))
                                .toArray();
        if (again.length > 0) {
            // Selecting thousands one by one takes a third of a second.
            getSelectionModel().selectIndices(again[0], again);
        }
    }

    private void selectionChanged() {
        if (!refilling) {
            selected.set(
                    getSelectionModel().getSelectedIndices().stream()
                            .sorted()
                            .filter(i -> i >= 0 && i < getItems().size())
                            .map(getItems()::get)
                            .toList());
        }
    }

    /// Accepts immediately; the sorted list arrives asynchronously.
    private boolean sort(List<TableColumn<RunSummary, ?>> by) {
        Comparator<RunSummary> order =
                by.stream()
                        .map(RunTable::order)
                        .reduce(Comparator::thenComparing)
                        .map(known -> known.thenComparing(RunsViewModel.NEWEST_FIRST))
                        .orElse(RunsViewModel.NEWEST_FIRST);
        model.orderProperty().set(order);
        return true;
    }

    @SuppressWarnings("unchecked")
    private static Comparator<RunSummary> order(TableColumn<RunSummary, ?> column) {
        Comparator<RunSummary> order =
                ((TableColumn<RunSummary, RunSummary>) column).getComparator();
        return column.getSortType() == TableColumn.SortType.ASCENDING ? order : order.reversed();
    }

    private TableRow<RunSummary> row(Runnable onOpen) {
        TableRow<RunSummary> row =
                new TableRow<>() {
                    @Override
                    protected void updateItem(RunSummary run, boolean empty) {
                        super.updateItem(run, empty);
                        boolean base =
                                run != null
                                        && model.baselineProperty()
                                                .get()
                                                .filter(known -> known.id() == run.id())
                                                .isPresent();
                        pseudoClassStateChanged(BASELINE, base);
                    }
                };
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty() && getEditingCell() == null) {
                onOpen.run();
            }
        });
        return row;
    }

    /// Edits the name of the selected run.
    void editName() {
        edit(getSelectionModel().getSelectedIndex(), name);
    }

    private static TableColumn<RunSummary, RunSummary> icon(
            String name,
            Callback<TableColumn<RunSummary, RunSummary>, TableCell<RunSummary, RunSummary>> cell) {
        TableColumn<RunSummary, RunSummary> column = column(name, 28, cell);
        column.setResizable(false);
        column.setEditable(false);
        column.setComparator(
                name.equals("pin")
                        ? Comparator.comparing(run -> !run.label().pinned())
                        : Comparator.comparing(run -> run.label().color()));
        return column;
    }

    private static TableColumn<RunSummary, RunSummary> column(
            String name,
            double width,
            Callback<TableColumn<RunSummary, RunSummary>, TableCell<RunSummary, RunSummary>> cell) {
        TableColumn<RunSummary, RunSummary> column = new TableColumn<>();
        Label heading = new Label(Messages.text("runs.column." + name));
        Tooltips.explain(heading, Messages.text("runs.column." + name + ".tip"));
        column.setId("runs-" + name + "-column");
        column.setGraphic(heading);
        column.setPrefWidth(width);
        column.setCellValueFactory(value -> new ReadOnlyObjectWrapper<>(value.getValue()));
        column.setCellFactory(cell);
        return column;
    }

    /// Whether a run is pinned; a click toggles it.
    private static final class PinCell extends TableCell<RunSummary, RunSummary> {
        private final ToggleButton pin = new ToggleButton();

        PinCell(RunsViewModel model) {
            pin.getStyleClass().addAll("icon-button", "pin");
            pin.setGraphic(new FontIcon(Feather.MAP_PIN));
            pin.setAccessibleText(Messages.text("runs.pin"));
            pin.setFocusTraversable(false);
            pin.setOnAction(
                    _ -> model.label(getItem(), label -> label.withPinned(pin.isSelected())));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
            } else {
                pin.setSelected(run.label().pinned());
                setGraphic(pin);
            }
        }
    }

    /// The color of a run; a click offers others.
    private static final class SwatchCell extends TableCell<RunSummary, RunSummary> {
        private static final double RADIUS = 5;

        private final RunsViewModel model;
        private final Button swatch = new Button();

        SwatchCell(RunsViewModel model) {
            this.model = model;
            swatch.getStyleClass().addAll("icon-button", "swatch");
            swatch.setAccessibleText(Messages.text("runs.color"));
            swatch.setFocusTraversable(false);
            swatch.setOnAction(_ -> offer());
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
            } else {
                swatch.setGraphic(new Circle(RADIUS, RunText.color(run)));
                setGraphic(swatch);
            }
        }

        private void offer() {
            RunSummary run = getItem();
            ContextMenu menu = new ContextMenu();
            for (int i = 0; i < RunLabel.PALETTE.size(); i++) {
                String color = RunLabel.PALETTE.get(i);
                MenuItem item =
                        new MenuItem(
                                Messages.text("runs.color." + i),
                                new Circle(
                                        RADIUS,
                                        RunText.color(
                                                run.withLabel(run.label().withColor(color)))));
                item.setId("runs-color-" + i);
                item.setOnAction(_ -> model.label(run, label -> label.withColor(color)));
                menu.getItems().add(item);
            }
            menu.show(swatch, Side.BOTTOM, 0, 0);
        }
    }
}
