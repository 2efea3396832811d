package mlpexplorer.nn;

/// A multi-layer perceptron with a softmax output: the computation, without the numbers ([Parameters]) or the scratch
/// memory ([Workspace]).
///
/// Symbols, for layer l = 0 … L−1 and a batch of m rows: `a[0]` inputs; `z[l] = a[l]·W[l] + b[l]`;
/// `a[l+1] = g(z[l])` (softmax for the last layer); `delta[l] = ∂loss/∂z[l]`. Backward:
/// `delta[L−1] = (p − y)/m`, `∂W[l] = a[l]ᵀ·delta[l]`, `∂b[l] = Σ rows of delta[l]`,
/// `delta[l−1] = (delta[l]·W[l]ᵀ) ⊙ g′(z[l−1])` (Rumelhart, Hinton and Williams, Nature 1986).
public final class Mlp {
    private static final int CHUNK = 256;

    private final ModelSpec spec;
    private final int[] sizes;

    public Mlp(ModelSpec spec, int inputs, int classes) {
        Require.between("inputs", inputs, 1, 1_000_000);
        Require.between("classes", classes, 2, 10_000);
        this.spec = spec;
        this.sizes = new int[spec.hidden().size() + 2];
        sizes[0] = inputs;
        for (int l = 0; l < spec.hidden().size(); l++) {
            sizes[l + 1] = spec.hidden().get(l);
        }
        sizes[sizes.length - 1] = classes;
    }

    public ModelSpec spec() {
        return spec;
    }

    public int inputs() {
        return sizes[0];
    }

    public int classes() {
        return sizes[sizes.length - 1];
    }

    /// Weight layers: hidden layers and the output.
    public int layers() {
        return sizes.length - 1;
    }

    /// Fresh parameters; the same seed gives the same numbers, and a layer's do not depend on the layers before it.
    public Parameters initialize(long seed) {
        Parameters parameters = new Parameters(sizes);
        for (int l = 0; l < layers(); l++) {
            spec.initializer().fill(parameters.weights(l), sizes[l], sizes[l + 1], new RandomStream(seed, l));
        }
        return parameters;
    }

    /// Scratch memory for batches of up to `capacity` rows.
    public Workspace workspace(int capacity) {
        return new Workspace(new Parameters(sizes), capacity);
    }

    /// Scratch memory of the size that [#evaluate] works in.
    public Workspace evaluationWorkspace() {
        return workspace(CHUNK);
    }

    /// Computes all layers of the batch loaded in `w` (modified), up to the class probabilities.
    public void forward(Parameters p, Workspace w) {
        forwardToLogits(p, w);
        int last = layers() - 1;
        for (int r = 0; r < w.rows(); r++) {
            SoftmaxCrossEntropy.softmax(w.z[last].data, w.a[last + 1].data, r * classes(), classes());
        }
    }

    /// The mean loss of the batch loaded in `w` (modified); no penalty.
    public double loss(Parameters p, Workspace w) {
        forwardToLogits(p, w);
        int last = layers() - 1;
        return SoftmaxCrossEntropy.forward(w.z[last].data, w.a[last + 1].data, w.labels, w.rows(), classes()) / w.rows();
    }

    /// The mean loss of the batch loaded in `w` (modified) and its gradient, written into `gradient` (modified).
    public double lossAndGradient(Parameters p, Workspace w, Parameters gradient) {
        double loss = loss(p, w);
        backward(p, w, gradient);
        return loss;
    }

    /// Mean loss and accuracy over all `samples`, in chunks through `w` (modified). NaN for no samples.
    public Score evaluate(Parameters p, Samples samples, Workspace w) {
        int last = layers() - 1;
        double loss = 0;
        long correct = 0;
        for (int from = 0; from < samples.rows(); from += w.capacity()) {
            w.load(samples, from, Math.min(samples.rows(), from + w.capacity()));
            forwardToLogits(p, w);
            loss += SoftmaxCrossEntropy.forward(w.z[last].data, w.a[last + 1].data, w.labels, w.rows(), classes());
            correct += SoftmaxCrossEntropy.correct(w.a[last + 1].data, w.labels, w.rows(), classes());
        }
        return new Score(loss / samples.rows(), (double) correct / samples.rows());
    }

    private void forwardToLogits(Parameters p, Workspace w) {
        int last = layers() - 1;
        for (int l = 0; l <= last; l++) {
            Products.affine(w.a[l], p.weightMatrix(l), p.biases(l), w.z[l]);
            if (l < last) {
                spec.activation().apply(w.z[l].data, w.a[l + 1].data, w.z[l].getNumElements());
                w.mask(l, w.a[l + 1]);
            }
        }
    }

    private void backward(Parameters p, Workspace w, Parameters gradient) {
        int last = layers() - 1;
        SoftmaxCrossEntropy.backward(w.a[last + 1].data, w.labels, w.delta[last].data, w.rows(), classes());
        for (int l = last; l >= 0; l--) {
            Products.transposedLeft(w.a[l], w.delta[l], gradient.weightMatrix(l));
            Products.columnSums(w.delta[l], gradient.biases(l));
            if (l > 0) {
                Products.transposedRight(w.delta[l], p.weightMatrix(l), w.transposed[l], w.delta[l - 1]);
                w.mask(l - 1, w.delta[l - 1]);
                backThroughActivation(w, l - 1);
            }
        }
    }

    /// Dropout scales `a` in place, so the derivative of g must be taken from an unmasked `a`.
    private void backThroughActivation(Workspace w, int l) {
        int n = w.z[l].getNumElements();
        if (w.dropsOut()) {
            spec.activation().apply(w.z[l].data, w.a[l + 1].data, n);
        }
        spec.activation().backward(w.z[l].data, w.a[l + 1].data, w.delta[l].data, n);
    }
}
