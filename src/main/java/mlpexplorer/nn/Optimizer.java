package mlpexplorer.nn;

/// How a gradient becomes a step: configuration only. Update rules and defaults are those of
/// PyTorch's `torch.optim`; [#start] returns the state that performs the updates. Symbols: `w`
/// parameter, `g` gradient, `rate` learning rate.
public sealed interface Optimizer {

    /// `w ← w − rate·g`.
    record Sgd() implements Optimizer {}

    /// `v ← momentum·v + g; w ← w − rate·v`. Default momentum 0.9.
    record Momentum(double momentum) implements Optimizer {
        public Momentum() {
            this(0.9);
        }

        public Momentum {
            Require.below("momentum", momentum, 0, 1);
        }
    }

    /// `v ← momentum·v + g; w ← w − rate·(g + momentum·v)`. Default momentum 0.9.
    record Nesterov(double momentum) implements Optimizer {
        public Nesterov() {
            this(0.9);
        }

        public Nesterov {
            Require.below("momentum", momentum, 0, 1);
        }
    }

    /// `s ← rho·s + (1 − rho)·g²; w ← w − rate·g/(√s + epsilon)`. Defaults 0.99 and 1e-8
    /// (`torch.optim.RMSprop`).
    record RmsProp(double rho, double epsilon) implements Optimizer {
        public RmsProp() {
            this(0.99, 1e-8);
        }

        public RmsProp {
            Require.below("rho", rho, 0, 1);
            Require.between("epsilon", epsilon, 1e-300, 1);
        }
    }

    /// `s ← s + g²; w ← w − rate·g/(√s + epsilon)`. Default 1e-10 (`torch.optim.Adagrad`).
    record AdaGrad(double epsilon) implements Optimizer {
        public AdaGrad() {
            this(1e-10);
        }

        public AdaGrad {
            Require.between("epsilon", epsilon, 1e-300, 1);
        }
    }

    /// Kingma and Ba, ICLR 2015: `m ← beta1·m + (1 − beta1)·g; v ← beta2·v + (1 − beta2)·g²; w ← w
    /// − rate·m̂/(√v̂ + epsilon)` with `m̂ = m/(1 − beta1ᵗ)`, `v̂ = v/(1 − beta2ᵗ)`. Defaults 0.9,
    /// 0.999, 1e-8.
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
        public Adam() {
            this(0.9, 0.999, 1e-8);
        }

        public Adam {
            Require.below("beta1", beta1, 0, 1);
            Require.below("beta2", beta2, 0, 1);
            Require.between("epsilon", epsilon, 1e-300, 1);
        }
    }

    /// Adam with decoupled decay, `w ← w·(1 − rate·weightDecay)` before the step and on weights
    /// only (Loshchilov and Hutter, ICLR 2019). Default decay 0.01.
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay)
            implements Optimizer {
        public AdamW() {
            this(0.9, 0.999, 1e-8, 0.01);
        }

        public AdamW {
            Require.below("beta1", beta1, 0, 1);
            Require.below("beta2", beta2, 0, 1);
            Require.between("epsilon", epsilon, 1e-300, 1);
            Require.between("weightDecay", weightDecay, 0, 100);
        }
    }

    /// New state for parameters of this shape.
    default OptimizerState start(Parameters shape) {
        return OptimizerState.of(this, shape);
    }
}
