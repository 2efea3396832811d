package mlpexplorer.ui.runs;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.LocalUndo;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Visibility;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The view of the Runs page: a table that filters as you type, actions on runs, and tabs that
/// compare the selected ones.
final class RunsView extends BorderPane implements LocalUndo {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            RunsView.class.getResource("/mlpexplorer/ui/runs.css"),
                            "runs.css is missing")
                    .toExternalForm();
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double TABLE_SHARE = 0.5;

    private final RunsViewModel model;
    private final RunTable table;
    private final FilterBar filter;
    private final TabPane tabs = new TabPane();
    private final Runnable onOpened;

    /// @param onOpened called when a run was opened in the window
    RunsView(RunsViewModel model, Runnable onOpened) {
        this.onOpened = onOpened;
        this.model = model;
        table = new RunTable(model, this::open);
        filter = new FilterBar(model);
        setId("runs-page");
        getStyleClass().add("runs-page");
        getStylesheets().add(STYLESHEET);
        tabs.setId("runs-tabs");
        tabs.setAccessibleText(Messages.text("page.runs"));
        tabs.getStyleClass().add("side-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("notes", new NotesPane(model)),
                        tab("differences", new DiffPane(model)),
                        tab("curves", new OverlayPane(model)),
                        tab("scatter", new ScatterPane(table::select)),
                        tab("boundaries", new BoundariesPane(model)));
        tabs.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> compare());
        table.selectedProperty().addListener((_, _, _) -> compare());
        model.shownProperty().addListener((_, _, _) -> compare());
        model.baselineProperty().addListener((_, _, _) -> compare());
        SplitPane split = new SplitPane(table, tabs);
        split.setId("runs-split");
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_SHARE);
        setTop(new VBox(filter, toolbar()));
        setCenter(split);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        compare();
    }

    /// Call once per pulse; polls for changes while visible.
    void pulse(long now) {
        if (Visibility.now(this) && table.getEditingCell() == null) {
            model.pulse(now);
        }
    }

    @Override
    public boolean hasUndo() {
        return model.deletedProperty().get() > 0;
    }

    private void open() {
        table.selectedProperty().get().stream()
                .findFirst()
                .ifPresent(run -> model.open(run, onOpened));
    }

    private void compare() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null && tab.getContent() instanceof RunPane pane) {
            List<RunSummary> selected = table.selectedProperty().get();
            Set<Long> ids = new HashSet<>();
            selected.forEach(run -> ids.add(run.id()));
            List<RunSummary> pinned =
                    model.allProperty().get().stream()
                            .filter(run -> run.label().pinned() && !ids.contains(run.id()))
                            .toList();
            pane.show(new RunPane.Chosen(selected, pinned, model.shownProperty().get()));
        }
    }

    /// Undo on this page first restores deleted runs; text fields have their own undo.
    private void keys(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (UNDO.match(event) && !typing && hasUndo()) {
            model.undo();
            event.consume();
        } else if (FIND.match(event)) {
            filter.focus();
            event.consume();
        } else if (event.getCode() == KeyCode.F2
                && !typing
                && !table.selectedProperty().get().isEmpty()) {
            table.editName();
            event.consume();
        }
    }

    private HBox toolbar() {
        Button open = button("open", Feather.CORNER_UP_LEFT, this::open);
        Button pin = button("pin", Feather.MAP_PIN, this::pin);
        Button baseline =
                button(
                        "baseline",
                        Feather.ANCHOR,
                        () ->
                                table.selectedProperty().get().stream()
                                        .findFirst()
                                        .ifPresent(model::toggleBaseline));
        Button delete =
                button(
                        "delete",
                        Feather.TRASH_2,
                        () -> model.delete(table.selectedProperty().get()));
        Button undo = button("undo", Feather.ROTATE_CCW, model::undo);
        table.selectedProperty()
                .addListener((_, _, runs) ->
                        List.of(open, pin, baseline, delete)
                                .forEach(button -> button.setDisable(runs.isEmpty())));
        List.of(open, pin, baseline, delete).forEach(button -> button.setDisable(true));
        undo.setVisible(false);
        model.deletedProperty()
                .addListener((_, _, count) -> {
                    undo.setVisible(count > 0);
                    undo.setText(Messages.text("runs.undo.count", count));
                });
        HBox bar = new HBox(open, pin, baseline, delete, undo);
        bar.getStyleClass().add("runs-toolbar");
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    private void pin() {
        List<RunSummary> runs = table.selectedProperty().get();
        boolean all = runs.stream().allMatch(run -> run.label().pinned());
        runs.forEach(run -> model.label(run, label -> label.withPinned(!all)));
    }

    private static Button button(String name, Ikon icon, Runnable action) {
        ControlLabel caption =
                new ControlLabel(
                        Messages.text("runs." + name),
                        "runs-" + name + "-button",
                        Messages.text("runs." + name + ".tip"));
        return IconButtons.labelled(icon, caption, action);
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(Messages.text("runs.tab." + name), content);
        tab.setId("runs-" + name + "-tab");
        return tab;
    }
}
