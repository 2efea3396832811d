package mlpexplorer.ui.sweep;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A titled sheet that is saved as a picture.
final class TitledSheet extends VBox {
    private final Label title = new Label();

    TitledSheet(String id, Node... parts) {
        setId(id);
        getStyleClass().add("sweep-sheet");
        title.getStyleClass().addAll("sweep-sheet-title", "picture-title");
        getChildren().add(title);
        getChildren().addAll(parts);
    }

    void title(String text) {
        title.setText(text);
    }
}
