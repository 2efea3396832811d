package mlpexplorer.ui.field;

/// What a network says on `side` × `side` nodes of a plane, row after row from the top; the outermost nodes lie on the
/// domain's edges. Kept as logits relative to class 0, `ln(p_c/p₀)`, which vary smoothly where probabilities jump.
/// Belongs to one thread; memory is kept and reused.
public final class Field {
    private int side;
    private int classes = 2;
    private float[] logits = new float[0];

    /// Makes room for another grid; what was in it is gone.
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

    /// The live numbers: node `i` has its logit of class c ≥ 1 at `(c − 1)·side² + i`.
    float[] logits() {
        return logits;
    }

    /// The logit of any class, 0 for class 0.
    float logit(int node, int label) {
        return label == 0 ? 0 : logits[(label - 1) * side * side + node];
    }

    /// The likeliest class, the first one of equals.
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
