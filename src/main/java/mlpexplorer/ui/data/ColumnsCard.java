package mlpexplorer.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.CsvPreview;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.OpenTable;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The first rows of a CSV file, with the choice of its class column and features, and the reasons
/// for the detected ones. A card above the plots, so that the effect of a choice is visible.
///
/// Node ids: `columns-card`, `columns-class`, `columns-numeric`, `columns-part`,
/// `columns-feature-N`, `columns-missing`.
public final class ColumnsCard extends VBox {
    private static final int MAX_ROWS = 8;

    /// More columns than can be compared by eye; the list of class columns has all of them.
    private static final int MAX_COLUMNS = 60;

    private final ColumnsViewModel model;
    private final Label title = new Label();
    private final Label notes = new Label();
    private final Label problem = new Label();
    private final ComboBox<String> classColumn = label("class").describe(new ComboBox<>());
    private final ComboBox<String> partColumn = label("part").describe(new ComboBox<>());
    private final GridPane grid = new GridPane();
    private final ScrollPane table = new ScrollPane(grid);
    private final CheckBox missing =
            label("missing").describe(new CheckBox(Messages.text("columns.missing")));
    private final CheckBox numeric =
            label("numeric").describe(new CheckBox(Messages.text("columns.numeric")));
    private final Label more = new Label();
    private boolean showing;

    /// @param jobs runs the reading of the file
    public ColumnsCard(Workbench workbench, Jobs jobs) {
        model = new ColumnsViewModel(workbench, jobs);
        setId("columns-card");
        getStyleClass().addAll("card", "columns-card");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        title.getStyleClass().add("card-title");
        title.setId("columns-title");
        for (Label text : List.of(notes, problem, more)) {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            text.managedProperty().bind(text.visibleProperty());
        }
        notes.setId("columns-notes");
        problem.setId("columns-problem");
        problem.getStyleClass().add("problem");
        more.getStyleClass().add("caption-text");
        missing.managedProperty().bind(missing.visibleProperty());
        missing.setOnAction(_ -> model.skipMissing(missing.isSelected()));
        classColumn.setVisibleRowCount(12);
        classColumn
                .valueProperty()
                .addListener(_ -> {
                    int index = classColumn.getSelectionModel().getSelectedIndex();
                    if (!showing && index >= 0) {
                        model.classColumn(index);
                    }
                });
        partColumn.setVisibleRowCount(12);
        partColumn
                .valueProperty()
                .addListener(_ -> {
                    int index = partColumn.getSelectionModel().getSelectedIndex();
                    if (!showing && index >= 0) {
                        model.partColumn(index - 1);
                    }
                });
        grid.getStyleClass().add("columns-grid");
        table.getStyleClass().add("columns-table");
        table.setFitToHeight(true);
        table.setFocusTraversable(false);
        Label caption = new Label(Messages.text("columns.class"));
        caption.setLabelFor(classColumn);
        numeric.setOnAction(_ -> model.numeric(numeric.isSelected()));
        Label partCaption = new Label(Messages.text("columns.part"));
        partCaption.setLabelFor(partColumn);
        HBox choice = new HBox(caption, classColumn, numeric, partCaption, partColumn);
        choice.getStyleClass().add("columns-choice");
        Button close = label("close").describe(new Button(Messages.text("columns.close")));
        close.setOnAction(_ -> model.hide());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("card-buttons");
        HBox.setHgrow(buttons, Priority.ALWAYS);
        getChildren().addAll(title, notes, choice, table, more, missing, problem, buttons);
        model.shownProperty().subscribe(this::show);
    }

    /// Shows a table that was just opened.
    public void open(OpenTable opened) {
        model.show(opened);
        classColumn.requestFocus();
    }

    /// Shows the table of the current run.
    public void open() {
        model.show();
        classColumn.requestFocus();
    }

    /// Hides the card.
    public void hide() {
        model.hide();
    }

    private void show(Optional<OpenTable> shown) {
        setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            return;
        }
        showing = true;
        OpenTable now = shown.get();
        CsvPreview preview = now.preview();
        title.setText(Messages.text("columns.title", DataViewModel.file(now.spec())));
        notes.setText(String.join(" ", notes(now)));
        problem.setText(now.problem().map(Throwable::getMessage).orElse(""));
        problem.setVisible(now.problem().isPresent());
        List<String> names =
                IntStream.range(0, preview.columns().size())
                        .mapToObj(i -> name(preview, i))
                        .toList();
        if (!classColumn.getItems().equals(names)) {
            classColumn.getItems().setAll(names);
        }
        classColumn.getSelectionModel().select(preview.classColumn());
        List<String> parts = new ArrayList<>(List.of(Messages.text("columns.part.none")));
        parts.addAll(names);
        if (!partColumn.getItems().equals(parts)) {
            partColumn.getItems().setAll(parts);
        }
        partColumn.getSelectionModel().select(1 + preview.partColumn().orElse(-1));
        boolean isNumeric = now.spec().target().isPresent();
        numeric.setSelected(isNumeric);
        numeric.setDisable(!isNumeric && !preview.columns().get(preview.classColumn()).numeric());
        boolean skips = now.spec().missing() == DataSpec.Missing.SKIP;
        missing.setVisible(preview.incomplete() > 0 || skips);
        missing.setText(Messages.text("columns.missing.count", preview.incomplete()));
        missing.setSelected(skips);
        int columns = Math.min(MAX_COLUMNS, preview.columns().size());
        more.setText(Messages.text("columns.more", preview.columns().size() - columns));
        more.setVisible(columns < preview.columns().size());
        fill(preview, columns);
        showing = false;
    }

    /// The sentences of the preview and, once the data was read, of the data.
    private static Set<String> notes(OpenTable table) {
        Set<String> notes = new LinkedHashSet<>(table.preview().notes());
        table.dataset().map(Dataset::notes).ifPresent(notes::addAll);
        return notes;
    }

    /// The number and, on one line, the name of a column.
    private static String name(CsvPreview preview, int column) {
        return Numbers.count(column + 1)
                + " · "
                + preview.columns().get(column).name().replaceAll("\\s+", " ");
    }

    /// Keeps the check boxes, and with them the focus, while the columns stay the same.
    private void fill(CsvPreview preview, int columns) {
        boolean same =
                grid.getColumnCount() == columns
                        && IntStream.range(0, columns)
                                .allMatch(i -> box(i).getText().equals(heading(preview, i)));
        if (!same) {
            grid.getChildren().clear();
            for (int i = 0; i < columns; i++) {
                grid.add(new CheckBox(), i, 0);
            }
        }
        grid.getChildren().removeIf(node -> !(node instanceof CheckBox));
        long features = preview.columns().stream().filter(CsvPreview.Column::feature).count();
        for (int i = 0; i < columns; i++) {
            CsvPreview.Column column = preview.columns().get(i);
            boolean isClass = i == preview.classColumn();
            CheckBox box = box(i);
            int index = i;
            box.setMnemonicParsing(false);
            box.setText(heading(preview, i));
            box.getStyleClass().remove("class-head");
            if (isClass) {
                box.getStyleClass().add("class-head");
            }
            new ControlLabel(
                            Messages.text(
                                    isClass ? "columns.is-class" : "columns.is-feature",
                                    heading(preview, i)),
                            "columns-feature-" + (i + 1),
                            Messages.text("columns.feature.tip"))
                    .describe(box);
            box.setSelected(column.feature());
            boolean isPart = preview.partColumn().equals(Optional.of(i));
            box.setDisable(isClass || isPart || column.feature() && features == 1);
            box.setOnAction(_ -> model.feature(index, box.isSelected()));
            for (int row = 0; row < Math.min(MAX_ROWS, preview.rows().size()); row++) {
                grid.add(cell(preview.rows().get(row).get(i), isClass, column), i, row + 1);
            }
        }
    }

    private CheckBox box(int column) {
        return (CheckBox) grid.getChildren().get(column);
    }

    private static String heading(CsvPreview preview, int column) {
        return preview.columns().get(column).name().replaceAll("\\s+", " ");
    }

    private Node cell(String field, boolean isClass, CsvPreview.Column column) {
        Label cell = new Label(field.replaceAll("\\s+", " "));
        cell.getStyleClass().add("columns-cell");
        if (isClass) {
            cell.getStyleClass().add("class-cell");
        } else if (!column.feature()) {
            cell.getStyleClass().add("unused-cell");
        }
        cell.setOnMouseClicked(_ -> model.classColumn(GridPane.getColumnIndex(cell)));
        return cell;
    }

    private static ControlLabel label(String name) {
        return ControlLabel.of("columns." + name, "columns-" + name);
    }
}
