package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The forward and backward pass over the batch in a [Workspace] (Rumelhart, Hinton and Williams,
/// Nature 1986).
///
/// For layer l = 0 … L−1 and a batch of m rows: `a[0]` inputs; `z[l] = a[l]·W[l] + b[l]`; `a[l+1] =
/// g(z[l])`, softmax or identity for the last layer; `delta[l] = ∂loss/∂z[l]`. Backward:
/// `delta[L−1] = (p − y)/m` (twice that in regression), `∂W[l] = a[l]ᵀ·delta[l]`, `∂b[l] = Σ rows
/// of delta[l]`, `delta[l−1] = (delta[l]·W[l]ᵀ) ⊙ g′(z[l−1])`.
///
/// The rows of a batch are independent of each other in both passes, and so are the entries of a
/// gradient. Both kinds of work are split into two halves that [Parallel] may run in parallel. The
/// jobs are created once, so that a pass allocates nothing.
final class Backpropagation {
    private final Activation[] activations;
    private final Workspace w;
    private final int last;
    private final OutputLayer output;
    private final IntConsumer forwardJob = this::outputRows;
    private final IntConsumer lossJob = this::lossRows;
    private final IntConsumer rowsJob = this::lossAndBackRows;
    private final IntConsumer gradientJob = this::gradientRows;
    private final IntConsumer descentJob = this::descentRows;
    private Parameters p;
    private Parameters gradient;
    private double rate;
    private double firstLoss; // double in both precisions
    private double secondLoss; // double in both precisions

    Backpropagation(ModelSpec spec, Task task, Workspace workspace, Parameters shape) {
        activations = Activation.of(spec);
        this.output = OutputLayer.of(task);
        this.w = workspace;
        this.last = shape.layers() - 1;
        this.p = shape;
        this.gradient = shape;
    }

    /// Computes the outputs; labels and targets are ignored.
    void forward(Parameters parameters) {
        p = parameters;
        w.run(forwardJob);
    }

    /// The mean loss of the batch.
    double loss(Parameters parameters) { // double in both precisions
        return totalLoss(parameters) / w.rows();
    }

    /// The summed loss of the batch.
    double totalLoss(Parameters parameters) { // double in both precisions
        p = parameters;
        w.run(lossJob);
        return firstLoss + secondLoss;
    }

    /// The number of rows of the last pass whose most probable class is the label.
    int correct() {
        return output.correct(w);
    }

    /// The mean loss; writes its gradient into `target` (modified).
    double lossAndGradient(Parameters parameters, Parameters target) { // double in both precisions
        p = parameters;
        gradient = target;
        w.run(rowsJob);
        w.run(gradientJob);
        return meanLoss();
    }

    /// The mean loss of the last pass.
    double meanLoss() { // double in both precisions
        return (firstLoss + secondLoss) / w.rows();
    }

    /// Updates `parameters` (modified) against the gradient if the [#meanLoss] is finite.
    void descend(Parameters parameters, double learningRate) {
        p = parameters;
        rate = learningRate;
        w.run(rowsJob);
        if (Double.isFinite(meanLoss())) {
            w.run(descentJob);
        }
    }

    private void outputRows(int half) {
        int from = w.begin(half, w.rows());
        int to = w.begin(half + 1, w.rows());
        forwardRows(half, from, to);
        output.outputs(w, half, from, to);
    }

    private void lossRows(int half) {
        int from = w.begin(half, w.rows());
        int to = w.begin(half + 1, w.rows());
        forwardRows(half, from, to);
        double loss = output.loss(w, half, from, to); // double in both precisions
        if (half == 0) {
            firstLoss = loss;
        } else {
            secondLoss = loss;
        }
    }

    /// The forward pass up to the weighted inputs of the last layer.
    private void forwardRows(int half, int from, int to) {
        for (int l = 0; l <= last; l++) {
            Products.affine(w.a[l], p.weightMatrix(l), p.biases(l), w.z[l], from, to);
            if (l < last) {
                int units = w.z[l].numCols;
                activations[l].apply(
                        w.z[l].data, w.a[l + 1].data, w.scratch[half], from * units, to * units);
                w.mask(l, w.a[l + 1], from, to);
            }
        }
    }

    private void lossAndBackRows(int half) {
        lossRows(half);
        int from = w.begin(half, w.rows());
        int to = w.begin(half + 1, w.rows());
        output.backward(w, from, to);
        for (int l = last; l > 0; l--) {
            Products.transposedRight(
                    w.delta[l], p.weightMatrix(l), w.transposed[half][l], w.delta[l - 1], from, to);
            w.mask(l - 1, w.delta[l - 1], from, to);
            backThroughActivation(half, l - 1, from, to);
        }
    }

    /// The gradient of the next weights needs the masked `a`, the derivative of g the unmasked one.
    private void backThroughActivation(int half, int l, int from, int to) {
        int units = w.z[l].numCols;
        Activation activation = activations[l];
        if (w.hasDropout()) {
            activation.apply(
                    w.z[l].data, w.unmasked[half], w.scratch[half], from * units, to * units);
            activation.backward(
                    w.z[l].data, w.unmasked[half], w.delta[l].data, from * units, to * units);
        } else {
            activation.backward(
                    w.z[l].data, w.a[l + 1].data, w.delta[l].data, from * units, to * units);
        }
    }

    private void gradientRows(int half) {
        for (int l = 0; l <= last; l++) {
            DMatrixRMaj weights = gradient.weightMatrix(l);
            Products.transposedLeft(
                    w.a[l],
                    w.delta[l],
                    weights,
                    w.begin(half, weights.numRows),
                    w.begin(half + 1, weights.numRows));
            if (half == 0) {
                Arrays.fill(gradient.biases(l), 0);
                Products.addColumnSums(w.delta[l], 1, gradient.biases(l));
            }
        }
    }

    private void descentRows(int half) {
        for (int l = 0; l <= last; l++) {
            DMatrixRMaj weights = p.weightMatrix(l);
            Products.addTransposedLeft(
                    w.a[l],
                    w.delta[l],
                    -rate,
                    weights,
                    w.begin(half, weights.numRows),
                    w.begin(half + 1, weights.numRows));
            if (half == 0) {
                Products.addColumnSums(w.delta[l], -rate, p.biases(l));
            }
        }
    }
}
