package mlpexplorer.ui.sweep;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.Messages;

import java.util.List;
import java.util.function.Consumer;

/// Edits one axis: the setting, its path if not in the list, and the values.
///
/// Node ids: `<id>-parameter-field` the list, `<id>-path-field` and `<id>-values-field` the text
/// fields.
final class AxisEditor extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final ChoiceRow<SweepParameter> parameter;
    private final TextField path = new TextField();
    private final TextField values = new TextField();
    private final FormRow pathRow;
    private final FormRow valuesRow;
    private final Consumer<AxisDraft> onEdit;
    private AxisDraft shown = AxisDraft.NONE;
    private boolean showing;

    AxisEditor(String id, List<SweepParameter> parameters, Consumer<AxisDraft> onEdit) {
        this.onEdit = onEdit;
        getStyleClass().add("editor");
        parameter =
                new ChoiceRow<>(
                        caption(id, "parameter"),
                        parameters,
                        choice -> Messages.name("sweep.parameter", choice),
                        choice -> edit(AxisDraft.of(choice)));
        pathRow = new FormRow(caption(id, "path"), path);
        valuesRow = new FormRow(caption(id, "values"), values);
        path.setPromptText(Messages.text("sweep.path.prompt"));
        for (TextField field : List.of(path, values)) {
            field.getStyleClass().add("sweep-text");
            HBox.setHgrow(field, Priority.SOMETIMES);
        }
        path.textProperty().addListener((_, _, text) -> edit(shown.withPath(text)));
        values.textProperty().addListener((_, _, text) -> edit(shown.withValues(text)));
        getChildren().addAll(parameter, pathRow, valuesRow);
    }

    private static ControlLabel caption(String id, String part) {
        return new ControlLabel(
                Messages.text("sweep." + part),
                id + "-" + part,
                Messages.text("sweep." + part + ".tip"));
    }

    private void edit(AxisDraft draft) {
        if (!showing && !draft.equals(shown)) {
            onEdit.accept(draft);
        }
    }

    /// Displays `draft` without notifying listeners.
    void show(AxisDraft draft) {
        showing = true;
        shown = draft;
        parameter.show(draft.parameter());
        setText(path, draft.path());
        setText(values, draft.values());
        setPresent(pathRow, draft.parameter() == SweepParameter.OTHER);
        setPresent(valuesRow, draft.parameter() != SweepParameter.NONE);
        showing = false;
    }

    /// Marks the values as wrong.
    void mark(boolean wrong) {
        values.pseudoClassStateChanged(DANGER, wrong);
    }

    /// Does not replace an equal text, so that the caret stays while the user types.
    private static void setText(TextField field, String text) {
        if (!field.getText().strip().equals(text)) {
            field.setText(text);
        }
    }

    private static void setPresent(FormRow row, boolean present) {
        row.setVisible(present);
        row.setManaged(present);
    }
}
