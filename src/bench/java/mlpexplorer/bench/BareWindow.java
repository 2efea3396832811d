package mlpexplorer.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window with one blue button and nothing else: what the start of a JavaFX program costs.
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            Button button = new Button();
            button.setStyle("-fx-background-color: #0969da;");
            button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(button), 1280, 720));
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }
}
