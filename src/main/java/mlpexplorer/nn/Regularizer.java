package mlpexplorer.nn;

/// The penalty added to the loss: `λ₁·Σ|w| + λ₂·Σw²`, over weights only, never biases. Its gradient is
/// `λ₁·sign(w) + 2·λ₂·w` with sign(0) = 0 (elastic net: Zou and Hastie 2005). λ = 0 is exactly the run without it.
public sealed interface Regularizer {
    double MAX_LAMBDA = 1000;

    /// No penalty.
    record None() implements Regularizer {}

    /// Lasso: λ₁ alone. Default 1e-3.
    record L1(double l1) implements Regularizer {
        public L1() {
            this(1e-3);
        }

        public L1 {
            Require.between("l1", l1, 0, MAX_LAMBDA);
        }
    }

    /// Weight decay: λ₂ alone. Default 1e-3, the course spiral's.
    record L2(double l2) implements Regularizer {
        public L2() {
            this(1e-3);
        }

        public L2 {
            Require.between("l2", l2, 0, MAX_LAMBDA);
        }
    }

    /// Both. Default 1e-3 each.
    record ElasticNet(double l1, double l2) implements Regularizer {
        public ElasticNet() {
            this(1e-3, 1e-3);
        }

        public ElasticNet {
            Require.between("l1", l1, 0, MAX_LAMBDA);
            Require.between("l2", l2, 0, MAX_LAMBDA);
        }
    }

    /// λ₁ of this penalty, 0 where it has none.
    default double lambda1() {
        return switch (this) {
            case None(), L2(_) -> 0;
            case L1(double l1) -> l1;
            case ElasticNet(double l1, _) -> l1;
        };
    }

    /// λ₂ of this penalty, 0 where it has none.
    default double lambda2() {
        return switch (this) {
            case None(), L1(_) -> 0;
            case L2(double l2) -> l2;
            case ElasticNet(_, double l2) -> l2;
        };
    }

    /// The penalty of the given parameters.
    default double penalty(Parameters p) {
        double penalty = 0;
        for (int l = 0; l < p.layers(); l++) {
            penalty += penaltyOf(p.weights(l));
        }
        return penalty;
    }

    private double penaltyOf(double[] weights) {
        double lambda1 = lambda1();
        double lambda2 = lambda2();
        if (lambda1 == 0 && lambda2 == 0) {
            return 0;
        }
        double sumAbs = 0;
        double sumSquares = 0;
        for (double w : weights) {
            sumAbs += Math.abs(w);
            sumSquares += w * w;
        }
        return lambda1 * sumAbs + lambda2 * sumSquares;
    }

    /// Adds the penalty's gradient at `p` to `gradient` (modified).
    default void addGradient(Parameters p, Parameters gradient) {
        double lambda1 = lambda1();
        double twiceLambda2 = 2 * lambda2();
        for (int l = 0; l < p.layers(); l++) {
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
}
