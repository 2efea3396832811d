package mlpexplorer.nn;

/// A multi-layer perceptron whose output layer depends on its [Task]. [Parameters] holds its
/// weights, [Workspace] its scratch memory, and [Backpropagation] the algorithm.
public final class Mlp {
    private static final long BIASES = 1;

    private final ModelSpec spec;
    private final Task task;
    private final int[] sizes;

    /// A classifier.
    public Mlp(ModelSpec spec, int inputs, int classes) {
        this(spec, inputs, new Task.Classification(classes));
    }

    public Mlp(ModelSpec spec, int inputs, Task task) {
        Require.between("inputs", inputs, 1, 1_000_000);
        this.spec = spec;
        this.task = task;
        this.sizes = new int[spec.hidden().size() + 2];
        sizes[0] = inputs;
        for (int l = 0; l < spec.hidden().size(); l++) {
            sizes[l + 1] = spec.hidden().get(l);
        }
        sizes[sizes.length - 1] = task.outputs();
    }

    public ModelSpec spec() {
        return spec;
    }

    public int inputs() {
        return sizes[0];
    }

    public Task task() {
        return task;
    }

    /// The units of the last layer: one for each class, or one in regression.
    public int outputs() {
        return task.outputs();
    }

    /// Weight layers: hidden layers and the output.
    public int layers() {
        return sizes.length - 1;
    }

    /// The inputs, and the units of each layer.
    int[] sizes() {
        return sizes.clone();
    }

    /// Units of layer `l`, counted from 0.
    int units(int l) {
        return sizes[l + 1];
    }

    /// New parameters. The same seed gives the same values; those of a layer do not depend on the
    /// layers before it.
    public Parameters initialize(long seed) {
        Parameters parameters = new Parameters(sizes);
        for (int l = 0; l < layers(); l++) {
            Initializer initializer = spec.initializer();
            initializer.fill(
                    parameters.weights(l), l, sizes[l], sizes[l + 1], new RandomStream(seed, l));
            if (spec.biases() == ModelSpec.Biases.RANDOM) {
                initializer.fill(
                        parameters.biases(l),
                        l,
                        sizes[l],
                        sizes[l + 1],
                        new RandomStream(seed, l, BIASES));
            }
        }
        return parameters;
    }

    /// Scratch memory for batches of up to `capacity` rows, used by one thread.
    public Workspace workspace(int capacity) {
        return workspace(capacity, Parallel.SINGLE);
    }

    /// Scratch memory for batches of up to `capacity` rows; large passes are split into halves that
    /// `parallel` runs.
    public Workspace workspace(int capacity, Parallel parallel) {
        return new Workspace(spec, task, new Parameters(sizes), capacity, parallel);
    }

    /// The same in single precision.
    SingleWorkspace singleWorkspace(int capacity, Parallel parallel) {
        return new SingleWorkspace(spec, task, new SingleParameters(sizes), capacity, parallel);
    }

    /// Computes all layers of the batch loaded in `w` (modified), up to the outputs.
    public void forward(Parameters p, Workspace w) {
        w.pass.forward(p);
    }

    /// The mean loss of the batch loaded in `w` (modified); no penalty.
    public double loss(Parameters p, Workspace w) {
        return w.pass.loss(p);
    }

    /// The mean loss of the batch loaded in `w` (modified) and its gradient, written into
    /// `gradient` (modified).
    public double lossAndGradient(Parameters p, Workspace w, Parameters gradient) {
        return w.pass.lossAndGradient(p, gradient);
    }
}
