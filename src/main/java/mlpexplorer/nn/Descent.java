package mlpexplorer.nn;

import java.util.Optional;

/// One update of the parameters of a network by the batch in a [Workspace].
final class Descent {
    private Descent() {}

    /// Moves `p` (modified) one step against the gradient of loss and penalty, unless the loss is
    /// not finite. Plain gradient descent does not store the gradient, which saves half of its work
    /// on wide layers; otherwise `gradient` (modified) receives it.
    ///
    /// @param clip maximum Euclidean norm of the gradient
    /// @return the mean loss of the batch, without the penalty
    static double update( // double in both precisions
            Parameters p,
            Workspace w,
            Parameters gradient,
            OptimizerState state,
            Regularizer regularizer,
            Optional<Double> clip,
            double rate) {
        if (state instanceof OptimizerState.Sgd && regularizer.isZero() && clip.isEmpty()) {
            w.pass.descend(p, rate);
            return w.pass.meanLoss();
        }
        double loss = w.pass.lossAndGradient(p, gradient); // double in both precisions
        if (Double.isFinite(loss)) {
            addPenaltyGradient(regularizer, p, gradient);
            if (clip.isPresent()) {
                gradient.clip(clip.get());
            }
            state.step(p, gradient, rate);
        }
        return loss;
    }

    /// Adds the gradient of the penalty at `p` to `gradient` (modified).
    static void addPenaltyGradient(Regularizer regularizer, Parameters p, Parameters gradient) {
        for (int l = 0; l < p.layers(); l++) {
            double lambda1 = Real.of(regularizer.lambda1(l));
            double twiceLambda2 = Real.of(2 * regularizer.lambda2(l));
            double[] w = p.weights(l);
            double[] g = gradient.weights(l);
            if (lambda1 != 0) {
                for (int i = 0; i < w.length; i++) {
                    g[i] += lambda1 * Math.signum(w[i]);
                }
            }
            if (twiceLambda2 != 0) {
                for (int i = 0; i < w.length; i++) {
                    g[i] += twiceLambda2 * w[i];
                }
            }
        }
    }

    /// The layer, counted from 1, in which a divergence started, by the batch in `w` (modified):
    /// the first whose parameters or outputs are not finite; if all are, the one with the largest
    /// gradient.
    static int divergedLayer(Parameters p, Workspace w, Parameters gradient) {
        w.pass.lossAndGradient(p, gradient);
        int largest = 0;
        double largestSize = -1;
        for (int l = 0; l < p.layers(); l++) {
            if (!p.isFinite(l) || !w.isFinite(l)) {
                return l + 1;
            }
            double size = 0;
            for (double g : gradient.weights(l)) {
                size = Math.max(size, Math.abs(g));
            }
            if (size > largestSize) {
                largest = l;
                largestSize = size;
            }
        }
        return largest + 1;
    }
}
