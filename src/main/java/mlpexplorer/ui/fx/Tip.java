package mlpexplorer.ui.fx;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// What a node says of itself once the mouse rests on it. A tooltip is a window of its own, and costs as much to make as a
/// dozen nodes: so it is made when the mouse comes for the first time, which for most nodes is never.
final class Tip implements EventHandler<MouseEvent> {
    private final Node node;
    private String text = "";
    private Optional<Tooltip> made = Optional.empty();

    private Tip(Node node) {
        this.node = node;
    }

    /// The tip of `node`, which says nothing at first.
    static Tip of(Node node) {
        return (Tip) node.getProperties().computeIfAbsent(Tip.class, _ -> {
            Tip tip = new Tip(node);
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
            return tip;
        });
    }

    String text() {
        return text;
    }

    /// Says `words` from now on, to a reader of the screen too; with no words there is nothing to show.
    void say(String words) {
        text = words;
        node.setAccessibleHelp(words);
        made.ifPresent(tooltip -> {
            tooltip.setText(words);
            if (words.isEmpty()) {
                Tooltip.uninstall(node, tooltip);
                made = Optional.empty();
            }
        });
    }

    @Override
    public void handle(MouseEvent entered) {
        if (made.isEmpty() && !text.isEmpty()) {
            Tooltip tooltip = Tooltips.of(text);
            Tooltip.install(node, tooltip);
            made = Optional.of(tooltip);
        }
    }
}
