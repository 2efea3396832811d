package mlpexplorer.ui.controls;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import java.util.List;

/// The error message below a field with an invalid entry. It takes no space in the layout: it
/// floats below its field, right-aligned but within the scene, above other nodes and transparent to
/// the mouse. It hides a few seconds after the field loses focus and reappears on hover or focus.
final class ErrorNote extends Label {

    private static final String STYLE = "error-note";
    private static final double GAP = 3;
    private static final double MEASURE = 260;
    private static final double MARGIN = 6;
    private static final Duration STAY = Duration.seconds(5);

    private final Region field;
    private final PauseTransition stay = new PauseTransition(STAY);

    ErrorNote(Region field, String id) {
        this.field = field;
        setId(id);
        getStyleClass().add(STYLE);
        setWrapText(true);
        setMaxWidth(MEASURE);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        stay.setOnFinished(_ -> show(isLookedAt()));
        field.focusWithinProperty().addListener(_ -> lookOrLeave());
        field.hoverProperty().addListener(_ -> lookOrLeave());
    }

    /// Shows `sentence`, or nothing when it is empty.
    void say(String sentence) {
        setText(sentence);
        show(true);
        stay.playFromStart();
    }

    private boolean isLookedAt() {
        return field.isFocusWithin() || field.isHover();
    }

    private void lookOrLeave() {
        if (isLookedAt()) {
            show(true);
        } else {
            stay.playFromStart();
        }
    }

    private void show(boolean wanted) {
        boolean shown = wanted && !getText().isEmpty();
        if (shown != isVisible()) {
            setVisible(shown);
            reorder();
        }
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// Later siblings paint over earlier ones, so every ancestor with a message is raised above its
    /// siblings; of two raised siblings the earlier is raised higher, since messages hang down.
    /// Nodes below must still receive their clicks.
    private void reorder() {
        Node node = field;
        for (Parent parent = node.getParent(); parent != null; parent = node.getParent()) {
            List<Node> siblings = parent.getChildrenUnmodifiable();
            boolean lifted = hasNote(node);
            node.setViewOrder(lifted ? siblings.indexOf(node) - siblings.size() : 0);
            node.setPickOnBounds(!lifted);
            node = parent;
        }
    }

    private static boolean hasNote(Node node) {
        return node.lookupAll("." + STYLE).stream().anyMatch(Node::isVisible);
    }

    void placeBelow(double fieldWidth, double fieldHeight) {
        if (!isVisible()) {
            return;
        }
        double width = Math.min(prefWidth(-1), MEASURE);
        double left = MARGIN - field.localToScene(0, 0).getX();
        resizeRelocate(
                Math.max(fieldWidth - width, left), fieldHeight + GAP, width, prefHeight(width));
    }
}
