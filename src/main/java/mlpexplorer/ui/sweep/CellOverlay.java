package mlpexplorer.ui.sweep;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A cell of a [CellGrid]: a picture, hatched if runs diverged, with text on top.
final class CellOverlay extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Region hatch = new Region();
    private final Region ring = new Region();

    /// @param below height at the bottom that is never hatched
    CellOverlay(Node picture, Node description, double below) {
        getStyleClass().add("sweep-cell");
        setAccessibleRole(AccessibleRole.BUTTON);
        hatch.getStyleClass().add("sweep-hatch");
        hatch.setMouseTransparent(true);
        hatch.setVisible(false);
        ring.getStyleClass().addAll("sweep-ring", "no-picture");
        ring.setMouseTransparent(true);
        setMargin(hatch, new Insets(0, 0, below, 0));
        getChildren().addAll(picture, hatch, description, ring);
    }

    void hatched(boolean diverged) {
        hatch.setVisible(diverged);
    }

    void selected(boolean now) {
        pseudoClassStateChanged(SELECTED, now);
        setFocusTraversable(now);
    }
}
