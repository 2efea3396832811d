package mlpexplorer.ui.field;

import mlpexplorer.ui.controls.ClassColors;

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
                        (float)
                                logits[c].at(
                                        node % side / (side - 1.0), node / side / (side - 1.0));
            }
        }
        return field;
    }

    /// The color of a node of two classes by the probability of class 1.
    public static int twoClassColor(ClassColors colors, double p, boolean discretize) {
        return colors.manyClass(new float[] {(float) (1 - p), (float) p}, 0, discretize);
    }

    /// The probability of a class by the logits of a node.
    static double probability(Field field, int node, int label) {
        double sum = 0;
        for (int c = 0; c < field.classes(); c++) {
            sum += Math.exp(field.logit(node, c) - field.logit(node, label));
        }
        return 1 / sum;
    }
}
