package mlpexplorer.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The state of an optimizer. Updates parameters that it does not own. Not thread-safe.
public sealed interface OptimizerState {

    /// New state for parameters of this shape.
    static OptimizerState of(Optimizer optimizer, Parameters shape) {
        return switch (optimizer) {
            case Optimizer.Sgd _ -> new Sgd();
            case Optimizer.Momentum o -> new Momentum(Real.of(o.momentum()), false, shape.zeros());
            case Optimizer.Nesterov o -> new Momentum(Real.of(o.momentum()), true, shape.zeros());
            case Optimizer.RmsProp o ->
                    new Squares(
                            Real.of(o.rho()),
                            Real.of(1 - o.rho()),
                            Real.of(o.epsilon()),
                            shape.zeros());
            case Optimizer.AdaGrad o -> new Squares(1, 1, Real.of(o.epsilon()), shape.zeros());
            case Optimizer.Adam o ->
                    new Adam(
                            new Optimizer.AdamW(o.beta1(), o.beta2(), o.epsilon(), 0),
                            shape.zeros(),
                            shape.zeros());
            case Optimizer.AdamW o -> new Adam(o, shape.zeros(), shape.zeros());
        };
    }

    /// Moves `p` (modified) one step against `gradient` at learning rate `rate`.
    void step(Parameters p, Parameters gradient, double rate);

    /// An independent copy, for checkpoints.
    OptimizerState copy();

    /// Overwrites this state (modified) with that of `other`, the same optimizer with other
    /// settings.
    void copyFrom(OptimizerState other);

    /// Memory used, in bytes.
    long bytes();

    /// The state by name (`velocity`, `squares`, or `m` and `v`), each of the shape of the
    /// parameters; not copies.
    SequencedMap<String, Parameters> memory();

    /// The number of steps so far, where the update depends on it; otherwise 0.
    default long steps() {
        return 0;
    }

    /// Sets the number of steps (modifies this), for a state whose [#memory] is read from a file.
    default void setSteps(long steps) {}

    private static SequencedMap<String, Parameters> named(String name, Parameters values) {
        SequencedMap<String, Parameters> memory = new LinkedHashMap<>();
        memory.put(name, values);
        return memory;
    }

    /// Plain gradient descent has no state.
    record Sgd() implements OptimizerState {

        @Override
        public void step(Parameters p, Parameters gradient, double rate) {
            for (int l = 0; l < p.layers(); l++) {
                step(p.weights(l), gradient.weights(l), rate);
                step(p.biases(l), gradient.biases(l), rate);
            }
        }

        private static void step(double[] w, double[] g, double rate) {
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * g[i];
            }
        }

        @Override
        public OptimizerState copy() {
            return this;
        }

        @Override
        public void copyFrom(OptimizerState other) {}

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public SequencedMap<String, Parameters> memory() {
            return new LinkedHashMap<>();
        }
    }

    /// The velocity `v` of momentum and Nesterov momentum.
    record Momentum(double momentum, boolean nesterov, Parameters velocity)
            implements OptimizerState {

        @Override
        public void step(Parameters p, Parameters gradient, double rate) {
            for (int l = 0; l < p.layers(); l++) {
                step(p.weights(l), gradient.weights(l), velocity.weights(l), rate);
                step(p.biases(l), gradient.biases(l), velocity.biases(l), rate);
            }
        }

        private void step(double[] w, double[] g, double[] v, double rate) {
            if (nesterov) {
                for (int i = 0; i < w.length; i++) {
                    v[i] = momentum * v[i] + g[i];
                    w[i] -= rate * (g[i] + momentum * v[i]);
                }
            } else {
                for (int i = 0; i < w.length; i++) {
                    v[i] = momentum * v[i] + g[i];
                    w[i] -= rate * v[i];
                }
            }
        }

        @Override
        public OptimizerState copy() {
            return new Momentum(momentum, nesterov, velocity.copy());
        }

        @Override
        public void copyFrom(OptimizerState other) {
            velocity.copyFrom(((Momentum) other).velocity);
        }

        @Override
        public long bytes() {
            return velocity.bytes();
        }

        @Override
        public SequencedMap<String, Parameters> memory() {
            return named("velocity", velocity);
        }
    }

    /// The running squares `s` of RMSProp (`keep = rho, add = 1 − rho`) and AdaGrad (`keep = add =
    /// 1`).
    record Squares(double keep, double add, double epsilon, Parameters squares)
            implements OptimizerState {

        @Override
        public void step(Parameters p, Parameters gradient, double rate) {
            for (int l = 0; l < p.layers(); l++) {
                step(p.weights(l), gradient.weights(l), squares.weights(l), rate);
                step(p.biases(l), gradient.biases(l), squares.biases(l), rate);
            }
        }

        private void step(double[] w, double[] g, double[] s, double rate) {
            for (int i = 0; i < w.length; i++) {
                s[i] = keep * s[i] + add * g[i] * g[i];
                w[i] -= rate * g[i] / (Math.sqrt(s[i]) + epsilon);
            }
        }

        @Override
        public OptimizerState copy() {
            return new Squares(keep, add, epsilon, squares.copy());
        }

        @Override
        public void copyFrom(OptimizerState other) {
            squares.copyFrom(((Squares) other).squares);
        }

        @Override
        public long bytes() {
            return squares.bytes();
        }

        @Override
        public SequencedMap<String, Parameters> memory() {
            return named("squares", squares);
        }
    }

    /// The averages of Adam and AdamW (Adam is AdamW without decay): `m` of gradients, `v` of their
    /// squares, and `t` steps.
    final class Adam implements OptimizerState {
        private final Optimizer.AdamW options;
        private final Parameters m;
        private final Parameters v;
        private long t;

        Adam(Optimizer.AdamW options, Parameters m, Parameters v) {
            this.options = options;
            this.m = m;
            this.v = v;
        }

        @Override
        public void step(Parameters p, Parameters gradient, double rate) {
            t++;
            double stepSize = Real.of(rate / (1 - Math.pow(options.beta1(), t)));
            double inverseRoot = Real.of(1 / Math.sqrt(1 - Math.pow(options.beta2(), t)));
            double keep = Real.of(1 - rate * options.weightDecay());
            for (int l = 0; l < p.layers(); l++) {
                decay(p.weights(l), keep);
                step(
                        p.weights(l),
                        gradient.weights(l),
                        m.weights(l),
                        v.weights(l),
                        stepSize,
                        inverseRoot);
                step(
                        p.biases(l),
                        gradient.biases(l),
                        m.biases(l),
                        v.biases(l),
                        stepSize,
                        inverseRoot);
            }
        }

        private static void decay(double[] w, double keep) {
            if (keep != 1) {
                for (int i = 0; i < w.length; i++) {
                    w[i] *= keep;
                }
            }
        }

        private void step(
                double[] w,
                double[] g,
                double[] m,
                double[] v,
                double stepSize,
                double inverseRoot) {
            double beta1 = Real.of(options.beta1());
            double beta2 = Real.of(options.beta2());
            double add1 = Real.of(1 - options.beta1());
            double add2 = Real.of(1 - options.beta2());
            double epsilon = Real.of(options.epsilon());
            for (int i = 0; i < w.length; i++) {
                m[i] = beta1 * m[i] + add1 * g[i];
                v[i] = beta2 * v[i] + add2 * g[i] * g[i];
                w[i] -= stepSize * m[i] / (Math.sqrt(v[i]) * inverseRoot + epsilon);
            }
        }

        @Override
        public OptimizerState copy() {
            Adam copy = new Adam(options, m.copy(), v.copy());
            copy.t = t;
            return copy;
        }

        @Override
        public void copyFrom(OptimizerState other) {
            Adam adam = (Adam) other;
            m.copyFrom(adam.m);
            v.copyFrom(adam.v);
            t = adam.t;
        }

        @Override
        public long bytes() {
            return m.bytes() + v.bytes();
        }

        @Override
        public SequencedMap<String, Parameters> memory() {
            SequencedMap<String, Parameters> memory = named("m", m);
            memory.put("v", v);
            return memory;
        }

        @Override
        public long steps() {
            return t;
        }

        @Override
        public void setSteps(long steps) {
            t = steps;
        }
    }
}
