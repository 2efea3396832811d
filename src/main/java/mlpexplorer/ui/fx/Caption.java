package mlpexplorer.ui.fx;

import javafx.scene.Node;

/// What a control is called: the visible and accessible label, the node id in kebab-case, and the sentence
/// (with the formula) that its tooltip shows; an empty tooltip means none.
///
/// The parts of a compound control are named after its id: `learning-rate-field`, `learning-rate-slider`, `learning-rate-error`.
///
/// @throws IllegalArgumentException if the label is blank or the id is not kebab-case
public record Caption(String label, String id, String tooltip) {

    public Caption {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A caption needs a label");
        }
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not a kebab-case id: " + id);
        }
    }

    /// The caption of a part of this control, for instance `part("field")`.
    public Caption part(String suffix) {
        return new Caption(label, id + "-" + suffix, tooltip);
    }

    /// Gives `node` this id, accessible text and tooltip, and returns it.
    public <N extends Node> N describe(N node) {
        node.setId(id);
        return explain(node);
    }

    /// Gives `node` the accessible text and tooltip but no id (for a label beside the control it names), and returns it.
    <N extends Node> N explain(N node) {
        node.setAccessibleText(label);
        if (!tooltip.isEmpty()) {
            Tooltips.explain(node, tooltip);
        }
        return node;
    }
}
