package mlpexplorer.nn;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Training data for the tests of this package, and small conversions.
final class Nets {
    /// Seven rows of two features and three classes.
    static final double[][] X = {
        {0.5, -1.0},
        {1.5, 0.25},
        {-0.75, 0.5},
        {0.1, 1.25},
        {-1.5, -0.5},
        {2.0, 1.0},
        {-0.25, -1.75}
    };

    static final int[] Y = {0, 1, 2, 1, 0, 2, 0};

    static final List<Regularizer> REGULARIZERS =
            List.of(
                    new Regularizer.None(),
                    new Regularizer.L1(0.01),
                    new Regularizer.L2(0.02),
                    new Regularizer.ElasticNet(0.03, 0.004));

    private Nets() {}

    /// [#REGULARIZERS] and one that penalises each layer of a network with `depth` hidden layers
    /// differently.
    static List<Regularizer> regularizers(int depth) {
        List<Regularizer.Lambdas> lambdas =
                List.of(
                        new Regularizer.Lambdas(0.02, 0),
                        new Regularizer.Lambdas(0, 0.03),
                        new Regularizer.Lambdas(0.01, 0.005),
                        new Regularizer.Lambdas());
        List<Regularizer> all = new ArrayList<>(REGULARIZERS);
        all.add(new Regularizer.PerLayer(lambdas.subList(0, depth + 1)));
        return all;
    }

    /// The first `rows` rows of [#X].
    static Samples samples(int rows) {
        return samples(Arrays.copyOf(X, rows), Arrays.copyOf(Y, rows));
    }

    static Samples samples(double[][] x, int[] y) {
        return new Samples(
                Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray(), x[0].length, y);
    }

    /// A network of two features and three classes with `depth` hidden layers of 4, 3, 5 … units.
    static Mlp mlp(int depth, Activation activation) {
        return mlp(Collections.nCopies(Math.max(1, depth), activation), depth);
    }

    /// The same with an activation for each layer.
    static Mlp mlp(List<Activation> activation, int depth) {
        return new Mlp(
                new ModelSpec(
                        List.of(4, 3, 5).subList(0, depth), activation, new Initializer.Xavier()),
                2,
                3);
    }

    /// New parameters with nonzero biases.
    static Parameters parameters(Mlp mlp, long seed) {
        Parameters p = mlp.initialize(seed);
        for (int l = 0; l < p.layers(); l++) {
            new Initializer.Uniform(0.4).fill(p.biases(l), l, 1, 1, new RandomStream(seed, 100, l));
        }
        return p;
    }

    /// All samples, loaded into a new workspace.
    static Workspace loaded(Mlp mlp, Samples samples) {
        Workspace w = mlp.workspace(samples.rows());
        w.load(samples, 0, samples.rows());
        return w;
    }

    /// All numbers: weights and biases of the first layer, then of the next.
    static double[] flat(Parameters p) {
        List<double[]> blocks = new ArrayList<>();
        for (int l = 0; l < p.layers(); l++) {
            Collections.addAll(blocks, p.weights(l), p.biases(l));
        }
        return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    static double[] flat(ReferenceMlp net) {
        List<double[]> blocks = new ArrayList<>();
        for (int l = 0; l < net.w.length; l++) {
            Collections.addAll(blocks, net.w[l]);
            blocks.add(net.b[l]);
        }
        return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /// Every optimizer with its defaults.
    static List<Optimizer> optimizers() {
        return Arrays.stream(Optimizer.class.getPermittedSubclasses())
                .map(type -> (Optimizer) withDefaults(type))
                .toList();
    }

    static Object withDefaults(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no constructor of defaults", e);
        }
    }
}
