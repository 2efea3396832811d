package mlpexplorer.nn;

import java.util.Collections;
import java.util.List;

/// The penalty added to the loss: `λ₁·Σ|w| + λ₂·Σw²`, over weights only, never biases. Its gradient
/// is `λ₁·sign(w) + 2·λ₂·w` with sign(0) = 0 (elastic net: Zou and Hastie 2005). λ = 0 gives
/// exactly the unregularized run.
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

    /// λ₁ and λ₂ on the weights of one layer. Default 0 each.
    record Lambdas(double l1, double l2) {
        public Lambdas() {
            this(0, 0);
        }

        public Lambdas {
            Require.between("l1", l1, 0, MAX_LAMBDA);
            Require.between("l2", l2, 0, MAX_LAMBDA);
        }
    }

    /// Both, with separate strengths per layer: λ₁₁ and λ₁₂ on the weights from the inputs, λ₂₁ and
    /// λ₂₂ on the next ones, … Default: 1e-3 each in as many layers as the default network has.
    ///
    /// @param layers one for each hidden layer, then one for the output
    record PerLayer(List<Lambdas> layers) implements Regularizer {
        public PerLayer() {
            this(Collections.nCopies(new ModelSpec().hidden().size() + 1, new Lambdas(1e-3, 1e-3)));
        }

        public PerLayer {
            layers = List.copyOf(layers);
            Require.between("layers", layers.size(), 1, ModelSpec.MAX_LAYERS + 1);
        }
    }

    /// λ₁ on the weights of layer `layer`, counted from 0; 0 if there is no penalty.
    default double lambda1(int layer) {
        return switch (this) {
            case None(), L2(_) -> 0;
            case L1(double l1) -> l1;
            case ElasticNet(double l1, _) -> l1;
            case PerLayer(List<Lambdas> layers) -> layers.get(layer).l1();
        };
    }

    /// λ₂ on the weights of layer `layer`, counted from 0; 0 if there is no penalty.
    default double lambda2(int layer) {
        return switch (this) {
            case None(), L1(_) -> 0;
            case L2(double l2) -> l2;
            case ElasticNet(_, double l2) -> l2;
            case PerLayer(List<Lambdas> layers) -> layers.get(layer).l2();
        };
    }

    /// The largest λ₁ of any layer.
    default double lambda1() {
        return switch (this) {
            case None _, L1 _, L2 _, ElasticNet _ -> lambda1(0);
            case PerLayer(List<Lambdas> layers) -> {
                double largest = 0;
                for (int l = 0; l < layers.size(); l++) {
                    largest = Math.max(largest, layers.get(l).l1());
                }
                yield largest;
            }
        };
    }

    /// The largest λ₂ of any layer.
    default double lambda2() {
        return switch (this) {
            case None _, L1 _, L2 _, ElasticNet _ -> lambda2(0);
            case PerLayer(List<Lambdas> layers) -> {
                double largest = 0;
                for (int l = 0; l < layers.size(); l++) {
                    largest = Math.max(largest, layers.get(l).l2());
                }
                yield largest;
            }
        };
    }

    /// Whether this is exactly no penalty.
    default boolean isZero() {
        return lambda1() == 0 && lambda2() == 0;
    }

    /// Checks that this penalty, called `name` in messages, fits a network with `layers` layers of
    /// weights.
    default void requireLayers(String name, int layers) {
        if (this instanceof PerLayer(List<Lambdas> each) && each.size() != layers) {
            throw new IllegalArgumentException(
                    name
                            + ".layers has "
                            + each.size()
                            + " entries, but must have "
                            + layers
                            + ", one for each hidden layer and one for the output.");
        }
    }

    /// The penalty of the given parameters.
    default double penalty(Parameters p) {
        double penalty = 0;
        for (int l = 0; l < p.layers(); l++) {
            penalty += penaltyOf(p.weights(l), lambda1(l), lambda2(l));
        }
        return penalty;
    }

    private static double penaltyOf(double[] weights, double lambda1, double lambda2) {
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
        Descent.addPenaltyGradient(this, p, gradient);
    }
}
