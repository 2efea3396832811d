package mlpexplorer.nn;

import java.util.Optional;

/// Mean loss and accuracy over samples, found chunk by chunk, so that large data can be evaluated in between other things.
/// Belongs to one thread; allocates nothing but the [Score].
public final class Evaluation {
    private static final int CHUNK = 256;

    private final Workspace w;
    private final Optional<ScorePass> small;
    private Samples samples = new Samples(new double[0], 1, new int[0]);
    private int from;
    private double loss;
    private long correct;

    /// Large passes are handed to `lanes` in halves.
    public Evaluation(Mlp mlp, Lanes lanes) {
        w = mlp.workspace(CHUNK, lanes);
        small = ScorePass.isFor(mlp) ? Optional.of(new ScorePass(mlp)) : Optional.empty();
    }

    /// The [Score] of a network on all `samples`; NaN for no samples.
    public static Score of(Mlp mlp, Parameters p, Samples samples) {
        Evaluation evaluation = new Evaluation(mlp, Lanes.SINGLE);
        evaluation.begin(samples);
        while (!evaluation.isDone()) {
            evaluation.advance(p);
        }
        return evaluation.score();
    }

    /// Starts at the first of `samples`.
    public void begin(Samples samples) {
        this.samples = samples;
        from = 0;
        loss = 0;
        correct = 0;
    }

    /// Evaluates the next chunk, if there is one, and returns about how many multiplications that took.
    public long advance(Parameters p) {
        if (isDone()) {
            return 0;
        }
        int to = Math.min(samples.rows(), from + (small.isPresent() ? ScorePass.BLOCK : CHUNK));
        if (small.isPresent()) {
            run(small.get(), p);
        } else {
            run(w, p, to);
        }
        long work = (long) (to - from) * p.count();
        from = to;
        return work;
    }

    private void run(ScorePass pass, Parameters p) {
        pass.run(p, samples, from);
        loss += pass.loss();
        correct += pass.correct();
    }

    private void run(Workspace pass, Parameters p, int to) {
        pass.load(samples, from, to);
        loss += pass.pass.totalLoss(p);
        correct += pass.pass.correct();
    }

    public boolean isDone() {
        return from == samples.rows();
    }

    /// Over the chunks so far, which should be all.
    public Score score() {
        return new Score(loss / samples.rows(), (double) correct / samples.rows());
    }
}
