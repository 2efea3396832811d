package mlpexplorer.ui.controls;

import javafx.scene.Node;

/// The label of a control: the visible and accessible text, the node id in kebab-case, and the
/// tooltip (a sentence with the formula); an empty tooltip means none.
///
/// The parts of a compound control derive their ids from it: `learning-rate-field`,
/// `learning-rate-slider`, `learning-rate-error`.
///
/// The constructor throws [IllegalArgumentException] if the label is blank or the id is not
/// kebab-case.
public record ControlLabel(String label, String id, String tooltip) {

    public ControlLabel {
        if (label.isBlank()) {
            throw new IllegalArgumentException("The label is blank");
        }
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not a kebab-case id: " + id);
        }
    }

    /// The label with the text `key` and the tooltip `key.tip` of [Messages].
    public static ControlLabel of(String key, String id) {
        return new ControlLabel(Messages.text(key), id, Messages.text(key + ".tip"));
    }

    /// The label of a part of this control, for example `part("field")`.
    public ControlLabel part(String suffix) {
        return new ControlLabel(label, id + "-" + suffix, tooltip);
    }

    /// Sets id, accessible text and tooltip of `node`, and returns it.
    public <N extends Node> N describe(N node) {
        node.setId(id);
        return explain(node);
    }

    /// Sets accessible text and tooltip of `node` but no id (for a label beside its control), and
    /// returns it.
    <N extends Node> N explain(N node) {
        node.setAccessibleText(label);
        if (!tooltip.isEmpty()) {
            Tooltips.explain(node, tooltip);
        }
        return node;
    }
}
