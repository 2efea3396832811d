package mlpexplorer.ui.network;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;

import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

/// The colors of the diagram. A canvas cannot be styled with CSS, so they are read from invisible
/// nodes; negative and positive use the two colors of all signed pictures.
final class DiagramStyle extends Group {
    private final Circle ground = sample("network-ground");
    private final Circle text = sample("network-text");
    private final Circle muted = sample("network-muted");
    private final Circle frame = sample("network-frame");

    DiagramStyle(Runnable onChange) {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(ground, text, muted, frame);
        getChildren()
                .forEach(node -> ((Circle) node).fillProperty().addListener(_ -> onChange.run()));
    }

    private static Circle sample(String styleClass) {
        Circle circle = new Circle(0);
        circle.getStyleClass().add(styleClass);
        return circle;
    }

    Theme theme() {
        return Theme.of(this);
    }

    Paint ground() {
        return ground.getFill();
    }

    Paint text() {
        return text.getFill();
    }

    Paint muted() {
        return muted.getFill();
    }

    /// Around the boxes.
    Paint frame() {
        return frame.getFill();
    }

    Color sign(boolean positive) {
        return new ClassColors(2, theme()).color(positive ? 1 : 0);
    }
}
