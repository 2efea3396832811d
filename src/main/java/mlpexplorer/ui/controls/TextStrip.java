package mlpexplorer.ui.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A strip with a title and a text that wraps, until it is dismissed. Hidden while it has no text.
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
        VBox column = new VBox(title, text);
        setHgrow(column, Priority.ALWAYS);
        ControlLabel close =
                new ControlLabel(
                        Messages.text("strip.close"),
                        id + "-close",
                        Messages.text("strip.close.tip"));
        getChildren()
                .addAll(new FontIcon(icon), column, IconButtons.icon(Feather.X, close, this::hide));
        managedProperty().bind(visibleProperty());
        setVisible(false);
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
