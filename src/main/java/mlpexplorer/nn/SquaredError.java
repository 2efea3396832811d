package mlpexplorer.nn;

/// Linear output with the squared error `(ŷ − y)²`; the derivative of its mean is `2·(ŷ − y)/m`.
final class SquaredError implements OutputLayer {

    @Override
    public void outputs(Workspace w, int half, int from, int to) {
        int last = w.z.length - 1;
        System.arraycopy(w.z[last].data, from, w.a[last + 1].data, from, to - from);
    }

    @Override
    public double loss(Workspace w, int half, int from, int to) { // double in both precisions
        outputs(w, half, from, to);
        return sum(w.a[w.z.length].data, w.targets, from, to);
    }

    /// The summed squared error of rows `from … to − 1`.
    static double sum( // double in both precisions
            double[] predicted, double[] targets, int from, int to) {
        double sum = 0; // double in both precisions
        for (int r = from; r < to; r++) {
            double error = predicted[r] - targets[r];
            sum += error * error;
        }
        return sum;
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        double scale = Real.of(2.0 / w.rows());
        double[] predicted = w.a[w.z.length].data;
        double[] delta = w.delta[w.z.length - 1].data;
        for (int r = from; r < to; r++) {
            delta[r] = scale * (predicted[r] - w.targets[r]);
        }
    }

    @Override
    public int correct(Workspace w) {
        return 0;
    }
}
