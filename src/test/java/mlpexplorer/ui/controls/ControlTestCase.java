package mlpexplorer.ui.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Shows one control in a panel 300 px wide, with a button after it to move the focus to and a
/// picture that takes no focus, and drives it as a user would.
abstract class ControlTestCase extends RobotTestCase {

    /// The control under test, made on the FX thread before each test.
    abstract Node control();

    @Override
    public final void start(Stage stage) {
        Button elsewhere = new Button("Elsewhere");
        elsewhere.setId("elsewhere");
        Canvas picture = new Canvas(100, 40);
        picture.setId("picture");
        VBox panel = new VBox(8, control(), elsewhere, picture);
        panel.getStyleClass().addAll("sidebar-content", "section-content");
        Scene scene = new Scene(panel, 300, 240);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    /// Replaces the text of the field `query` with `text`, without committing it.
    final TextField type(String query, String text) {
        TextField field = lookup(query).queryAs(TextField.class);
        interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        write(text);
        return field;
    }
}
