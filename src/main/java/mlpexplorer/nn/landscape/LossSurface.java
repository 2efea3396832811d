package mlpexplorer.nn.landscape;

import mlpexplorer.nn.Evaluation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;

/// The loss of a network as a function of its weights: the mean loss over some samples plus a
/// penalty, without dropout. Not thread-safe; scratch memory is reused.
public final class LossSurface {
    private final Samples samples;
    private final Regularizer penalty;
    private final Evaluation evaluation;

    /// @param samples at least one row
    /// @param penalty added to the loss; [Regularizer.None] for validation loss
    public LossSurface(Mlp mlp, Samples samples, Regularizer penalty) {
        this.samples = samples;
        this.penalty = penalty;
        evaluation = new Evaluation(mlp, Parallel.SINGLE);
    }

    /// The loss at `p`; infinite or NaN where it exceeds the range of numbers.
    public double loss(Parameters p) {
        evaluation.begin(samples);
        while (!evaluation.isDone()) {
            evaluation.advance(p);
        }
        return evaluation.score().loss() + penalty.penalty(p);
    }
}
