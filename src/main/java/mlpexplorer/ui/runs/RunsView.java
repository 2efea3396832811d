package mlpexplorer.ui.runs;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import mlpexplorer.experiment.filter.RunFilter.FilterException;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.LocalUndo;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Visibility;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
    private static final KeyCombination FOCUS_FILTER =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double TABLE_SHARE = 0.5;

    private final RunsViewModel model;
    private final RunTable table;
    private final FilterBar filter;
    private final TabPane tabs = new TabPane();
    private final Runnable onOpened;

    /// @param onOpened called when a run was opened in the window
    RunsView(RunsViewModel model, LandscapePane landscape, Runnable onOpened) {
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
                        tab("boundaries", new BoundariesPane(model)),
                        tab("landscape", landscape));
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
        } else if (FOCUS_FILTER.match(event)) {
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
        ControlLabel caption = ControlLabel.of("runs." + name, "runs-" + name + "-button");
        return IconButtons.labeled(icon, caption, action);
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(Messages.text("runs.tab." + name), content);
        tab.setId("runs-" + name + "-tab");
        return tab;
    }

    /// The filter field, with an error message below the position of the error, and the number of
    /// matching runs.
    private static final class FilterBar extends VBox {
        private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
        private static final double INSET = 6;

        private final TextField field =
                ControlLabel.of("runs.filter", "runs-filter").describe(new TextField());
        private final Label error = new Label();
        private final Label count = new Label();

        FilterBar(RunsViewModel model) {
            getStyleClass().add("filter-bar");
            field.textProperty().bindBidirectional(model.filterProperty());
            field.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    field.clear();
                    event.consume();
                }
            });
            count.setId("runs-count");
            count.getStyleClass().add("runs-count");
            count.setMinWidth(USE_PREF_SIZE);
            error.setId("runs-filter-error");
            error.getStyleClass().add("filter-error");
            HBox line = new HBox(field, count);
            line.getStyleClass().add("filter-line");
            HBox.setHgrow(field, Priority.ALWAYS);
            getChildren().addAll(line, error);
            model.problemProperty().addListener((_, _, problem) -> show(problem));
            model.shownProperty().addListener((_, _, _) -> count(model));
            model.allProperty().addListener((_, _, _) -> count(model));
            show(Optional.empty());
            count(model);
        }

        void focus() {
            field.requestFocus();
            field.selectAll();
        }

        private void count(RunsViewModel model) {
            field.setPromptText(
                    Messages.text(
                            Messages.variant(
                                    "runs.filter.prompt",
                                    RunText.metric(model.allProperty().get()))));
            int all = model.allProperty().get().size();
            int shown = model.shownProperty().get().size();
            count.setText(
                    all == shown
                            ? Messages.text("runs.count", all)
                            : Messages.text("runs.count.some", shown, all));
        }

        private void show(Optional<FilterException> problem) {
            field.pseudoClassStateChanged(WRONG, problem.isPresent());
            error.setText(problem.map(wrong -> "▲ " + message(wrong)).orElse(""));
            problem.ifPresent(wrong ->
                    error.setPadding(new Insets(0, 0, 0, Math.max(0, offset(wrong.column())))));
        }

        /// Omits the column, which the arrow shows.
        private static String message(FilterException wrong) {
            String message =
                    String.valueOf(wrong.getMessage())
                            .replaceFirst("^Column \\d+ of the filter: ", "");
            return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        }

        /// The x position of a column; the end of the visible text if the text is longer than the
        /// field.
        private double offset(int column) {
            Text before =
                    new Text(
                            field.getText()
                                    .substring(0, Math.min(column - 1, field.getText().length())));
            before.setFont(field.getFont());
            return Math.min(before.getLayoutBounds().getWidth() + INSET, field.getWidth() / 2);
        }
    }

    /// Tags and notes of the selected run, saved when the field loses the focus, and the origin of
    /// the run.
    private static final class NotesPane extends VBox implements RunPane {
        private final RunsViewModel model;
        private final Label title = new Label();
        private final TextField tags =
                ControlLabel.of("runs.tags", "runs-tags").describe(new TextField());
        private final TextArea notes =
                ControlLabel.of("runs.notes", "runs-notes").describe(new TextArea());
        private Optional<RunSummary> run = Optional.empty();

        NotesPane(RunsViewModel model) {
            this.model = model;
            getStyleClass().addAll("run-pane", "notes-pane");
            title.getStyleClass().add("run-pane-title");
            tags.setPromptText(Messages.text("runs.tags.prompt"));
            notes.setPromptText(Messages.text("runs.notes.prompt"));
            notes.setWrapText(true);
            notes.setPrefRowCount(3);
            Label label = new Label(Messages.text("runs.tags"));
            label.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(label, tags);
            line.getStyleClass().add("filter-line");
            HBox.setHgrow(tags, Priority.ALWAYS);
            setVgrow(notes, Priority.ALWAYS);
            getChildren().addAll(title, line, notes);
            tags.setOnAction(_ -> keep());
            tags.focusedProperty().addListener((_, _, focused) -> keepUnless(focused));
            notes.focusedProperty().addListener((_, _, focused) -> keepUnless(focused));
            show(Chosen.NONE);
        }

        @Override
        public void show(Chosen chosen) {
            Optional<RunSummary> next =
                    chosen.selected().size() == 1
                            ? Optional.of(chosen.selected().getFirst())
                            : Optional.empty();
            boolean same = next.map(RunSummary::id).equals(run.map(RunSummary::id));
            boolean typing = same && (tags.isFocused() || notes.isFocused());
            if (!same) {
                keep();
            }
            run = next;
            title.setText(run.map(NotesPane::heading).orElse(Messages.text("runs.select.one")));
            tags.setDisable(run.isEmpty());
            notes.setDisable(run.isEmpty());
            if (!typing) {
                tags.setText(run.map(known -> String.join(", ", known.label().tags())).orElse(""));
                notes.setText(run.map(known -> known.label().notes()).orElse(""));
            }
        }

        private static String heading(RunSummary run) {
            String heading = RunText.heading(run);
            String from =
                    run.origin()
                            .map(origin ->
                                    " · "
                                            + Messages.text(
                                                    "runs.origin", origin.run(), origin.epoch()))
                            .orElse("");
            long reveals = run.progress().reveals();
            return heading
                    + from
                    + (reveals == 0 ? "" : " · " + Messages.text("runs.reveals", reveals));
        }

        private void keepUnless(boolean focused) {
            if (!focused) {
                keep();
            }
        }

        private void keep() {
            run.ifPresent(known ->
                    model.label(
                            known,
                            label ->
                                    label.withTags(Arrays.asList(tags.getText().split(",")))
                                            .withNotes(notes.getText())));
        }
    }
}
