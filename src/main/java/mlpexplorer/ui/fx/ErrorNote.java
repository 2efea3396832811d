package mlpexplorer.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/// The sentence under a field with a wrong entry. It takes no room in the layout: it floats below its field, right-aligned
/// with it but within the scene, above what lies there, and lets the mouse through.
final class ErrorNote extends Label {

    private static final String STYLE = "error-note";
    private static final double GAP = 3;
    private static final double MEASURE = 260;
    private static final double MARGIN = 6;

    private final Node field;

    ErrorNote(Node field, String id) {
        this.field = field;
        setId(id);
        getStyleClass().add(STYLE);
        setWrapText(true);
        setMaxWidth(MEASURE);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Shows `sentence`, or nothing when it is empty.
    void say(String sentence) {
        boolean wrong = !sentence.isEmpty();
        boolean changed = wrong != isVisible();
        setText(sentence);
        setVisible(wrong);
        if (changed) {
            reorder();
        }
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// Later siblings paint over earlier ones, so every ancestor with something to read is lifted above its siblings; of two
    /// lifted siblings the earlier is lifted higher, as notes hang down.
    private void reorder() {
        Node node = field;
        for (Parent parent = node.getParent(); parent != null; parent = node.getParent()) {
            List<Node> siblings = parent.getChildrenUnmodifiable();
            node.setViewOrder(hasNote(node) ? siblings.indexOf(node) - siblings.size() : 0);
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
