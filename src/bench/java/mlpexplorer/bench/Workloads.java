package mlpexplorer.bench;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;

import java.util.List;

/// The data and networks that are measured, the same in every language.
public final class Workloads {
    private static final int PER_CLASS = 250;
    private static final double TURNS = 1.75;
    private static final double NOISE = 0.05;
    private static final double GOLDEN_RATIO = 0.6180339887498949;
    private static final double SILVER_RATIO = 0.41421356237309515;

    private Workloads() {}

    /// The spiral of W1: 500 points, two classes, free of any random generator.
    public static Samples spiral() {
        return spiral(1);
    }

    /// The same enlarged.
    public static Samples spiral(double scale) {
        double[] points = new double[4 * PER_CLASS];
        int[] labels = new int[2 * PER_CLASS];
        for (int k = 0; k < labels.length; k++) {
            int label = k / PER_CLASS;
            double u = (k % PER_CLASS + 0.5) / PER_CLASS;
            double angle = 2 * Math.PI * TURNS * u + label * Math.PI;
            points[2 * k] = scale * (u * Math.sin(angle) + NOISE * noise(k, GOLDEN_RATIO));
            points[2 * k + 1] = scale * (u * Math.cos(angle) + NOISE * noise(k, SILVER_RATIO));
            labels[k] = label;
        }
        return new Samples(points, 2, labels);
    }

    private static double noise(int k, double ratio) {
        double product = (k + 1) * ratio;
        return 2 * (product - Math.floor(product)) - 1;
    }

    /// All of the spiral to train on, not standardized.
    public static Split spiralSplit() {
        Dataset dataset = new Dataset(spiral(), List.of("x1", "x2"), List.of("0", "1"));
        return new Split(dataset, new SplitSpec(1, 0, 0, false), 1);
    }

    /// Dense random rows in the shape of MNIST.
    public static Samples images(int rows) {
        RandomStream random = new RandomStream(3);
        double[] pixels = new double[rows * 784];
        int[] labels = new int[rows];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextDouble();
        }
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(10);
        }
        return new Samples(pixels, 784, labels);
    }

    /// The same as bytes.
    static Samples pixels(int rows) {
        byte[] pixels = new byte[rows * 784];
        int[] labels = new int[rows];
        RandomStream random = new RandomStream(3);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt(256);
        }
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(10);
        }
        return Samples.ofPixels(pixels, 784, labels);
    }

    /// A network with Glorot's initial weights.
    public static Mlp mlp(int inputs, int classes, Activation activation, Integer... hidden) {
        return new Mlp(
                new ModelSpec(List.of(hidden), activation, new Initializer.Xavier()),
                inputs,
                classes);
    }
}
