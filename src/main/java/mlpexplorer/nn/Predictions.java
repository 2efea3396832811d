package mlpexplorer.nn;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The predictions of a network for some rows: the most probable class (the first of equals), its
/// probability and that of the true class. The arrays have one entry per row and must not be
/// modified.
///
/// @param predicted class index
/// @param probability probability of the predicted class
/// @param truth probability of the true class
public record Predictions(int[] predicted, float[] probability, float[] truth) {
    /// A good workspace capacity for [#of].
    public static final int CHUNK = 256;

    /// Predicts all `samples`, in chunks through `w` (modified).
    ///
    /// @param stop polled before each chunk
    /// @return empty if `stop` returned true
    public static Optional<Predictions> of(
            Mlp mlp, Parameters p, Samples samples, Workspace w, BooleanSupplier stop) {
        int rows = samples.rows();
        Predictions all = new Predictions(new int[rows], new float[rows], new float[rows]);
        for (int from = 0; from < rows; from += w.capacity()) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            w.load(samples, from, Math.min(rows, from + w.capacity()));
            mlp.forward(p, w);
            for (int i = 0; i < w.rows(); i++) {
                all.put(
                        from + i,
                        samples.label(from + i),
                        w.outputs(mlp.layers() - 1),
                        i * mlp.outputs(),
                        mlp.outputs());
            }
        }
        return Optional.of(all);
    }

    /// The outputs of a regression network for all `samples`, one per row, in chunks through `w`
    /// (modified).
    ///
    /// @param stop polled before each chunk
    /// @return empty if `stop` returned true
    public static Optional<double[]> values(
            Mlp mlp, Parameters p, Samples samples, Workspace w, BooleanSupplier stop) {
        double[] values = new double[samples.rows()];
        for (int from = 0; from < values.length; from += w.capacity()) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            w.load(samples, from, Math.min(values.length, from + w.capacity()));
            mlp.forward(p, w);
            System.arraycopy(w.outputs(mlp.layers() - 1), 0, values, from, w.rows());
        }
        return Optional.of(values);
    }

    private void put(int row, int label, double[] outputs, int at, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = outputs[at + c] > outputs[at + best] ? c : best;
        }
        predicted[row] = best;
        probability[row] = (float) outputs[at + best];
        truth[row] = (float) outputs[at + label];
    }
}
