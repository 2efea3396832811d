package mlpexplorer.ui.runs;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;

import java.util.Arrays;
import java.util.Optional;

/// Tags and notes of the selected run, saved when the field loses the focus, and the origin of the
/// run.
final class NotesPane extends VBox implements RunPane {
    private final RunsViewModel model;
    private final Label title = new Label();
    private final TextField tags =
            new ControlLabel(
                            Messages.text("runs.tags"), "runs-tags", Messages.text("runs.tags.tip"))
                    .describe(new TextField());
    private final TextArea notes =
            new ControlLabel(
                            Messages.text("runs.notes"),
                            "runs-notes",
                            Messages.text("runs.notes.tip"))
                    .describe(new TextArea());
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
        String heading = Messages.text("runs.heading", run.id(), run.title());
        String from =
                run.origin()
                        .map(origin ->
                                " · " + Messages.text("runs.origin", origin.run(), origin.epoch()))
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
