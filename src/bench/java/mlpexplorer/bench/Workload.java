package mlpexplorer.bench;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Samples;

/// The training workloads of `performance.md`.
public enum Workload {
    /// 2-8-8-2 tanh on the spiral, batch 10, SGD.
    W1A,
    /// 2-64-64-2 ReLU on the spiral, batch 32, Adam.
    W1B,
    /// 2-32-32-2 tanh on the spiral, batch 32, Adam at 0.01. The spiral has radius 5 here, as in
    /// the window: at radius 1 this recipe stayed near 60 % for hundreds of epochs from most seeds,
    /// here, in NumPy and in PyTorch alike.
    W2,
    /// 784-300-10 sigmoid, batch 50, SGD.
    W3A,
    /// 784-200-10 ReLU, batch 1, SGD.
    W3B,
    /// 784-256-128-10 ReLU, batch 128, Adam.
    W3C,
    /// The same on as many images as MNIST has, stored as bytes.
    FULL;

    /// Rows of an epoch.
    public int rows() {
        return switch (this) {
            case W1A, W1B, W2 -> 500;
            case W3A -> 5_000;
            case W3B -> 2_000;
            case W3C -> 5_120;
            case FULL -> 60_000;
        };
    }

    /// The network, with Glorot's initial weights.
    public Mlp mlp() {
        return switch (this) {
            case W1A -> Workloads.mlp(2, 2, Activation.TANH, 8, 8);
            case W1B -> Workloads.mlp(2, 2, Activation.RELU, 64, 64);
            case W2 -> Workloads.mlp(2, 2, Activation.TANH, 32, 32);
            case W3A -> Workloads.mlp(784, 10, Activation.SIGMOID, 300);
            case W3B -> Workloads.mlp(784, 10, Activation.RELU, 200);
            case W3C, FULL -> Workloads.mlp(784, 10, Activation.RELU, 256, 128);
        };
    }

    private EpochLoop.Recipe recipe() {
        return switch (this) {
            case W1A -> new EpochLoop.Recipe(new Optimizer.Sgd(), 0.03, 10);
            case W1B -> new EpochLoop.Recipe(new Optimizer.Adam(), 0.001, 32);
            case W2 -> new EpochLoop.Recipe(new Optimizer.Adam(), 0.01, 32);
            case W3A -> new EpochLoop.Recipe(new Optimizer.Sgd(), 0.1, 50);
            case W3B -> new EpochLoop.Recipe(new Optimizer.Sgd(), 0.001, 1);
            case W3C, FULL -> new EpochLoop.Recipe(new Optimizer.Adam(), 0.001, 128);
        };
    }

    /// A fresh loop over this workload's data, in double precision.
    public EpochLoop loop(Parallel parallel) {
        return loop(Precision.DOUBLE, parallel);
    }

    public EpochLoop loop(Precision precision, Parallel parallel) {
        return new EpochLoop(mlp(), samples(), recipe(), precision, parallel);
    }

    private Samples samples() {
        return switch (this) {
            case W1A, W1B -> Workloads.spiral();
            case W2 -> Workloads.spiral(5);
            case W3A, W3B, W3C -> Workloads.images(rows());
            case FULL -> Workloads.pixels(rows());
        };
    }

    /// Floating-point operations of the matrix products for one sample: two a weight forwards, two
    /// for its gradient, and two to pass the error back through all layers but the first.
    public double flopsPerSample() {
        double flops = 0;
        var shape = mlp().initialize(0);
        for (int layer = 0; layer < shape.layers(); layer++) {
            flops += (layer == 0 ? 4.0 : 6.0) * shape.fanIn(layer) * shape.fanOut(layer);
        }
        return flops;
    }
}
