package mlpexplorer.experiment.export;

import mlpexplorer.experiment.ModelInput;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.nn.Workspace;

import java.io.IOException;

/// The predictions of a model for rows of raw features, in batches through one workspace, and its
/// score where there are labels. Uses constant memory.
public final class Predictor {
    private static final int BATCH = 256;

    private final TrainedModel model;
    private final Mlp mlp;
    private final Workspace workspace;
    private final double[] labels = new double[BATCH];
    private final Output output;
    private final long[][] confusion;
    private int pending;
    private long rows;
    private long labeled;
    private double loss;
    private long correct;
    private double targetMean;
    private double targetSquares;

    /// Receives each row's prediction.
    public interface Output {
        /// @param row number of the row, from 0
        /// @param predicted index of the most probable class (the first of equals), or 0 in
        ///   regression
        /// @param values probabilities of the classes, or the predicted number in the units of the
        ///   data; overwritten by the next row
        void row(long row, int predicted, double[] values) throws IOException;
    }

    public Predictor(TrainedModel model, Output output) {
        this.model = model;
        this.output = output;
        mlp = model.mlp();
        workspace = mlp.workspace(BATCH);
        workspace.resize(BATCH);
        confusion = new long[mlp.outputs()][mlp.outputs()];
    }

    /// Adds a row of raw features.
    ///
    /// @param label class index or target, or [ModelInput#NO_LABEL]
    public void add(double[] features, double label) throws IOException {
        model.scaling().apply(features, workspace.inputs(), pending * mlp.inputs());
        labels[pending++] = label;
        if (pending == BATCH) {
            finish();
        }
    }

    /// Predicts the rows that were added last.
    public void finish() throws IOException {
        workspace.resize(pending);
        mlp.forward(model.parameters(), workspace);
        double[] outputs = workspace.outputs(mlp.layers() - 1);
        double[] values = new double[mlp.outputs()];
        for (int i = 0; i < pending; i++) {
            System.arraycopy(outputs, i * values.length, values, 0, values.length);
            int best = best(values);
            switch (mlp.task()) {
                case Task.Classification _ -> compare(best, values, labels[i]);
                case Task.Regression() -> {
                    compare(values[0], labels[i]);
                    values[0] = model.scaling().targetOf(values[0]);
                }
            }
            output.row(rows++, best, values);
        }
        pending = 0;
        workspace.resize(BATCH);
    }

    private void compare(int best, double[] probabilities, double label) {
        if (!Double.isNaN(label)) {
            int truth = (int) label;
            labeled++;
            loss -= Math.log(Math.max(probabilities[truth], Double.MIN_NORMAL));
            correct += best == truth ? 1 : 0;
            confusion[truth][best]++;
        }
    }

    /// Errors and targets are those of the network, so that the loss is that of the training. The
    /// variance of the targets is updated by Welford's method.
    private void compare(double output, double target) {
        if (!Double.isNaN(target)) {
            double scaled = model.scaling().scaleTarget(target);
            labeled++;
            loss += (output - scaled) * (output - scaled);
            double difference = scaled - targetMean;
            targetMean += difference / labeled;
            targetSquares += difference * (scaled - targetMean);
        }
    }

    private static int best(double[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            best = values[c] > values[best] ? c : best;
        }
        return best;
    }

    /// Rows so far.
    public long rows() {
        return rows;
    }

    /// Rows with a label.
    public long labeled() {
        return labeled;
    }

    /// Mean loss and metric of the rows with a label.
    public Score score() {
        if (labeled == 0) {
            return Score.NONE;
        }
        double mean = loss / labeled;
        return new Score(
                mean,
                switch (mlp.task()) {
                    case Task.Classification _ -> (double) correct / labeled;
                    case Task.Regression() -> Task.r2(mean, targetSquares / labeled);
                });
    }

    /// In regression, the root of the mean squared error in the units of the data.
    public double rootMeanSquaredError() {
        return Math.sqrt(score().loss()) * model.scaling().targetDeviation();
    }

    /// The metrics on the rows with a label: `loss 0.152, accuracy 94.4%`, or `loss 0.0073, R²
    /// 0.993, RMSE 0.059`.
    public String measured() {
        Task.Metric metric = mlp.task().metric();
        String scores =
                "loss "
                        + Numbers.loss(score().loss())
                        + ", "
                        + metric.label()
                        + " "
                        + metric.text(score().metric());
        return metric == Task.Metric.ACCURACY
                ? scores
                : scores + ", RMSE " + Numbers.loss(rootMeanSquaredError());
    }

    /// The number of rows of class `truth` that were predicted as `predicted`.
    public long confusion(int truth, int predicted) {
        return confusion[truth][predicted];
    }
}
