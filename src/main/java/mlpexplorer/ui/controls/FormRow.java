package mlpexplorer.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of a form: the label on the left, the editor on the right. A click on the label focuses
/// the editor.
public final class FormRow extends HBox {

    /// A row for a number field with the same label: `<id>` is the row, `<id>-field` the text
    /// field.
    public FormRow(ControlLabel caption, NumberField field) {
        this(caption, field, field);
    }

    /// A row for a combo box, check box or similar, which becomes `<id>-field` and takes label and
    /// tooltip from the row.
    public FormRow(ControlLabel caption, Control editor) {
        this(caption, editor, caption.part("field").describe(editor));
    }

    /// A row for an editor of several labeled nodes; a click on the label focuses the first.
    public FormRow(ControlLabel caption, Pane editor) {
        this(caption, editor, editor.getChildren().getFirst());
    }

    /// @param focus the node focused by a click on the label; for a number field, its text field
    FormRow(ControlLabel caption, Node editor, Node focus) {
        getStyleClass().add("form-row");
        setId(caption.id());
        Label label = caption.explain(new Label(caption.label()));
        label.getStyleClass().add("form-label");
        label.setMinWidth(0);
        Node target = focus instanceof NumberField field ? field.textField() : focus;
        label.setLabelFor(target);
        label.setOnMouseClicked(_ -> target.requestFocus());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(label, gap, editor);
    }
}
