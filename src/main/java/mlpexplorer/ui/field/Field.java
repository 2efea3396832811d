package mlpexplorer.ui.field;

/// The output of a network on a grid of `side` × `side` nodes, row-major from the top; the
/// outermost nodes are on the domain's edges. Stored as logits relative to class 0, `ln(p_c/p₀)`,
/// which are smooth where probabilities jump. Not thread-safe; memory is reused.
public final class Field {
    private int side;
    private int classes = 2;
    private float[] logits = new float[0];

    /// Resizes the grid and discards its contents.
    void reshape(int side, int classes) {
        this.side = side;
        this.classes = classes;
        int needed = (classes - 1) * side * side;
        if (logits.length < needed) {
            logits = new float[needed];
        }
    }

    /// Nodes along an edge; 0 before the first [#reshape].
    int side() {
        return side;
    }

    int classes() {
        return classes;
    }

    /// The values (not a copy): the logit of class c ≥ 1 at node `i` is at `(c − 1)·side² + i`.
    float[] logits() {
        return logits;
    }

    /// The logit of any class, 0 for class 0.
    float logit(int node, int label) {
        return label == 0 ? 0 : logits[(label - 1) * side * side + node];
    }

    /// The most probable class, the first of equals.
    int label(int node) {
        int best = 0;
        float most = 0;
        for (int c = 1; c < classes; c++) {
            float logit = logit(node, c);
            if (logit > most) {
                most = logit;
                best = c;
            }
        }
        return best;
    }
}
