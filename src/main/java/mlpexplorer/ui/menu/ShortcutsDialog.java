package mlpexplorer.ui.menu;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;

import java.util.List;

/// The list of keyboard shortcuts by context.
public final class ShortcutsDialog extends VBox {
    private static final List<String> RUN =
            List.of("space", "right", "update", "left", "rewind", "new-seed", "pages", "layout");
    private static final List<String> EVERYWHERE =
            List.of("undo", "redo", "save", "copy", "help", "escape", "quit");
    private static final List<String> BOUNDARY =
            List.of("discretize", "test-points", "read", "zoom");
    private static final List<String> DRAW = List.of("put", "next-class", "remove", "class");
    private static final List<String> TIME = List.of("back", "ends");
    private static final List<String> CHARTS =
            List.of("chart-zoom", "chart-move", "chart-read", "alone");
    private static final List<String> NETWORK = List.of("unit", "number", "edit", "pin");
    private static final List<String> RUNS = List.of("filter", "rename");
    private static final List<String> CONTROLS = List.of("tab", "step", "page", "fold", "enter");

    public ShortcutsDialog(Runnable onClose) {
        setId("keys-sheet");
        Label title = new Label(Messages.text("keys.title"));
        title.getStyleClass().add("sheet-title");
        HBox columns =
                new HBox(
                        new VBox(
                                group("run", RUN),
                                group("everywhere", EVERYWHERE),
                                group("runs", RUNS)),
                        new VBox(
                                group("boundary", BOUNDARY),
                                group("draw", DRAW),
                                group("time", TIME)),
                        new VBox(
                                group("charts", CHARTS),
                                group("network", NETWORK),
                                group("controls", CONTROLS)));
        columns.getStyleClass().add("keys-columns");
        columns.getChildren().forEach(column -> column.getStyleClass().add("keys-column"));
        getChildren().addAll(title, columns, closeButton("keys", onClose));
    }

    /// The button of a dialog that only shows information.
    static HBox closeButton(String sheet, Runnable onClose) {
        Button close =
                ControlLabel.of("sheet.close", sheet + "-close-button")
                        .describe(new Button(Messages.text("sheet.close")));
        close.setCancelButton(true);
        close.getStyleClass().add("sheet-default");
        close.setOnAction(_ -> onClose.run());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    private static VBox group(String name, List<String> keys) {
        Label heading = new Label(Messages.text("keys." + name));
        heading.getStyleClass().add("keys-heading");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int row = 0; row < keys.size(); row++) {
            Label key = new Label(Messages.text("key." + keys.get(row)));
            key.getStyleClass().add("key-cap");
            key.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row, key, new Label(Messages.text("key." + keys.get(row) + ".does")));
        }
        return new VBox(heading, grid);
    }
}
