package mlpexplorer.ui.field;

/// Fields written down by hand.
public final class Fields {
    private Fields() {}

    /// A logit by place, 0 to 1 across and down.
    public interface Logit {
        double at(double across, double down);
    }

    /// A field of as many classes as there are logits and one more, class 0, whose logit is 0.
    public static Field of(int side, Logit... logits) {
        Field field = new Field();
        field.reshape(side, logits.length + 1);
        int nodes = side * side;
        for (int c = 0; c < logits.length; c++) {
            for (int node = 0; node < nodes; node++) {
                field.logits()[c * nodes + node] =
                        (float) logits[c].at(node % side / (side - 1.0), node / side / (side - 1.0));
            }
        }
        return field;
    }
}
