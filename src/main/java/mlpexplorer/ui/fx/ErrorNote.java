package mlpexplorer.ui.fx;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The sentence under a field with a wrong entry. It takes no room in the layout: it floats below its field, right-aligned
/// with it but within the scene, above what lies there, and lets the mouse through. A few seconds after the field is left it
/// goes out of the way; the mouse over the field or the focus in it brings it back.
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

    /// Later siblings paint over earlier ones, so every ancestor with something to read is lifted above its siblings; of two
    /// lifted siblings the earlier is lifted higher, as notes hang down. The bounds of a lifted one reach over what lies
    /// below, which must still get its clicks.
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
        resizeRelocate(Math.max(fieldWidth - width, left), fieldHeight + GAP, width, prefHeight(width));
    }
}
