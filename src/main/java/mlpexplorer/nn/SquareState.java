package mlpexplorer.nn;

/// The running squares `s` of RMSProp (`keep = rho, add = 1 − rho`) and AdaGrad (`keep = add = 1`).
record SquareState(double keep, double add, double epsilon, Parameters squares) implements OptimizerState {

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
        return new SquareState(keep, add, epsilon, squares.copy());
    }

    @Override
    public void copyFrom(OptimizerState other) {
        squares.copyFrom(((SquareState) other).squares);
    }

    @Override
    public long bytes() {
        return squares.bytes();
    }
}
