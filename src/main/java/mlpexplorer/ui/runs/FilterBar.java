package mlpexplorer.ui.runs;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import mlpexplorer.experiment.filter.FilterException;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;

import java.util.Locale;
import java.util.Optional;

/// The filter field, with an error message below the position of the error, and the number of
/// matching runs.
final class FilterBar extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double INSET = 6;

    private final TextField field =
            new ControlLabel(
                            Messages.text("runs.filter"),
                            "runs-filter",
                            Messages.text("runs.filter.tip"))
                    .describe(new TextField());
    private final Label error = new Label();
    private final Label count = new Label();

    FilterBar(RunsViewModel model) {
        getStyleClass().add("filter-bar");
        field.setPromptText(Messages.text("runs.filter.prompt"));
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
        int all = model.allProperty().get().size();
        int shown = model.shownProperty().get().size();
        count.setText(
                all == shown
                        ? Messages.text("runs.count", all)
                        : Messages.text("runs.count.some", shown, all));
    }

    private void show(Optional<FilterException> problem) {
        field.pseudoClassStateChanged(WRONG, problem.isPresent());
        error.setText(problem.map(wrong -> "▲ " + sentence(wrong)).orElse(""));
        problem.ifPresent(wrong ->
                error.setPadding(new Insets(0, 0, 0, Math.max(0, offset(wrong.column())))));
    }

    /// Omits the column, which the arrow shows.
    private static String sentence(FilterException wrong) {
        String sentence =
                String.valueOf(wrong.getMessage()).replaceFirst("^Column \\d+ of the filter: ", "");
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
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
