package mlpexplorer.nn.landscape;

import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RandomStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A plane (or a line) through weight space: the weights at (x, y) are `origin + x·across + y·up`.
/// Immutable and thread-safe.
public final class WeightPlane {
    /// Steps that principal components are computed from.
    public static final int MAX_STEPS = 128;

    /// Multiplications for the Gram matrix of a large network.
    private static final double MAX_WORK = 1e9;

    private static final int MIN_STEPS = 8;

    /// A component with less than this share of the variance of the first is rounding error.
    private static final double ROUNDING_SHARE = 1e-12;

    private final Kind kind;
    private final Parameters origin;
    private final Parameters across;
    private final Parameters up;
    private final double acrossShare;
    private final double upShare;
    private final double acrossSquare;
    private final double upSquare;
    private final double product;

    /// How the directions are chosen.
    public enum Kind {
        /// The first two principal components of the path.
        PRINCIPAL,
        /// Two random directions, each unit scaled to its weights.
        RANDOM,
        /// The straight line from the first weights to the last; `up` is zero.
        LINE
    }

    /// A place on the plane.
    public record Place(double x, double y) {}

    private WeightPlane(
            Kind kind, Parameters origin, List<Parameters> directions, double... shares) {
        this.kind = kind;
        this.origin = origin;
        across = directions.getFirst();
        up = directions.getLast();
        acrossShare = shares[0];
        upShare = shares[1];
        acrossSquare = dot(across, across);
        upSquare = dot(up, up);
        product = dot(across, up);
    }

    /// The first two principal components of all steps of `paths` (Lorch 2016): orthogonal unit
    /// directions through the last weights of the first path. If the steps lie on one line, `up` is
    /// a random direction. The first path leads to the right. Empty if no weight ever changed.
    ///
    /// Of many steps, at most [#MAX_STEPS] at even distances count, fewer for large networks.
    ///
    /// @param paths at least one, all of one shape
    /// @throws IllegalArgumentException if the shapes differ or the weights are too large
    public static Optional<WeightPlane> principal(List<WeightPath> paths) {
        Parameters origin = paths.getFirst().last();
        requireOneShape(paths, origin);
        int most = (int) Math.clamp(Math.sqrt(MAX_WORK / origin.count()), MIN_STEPS, MAX_STEPS);
        List<Parameters> steps = new ArrayList<>();
        for (WeightPath path : paths) {
            path.thinned(Math.max(2, most / paths.size())).steps().stream()
                    .map(WeightPath.Step::parameters)
                    .forEach(steps::add);
        }
        DMatrixRMaj gram = centeredGram(steps, origin);
        double total = 0;
        for (int i = 0; i < steps.size(); i++) {
            total += gram.get(i, i);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(steps.size(), true, true);
        if (!Double.isFinite(total) || !eigen.decompose(gram)) {
            throw new IllegalArgumentException(
                    "The weights are too large, so their path has no principal components.");
        }
        Integer[] order = new Integer[steps.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(variance(eigen, b), variance(eigen, a)));
        double largest = variance(eigen, order[0]);
        if (!(largest > 0)) {
            return Optional.empty();
        }
        WeightPath leading = paths.getFirst();
        Parameters across = component(eigen, order[0], steps, origin);
        turn(across, dot(across, leading.last()) - dot(across, leading.first()));
        double second = order.length > 1 ? variance(eigen, order[1]) : 0;
        boolean flat = second <= ROUNDING_SHARE * largest;
        Parameters up =
                flat
                        ? orthogonal(across, gaussian(across, 1))
                        : component(eigen, order[1], steps, origin);
        if (!flat) {
            turn(up, dot(up, leading.first()) + dot(up, leading.last()) - 2 * mean(up, steps));
        }
        return Optional.of(
                new WeightPlane(
                        Kind.PRINCIPAL,
                        origin,
                        List.of(across, up),
                        Math.min(1, largest / total),
                        flat ? 0 : Math.min(1, second / total)));
    }

    /// Two random directions through `at`, filter-normalized (Li et al. 2018): the part of a
    /// direction that belongs to the weights into one unit has the norm of these weights. Biases do
    /// not change. Empty if all weights are zero.
    public static Optional<WeightPlane> random(Parameters at, long seed) {
        Parameters across = normalized(gaussian(at, seed, 0), at);
        Parameters up = normalized(gaussian(at, seed, 1), at);
        return across.norm() > 0
                ? Optional.of(new WeightPlane(Kind.RANDOM, at, List.of(across, up), 0, 0))
                : Optional.empty();
    }

    /// The straight line from `from` at x = 0 to `to` at x = 1 (Goodfellow et al. 2015). Empty if
    /// they are equal.
    public static Optional<WeightPlane> line(Parameters from, Parameters to) {
        Parameters across = to.copy();
        add(across, -1, from);
        return across.norm() > 0
                ? Optional.of(new WeightPlane(Kind.LINE, from, List.of(across, from.zeros()), 1, 0))
                : Optional.empty();
    }

    private static void requireOneShape(List<WeightPath> paths, Parameters origin) {
        for (WeightPath path : paths) {
            for (WeightPath.Step step : path.steps()) {
                if (!step.parameters().sameShape(origin)) {
                    throw new IllegalArgumentException(
                            "Runs of different shapes have no common plane: "
                                    + step.parameters().shape()
                                    + " and "
                                    + origin.shape()
                                    + ".");
                }
            }
        }
    }

    public Kind kind() {
        return kind;
    }

    /// The weights at (0, 0); not modified.
    public Parameters origin() {
        return origin;
    }

    /// The direction of x; not modified.
    public Parameters across() {
        return across;
    }

    /// The direction of y; zero for a line; not modified.
    public Parameters up() {
        return up;
    }

    /// The share of the path's variance along x, 0 to 1; meaningful for principal components.
    public double acrossShare() {
        return acrossShare;
    }

    /// The share of the path's variance along y.
    public double upShare() {
        return upShare;
    }

    /// The place closest to `parameters`.
    public Place project(Parameters parameters) {
        double x = dot(across, origin, parameters);
        double y = dot(up, origin, parameters);
        double determinant = acrossSquare * upSquare - product * product;
        return upSquare == 0 || !(determinant > 0)
                ? new Place(x / acrossSquare, 0)
                : new Place(
                        (upSquare * x - product * y) / determinant,
                        (acrossSquare * y - product * x) / determinant);
    }

    /// The places closest to the steps of `path`.
    public List<Place> project(WeightPath path) {
        return path.steps().stream().map(step -> project(step.parameters())).toList();
    }

    /// Writes the weights at (x, y) into `target` (modified), which has the plane's shape.
    public void at(double x, double y, Parameters target) {
        target.copyFrom(origin);
        add(target, x, across);
        if (y != 0) {
            add(target, y, up);
        }
    }

    /// The product of `direction` and the difference of the other two.
    private static double dot(Parameters direction, Parameters from, Parameters to) {
        double sum = 0;
        for (int l = 0; l < direction.layers(); l++) {
            sum += dot(direction.weights(l), from.weights(l), to.weights(l));
            sum += dot(direction.biases(l), from.biases(l), to.biases(l));
        }
        return sum;
    }

    private static double dot(double[] direction, double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * (to[i] - from[i]);
        }
        return sum;
    }

    private static double dot(Parameters a, Parameters b) {
        double sum = 0;
        for (int l = 0; l < a.layers(); l++) {
            sum += dot(a.weights(l), b.weights(l)) + dot(a.biases(l), b.biases(l));
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(Parameters target, double factor, Parameters other) {
        for (int l = 0; l < target.layers(); l++) {
            add(target.weights(l), factor, other.weights(l));
            add(target.biases(l), factor, other.biases(l));
        }
    }

    private static void add(double[] target, double factor, double[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * other[i];
        }
    }

    /// Turns `direction` (modified) around if `sign` is negative.
    private static void turn(Parameters direction, double sign) {
        if (sign < 0) {
            direction.scale(-1);
        }
    }

    private static double mean(Parameters direction, List<Parameters> steps) {
        return steps.stream().mapToDouble(step -> dot(direction, step)).average().orElse(0);
    }

    /// Products of the steps' deviations from their mean. Differences from `origin` come first,
    /// since a path is short compared with the distance of its weights from zero.
    private static DMatrixRMaj centeredGram(List<Parameters> steps, Parameters origin) {
        int n = steps.size();
        DMatrixRMaj gram = new DMatrixRMaj(n, n);
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            Parameters difference = steps.get(i).copy();
            add(difference, -1, origin);
            for (int j = 0; j <= i; j++) {
                double value = dot(difference, origin, steps.get(j));
                gram.set(i, j, value);
                gram.set(j, i, value);
            }
        }
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                means[i] += gram.get(i, j) / n;
            }
            mean += means[i] / n;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gram.set(i, j, gram.get(i, j) - means[i] - means[j] + mean);
            }
        }
        return gram;
    }

    private static double variance(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
        return eigen.getEigenvalue(index).getReal();
    }

    /// The unit direction of an eigenvector of the Gram matrix.
    private static Parameters component(
            EigenDecomposition_F64<DMatrixRMaj> eigen,
            int index,
            List<Parameters> steps,
            Parameters origin) {
        double[] shares = eigen.getEigenVector(index).data;
        Parameters direction = origin.zeros();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            add(direction, shares[i], steps.get(i));
            sum += shares[i];
        }
        add(direction, -sum, origin);
        direction.scale(1 / direction.norm());
        return direction;
    }

    /// The unit direction of the part of `direction` (modified) that is orthogonal to `unit`.
    private static Parameters orthogonal(Parameters unit, Parameters direction) {
        add(direction, -dot(unit, direction), unit);
        double norm = direction.norm();
        direction.scale(norm > 0 ? 1 / norm : 0);
        return direction;
    }

    private static Parameters gaussian(Parameters shape, long seed, long... coordinates) {
        RandomStream random = new RandomStream(seed, coordinates);
        Parameters direction = shape.zeros();
        for (int l = 0; l < direction.layers(); l++) {
            Arrays.setAll(direction.weights(l), _ -> random.nextGaussian());
        }
        return direction;
    }

    /// Scales the weights into each unit of `direction` (modified) to the norm of those in `at`.
    private static Parameters normalized(Parameters direction, Parameters at) {
        for (int l = 0; l < at.layers(); l++) {
            double[] d = direction.weights(l);
            double[] w = at.weights(l);
            int units = at.fanOut(l);
            for (int unit = 0; unit < units; unit++) {
                double wanted = 0;
                double norm = 0;
                for (int i = unit; i < w.length; i += units) {
                    wanted = Math.hypot(wanted, w[i]);
                    norm = Math.hypot(norm, d[i]);
                }
                for (int i = unit; i < w.length; i += units) {
                    d[i] *= wanted / norm;
                }
            }
        }
        return direction;
    }
}
