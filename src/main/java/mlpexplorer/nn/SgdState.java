package mlpexplorer.nn;

/// Plain gradient descent has no state.
record SgdState() implements OptimizerState {

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
}
