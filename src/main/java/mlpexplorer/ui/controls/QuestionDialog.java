package mlpexplorer.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A question with two answers, for an [Overlay]. The texts are `NAME.title`, `NAME.yes` and
/// `NAME.no`; the node ids `NAME-sheet`, `NAME-question`, `NAME-yes` and `NAME-no`.
public final class QuestionDialog extends VBox {

    /// @param onYes the potentially destructive answer
    /// @param onNo the default answer
    public QuestionDialog(String name, String question, Runnable onYes, Runnable onNo) {
        setId(name + "-sheet");
        getStyleClass().add("about-sheet");
        Label title = new Label(Messages.text(name + ".title"));
        title.getStyleClass().add("sheet-title");
        Label text = new Label(question);
        text.setId(name + "-question");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button no = button(name, "no", onNo);
        no.setDefaultButton(true);
        no.getStyleClass().add("sheet-default");
        HBox buttons = new HBox(button(name, "yes", onYes), no);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, text, buttons);
    }

    private static Button button(String name, String answer, Runnable action) {
        String key = name + "." + answer;
        String text = Messages.text(key);
        Button button =
                new ControlLabel(text, name + "-" + answer, Messages.text(key + ".tip"))
                        .describe(new Button(text));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
