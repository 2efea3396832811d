package mlpexplorer.ui.images;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.Messages;

/// The color scale of the weights, from smallest to largest.
final class ScaleBar extends HBox {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 10;

    private final WritableImage shades = new WritableImage(WIDTH, HEIGHT);
    private final Label low = new Label();
    private final Label high = new Label();

    ScaleBar() {
        setId("images-scale");
        getStyleClass().add("images-scale");
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(low, new ImageView(shades), high);
        managedProperty().bind(visibleProperty());
    }

    void theme(Theme theme) {
        ColorRamp ramp = new ClassColors(2, theme).signed();
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                shades.getPixelWriter().setArgb(x, y, ramp.at(x / (WIDTH - 1f)));
            }
        }
    }

    /// @param largest largest absolute weight, or 0 if each image is scaled separately
    void show(double largest) {
        String end = largest > 0 ? Numbers.number(largest) : Messages.text("images.own-scale.end");
        low.setText("−" + end);
        high.setText("+" + end);
    }
}
