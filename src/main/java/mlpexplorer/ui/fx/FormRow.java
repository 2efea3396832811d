package mlpexplorer.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of a form: the caption's label on the left, whatever is edited on the right. Carries the caption's id; the
/// label explains itself with the caption's tooltip, and a click on it moves the focus to the editor.
public final class FormRow extends HBox {

    /// A row for a number field that was given the same caption: `<id>` is the row, `<id>-field` the text field.
    public FormRow(Caption caption, NumberField field) {
        this(caption, field, field);
    }

    /// A row for a combo box, check box or the like, which becomes `<id>-field` and takes label and tooltip from the caption.
    public FormRow(Caption caption, Control editor) {
        this(caption, editor, caption.part("field").describe(editor));
    }

    /// A row for an editor of several nodes, each described already; a click on the label focuses the first.
    public FormRow(Caption caption, Pane editor) {
        this(caption, editor, editor.getChildren().getFirst());
    }

    /// @param focus what a click on the label brings the focus to; a number field stands for its text field
    FormRow(Caption caption, Node editor, Node focus) {
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
