package mlpexplorer.ui.field;

import java.util.function.DoubleToIntFunction;

/// The output of a network on a grid of `side` × `side` nodes, row-major from the top; the
/// outermost nodes are on the domain's edges. Class probabilities are stored as logits relative to
/// class 0, `ln(p_c/p₀)`, which are smooth where probabilities jump; the output of a regression is
/// stored as it is, for one feature on a single row of nodes. Not thread-safe; memory is reused.
public final class Field {
    private int side;
    private int rows;
    private int classes = 2;
    private float[] logits = new float[0];

    /// Resizes the grid and discards its contents.
    void reshape(int side, int classes) {
        reshape(side, side, classes);
    }

    /// The same with `rows` rows of `side` nodes.
    ///
    /// @param outputs of the network: classes, or 1 in regression
    void reshape(int side, int rows, int outputs) {
        this.side = side;
        this.rows = rows;
        this.classes = outputs;
        int needed = layers() * side * rows;
        if (logits.length < needed) {
            logits = new float[needed];
        }
    }

    /// Nodes along an edge; 0 before the first [#reshape].
    int side() {
        return side;
    }

    /// Rows of nodes; as many as [#side], or 1 for one feature.
    int rows() {
        return rows;
    }

    /// The number of outputs.
    int classes() {
        return classes;
    }

    /// Values per node.
    int layers() {
        return Math.max(1, classes - 1);
    }

    /// The values (not a copy): the logit of class c ≥ 1 at node `i` is at `(c − 1)·side² + i`, the
    /// output of a regression at `i`.
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

    /// Colors `pixels` × `pixels` of `argb` (modified) by the first output at their centers,
    /// interpolated between the nodes.
    void paint(int[] argb, int pixels, DoubleToIntFunction color) {
        for (int y = 0; y < pixels; y++) {
            double down = (y + 0.5) / pixels * (side - 1);
            int row = (int) down;
            for (int x = 0; x < pixels; x++) {
                double across = (x + 0.5) / pixels * (side - 1);
                int column = (int) across;
                int node = row * side + column;
                double upper = between(logits[node], logits[node + 1], across - column);
                double lower =
                        between(logits[node + side], logits[node + side + 1], across - column);
                argb[y * pixels + x] = color.applyAsInt(between(upper, lower, down - row));
            }
        }
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }
}
