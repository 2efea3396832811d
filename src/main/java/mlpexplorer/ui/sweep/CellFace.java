package mlpexplorer.ui.sweep;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A cell of a [CellGrid]: some content, hatched over where runs diverged.
final class CellFace extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Region hatch = new Region();
    private final Region ring = new Region();

    CellFace(Node content) {
        getStyleClass().add("sweep-cell");
        setAccessibleRole(AccessibleRole.BUTTON);
        hatch.getStyleClass().add("sweep-hatch");
        hatch.setMouseTransparent(true);
        hatch.setVisible(false);
        ring.getStyleClass().addAll("sweep-ring", "no-picture");
        ring.setMouseTransparent(true);
        getChildren().addAll(content, hatch, ring);
    }

    void hatched(boolean diverged) {
        hatch.setVisible(diverged);
    }

    void selected(boolean now) {
        pseudoClassStateChanged(SELECTED, now);
        setFocusTraversable(now);
    }
}
