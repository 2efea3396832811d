package mlpexplorer.ui.residuals;

import static java.util.Objects.requireNonNull;

import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The targets and predictions of a regression, by part, in the data's units. Immutable by
/// convention.
record Residuals(Split split, Map<Part, Values> parts) {

    /// One entry per row of a part; the arrays must not be modified.
    record Values(double[] targets, double[] predictions) {
        int rows() {
            return targets.length;
        }

        /// The mean squared residual; NaN without rows.
        double meanSquare() {
            double sum = 0;
            for (int row = 0; row < rows(); row++) {
                sum += residual(row) * residual(row);
            }
            return sum / rows();
        }

        /// The mean absolute residual; NaN without rows.
        double mae() {
            double sum = 0;
            for (int row = 0; row < rows(); row++) {
                sum += Math.abs(residual(row));
            }
            return sum / rows();
        }

        /// The largest absolute residual; NaN without rows.
        double largest() {
            double most = rows() == 0 ? Double.NaN : 0;
            for (int row = 0; row < rows(); row++) {
                most = Math.max(most, Math.abs(residual(row)));
            }
            return most;
        }

        private double residual(int row) {
            return targets[row] - predictions[row];
        }
    }

    /// Predicts all parts with the parameters of `frame`; empty if the thread was interrupted.
    static Optional<Residuals> of(Frame frame) {
        Split split = frame.split();
        Workspace w = frame.mlp().workspace(Predictions.CHUNK);
        Map<Part, Values> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Samples samples = split.part(part);
            Optional<double[]> predictions = frame.predictions(part, w);
            if (predictions.isEmpty()) {
                return Optional.empty();
            }
            double[] targets = new double[samples.rows()];
            Arrays.setAll(targets, row -> split.scaling().targetOf(samples.target(row)));
            parts.put(part, new Values(targets, predictions.get()));
        }
        return Optional.of(new Residuals(split, parts));
    }

    Values of(Part part) {
        return requireNonNull(parts.get(part));
    }
}
