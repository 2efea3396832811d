package mlpexplorer.ui.controls;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import java.util.Optional;

/// A tooltip created on first hover. A tooltip is a separate window and as expensive as a dozen
/// nodes, and most are never shown.
final class LazyTooltip implements EventHandler<MouseEvent> {
    private final Node node;
    private String text = "";
    private Optional<Tooltip> made = Optional.empty();

    private LazyTooltip(Node node) {
        this.node = node;
    }

    /// The initially empty tooltip of `node`.
    static LazyTooltip of(Node node) {
        return (LazyTooltip)
                node.getProperties()
                        .computeIfAbsent(
                                LazyTooltip.class,
                                _ -> {
                                    LazyTooltip tip = new LazyTooltip(node);
                                    node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
                                    return tip;
                                });
    }

    String text() {
        return text;
    }

    /// Sets the text of the tooltip and the accessible help; empty for none.
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
