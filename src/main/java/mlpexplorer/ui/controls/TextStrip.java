package mlpexplorer.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A strip with a title and a wrapping text. Its button hides it, as does Escape while the focus is
/// inside; without a text it is hidden. The text takes the focus, so that Tab and screen readers
/// reach it.
///
/// Node ids: `<id>-title`, `<id>-text`, `<id>-close`.
public final class TextStrip extends HBox {
    private final Label title = new Label();
    private final Label text = new Label();

    public TextStrip(String id, Ikon icon) {
        setId(id);
        getStyleClass().add("text-strip");
        setMinHeight(USE_PREF_SIZE);
        title.setId(id + "-title");
        title.getStyleClass().add("text-strip-title");
        text.setId(id + "-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setFocusTraversable(true);
        text.accessibleTextProperty()
                .bind(Bindings.concat(title.textProperty(), ". ", text.textProperty()));
        VBox column = new VBox(title, text);
        column.getStyleClass().add("text-strip-column");
        setHgrow(column, Priority.ALWAYS);
        ControlLabel close = ControlLabel.of("strip.close", id + "-close");
        getChildren()
                .addAll(new FontIcon(icon), column, IconButtons.icon(Feather.X, close, this::hide));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /// Shows the strip with these texts.
    public void show(String heading, String sentences) {
        title.setText(heading);
        text.setText(sentences);
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
