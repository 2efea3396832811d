package mlpexplorer.nn;

/// Scores of a network for tests, in one call.
public final class Scores {
    private Scores() {}

    /// Mean loss and accuracy on all `samples`; NaN for no samples.
    public static Score of(Mlp mlp, Parameters p, Samples samples) {
        Evaluation evaluation = new Evaluation(mlp, Parallel.SINGLE);
        evaluation.begin(samples);
        while (!evaluation.isDone()) {
            evaluation.advance(p);
        }
        return evaluation.score();
    }
}
