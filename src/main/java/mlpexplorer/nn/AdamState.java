package mlpexplorer.nn;

/// The averages of Adam and AdamW (Adam is AdamW without decay): `m` of gradients, `v` of their squares, and `t` steps.
final class AdamState implements OptimizerState {
    private final Optimizer.AdamW knobs;
    private final Parameters m;
    private final Parameters v;
    private long t;

    AdamState(Optimizer.AdamW knobs, Parameters m, Parameters v) {
        this.knobs = knobs;
        this.m = m;
        this.v = v;
    }

    @Override
    public void step(Parameters p, Parameters gradient, double rate) {
        t++;
        double stepSize = rate / (1 - Math.pow(knobs.beta1(), t));
        double rootCorrection = Math.sqrt(1 - Math.pow(knobs.beta2(), t));
        double keep = 1 - rate * knobs.weightDecay();
        for (int l = 0; l < p.layers(); l++) {
            decay(p.weights(l), keep);
            step(p.weights(l), gradient.weights(l), m.weights(l), v.weights(l), stepSize, rootCorrection);
            step(p.biases(l), gradient.biases(l), m.biases(l), v.biases(l), stepSize, rootCorrection);
        }
    }

    private static void decay(double[] w, double keep) {
        if (keep != 1) {
            for (int i = 0; i < w.length; i++) {
                w[i] *= keep;
            }
        }
    }

    private void step(double[] w, double[] g, double[] m, double[] v, double stepSize, double rootCorrection) {
        double beta1 = knobs.beta1();
        double beta2 = knobs.beta2();
        double epsilon = knobs.epsilon();
        double inverseRoot = 1 / rootCorrection;
        for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] -= stepSize * m[i] / (Math.sqrt(v[i]) * inverseRoot + epsilon);
        }
    }

    @Override
    public OptimizerState copy() {
        AdamState copy = new AdamState(knobs, m.copy(), v.copy());
        copy.t = t;
        return copy;
    }

    @Override
    public void copyFrom(OptimizerState other) {
        AdamState adam = (AdamState) other;
        m.copyFrom(adam.m);
        v.copyFrom(adam.v);
        t = adam.t;
    }

    @Override
    public long bytes() {
        return m.bytes() + v.bytes();
    }
}
