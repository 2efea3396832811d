package mlpexplorer.nn;

/// The velocity `v` of momentum and Nesterov momentum.
record MomentumState(double momentum, boolean nesterov, Parameters velocity) implements OptimizerState {

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
        return new MomentumState(momentum, nesterov, velocity.copy());
    }

    @Override
    public void copyFrom(OptimizerState other) {
        velocity.copyFrom(((MomentumState) other).velocity);
    }

    @Override
    public long bytes() {
        return velocity.bytes();
    }
}
