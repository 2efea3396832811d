package mlpexplorer.experiment.export;

import mlpexplorer.experiment.ModelInput;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Mlp;
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
    private final int[] labels = new int[BATCH];
    private final Output output;
    private final long[][] confusion;
    private int pending;
    private long rows;
    private long labelled;
    private double loss;
    private long correct;

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
    /// @param label class index, or [ModelInput#NO_LABEL]
    public void add(double[] features, int label) throws IOException {
        double[] inputs = workspace.inputs();
        for (int i = 0; i < features.length; i++) {
            inputs[pending * features.length + i] = model.scaling().scale(i, features[i]);
        }
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
            if (mlp.task() instanceof Task.Regression) {
                values[0] = model.scaling().targetOf(values[0]);
            } else if (labels[i] != ModelInput.NO_LABEL) {
                labelled++;
                loss -= Math.log(Math.max(values[labels[i]], Double.MIN_NORMAL));
                correct += best == labels[i] ? 1 : 0;
                confusion[labels[i]][best]++;
            }
            output.row(rows++, best, values);
        }
        pending = 0;
        workspace.resize(BATCH);
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
    public long labelled() {
        return labelled;
    }

    /// Mean loss and accuracy of the rows with a label.
    public Score score() {
        return labelled == 0 ? Score.NONE : new Score(loss / labelled, (double) correct / labelled);
    }

    /// The number of rows of class `truth` that were predicted as `predicted`.
    public long confusion(int truth, int predicted) {
        return confusion[truth][predicted];
    }
}
