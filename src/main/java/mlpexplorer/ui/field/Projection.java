package mlpexplorer.ui.field;

import mlpexplorer.data.Input;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.nn.PrincipalComponents;
import mlpexplorer.nn.Samples;

import java.util.Arrays;
import java.util.List;

/// Maps between the drawn plane and the inputs of a network. Point (x, y) of the plane is the input
/// `origin + x·across + y·up`; an input projects to `(x₀ + inputs·toX, y₀ + inputs·toY)`. Inputs
/// computed from two features are curved instead: `origin` then holds their means and `across`
/// their deviations. Immutable and thread-safe.
public final class Projection {
    private final List<Input> computed;
    private final int acrossFeature;
    private final double[] origin;
    private final double[] across;
    private final double[] up;
    private final double[] toX;
    private final double[] toY;
    private final double x0;
    private final double y0;

    private Projection(double[] origin, double[][] plane, double[][] back, double x0, double y0) {
        this.computed = List.of();
        this.acrossFeature = 0;
        this.origin = origin;
        across = plane[0];
        up = plane[1];
        toX = back[0];
        toY = back[1];
        this.x0 = x0;
        this.y0 = y0;
    }

    private Projection(Scaling scaling, int acrossFeature) {
        this.computed = scaling.inputs();
        this.acrossFeature = acrossFeature;
        origin = new double[computed.size()];
        across = new double[computed.size()];
        for (int k = 0; k < origin.length; k++) {
            origin[k] = scaling.mean(k);
            across[k] = scaling.deviation(k);
        }
        up = new double[0];
        toX = up;
        toY = up;
        x0 = 0;
        y0 = 0;
    }

    /// The plane of data with two features, in feature units.
    public static Projection ofTwo(Scaling scaling) {
        return ofTwo(scaling, 0);
    }

    /// The plane of data with two features, `first` along x.
    static Projection ofTwo(Scaling scaling, int first) {
        return scaling.inputs().isEmpty()
                ? ofFeatures(scaling, new double[2], first, 1 - first)
                : new Projection(scaling, first);
    }

    /// The line of data with one feature, in its unit; y has no influence on the inputs.
    static Projection ofOne(Scaling scaling) {
        double[] none = new double[1];
        double[][] line = {unit(1, 0, 1 / scaling.deviation(0)), none};
        double[][] back = {unit(1, 0, scaling.deviation(0)), none};
        return new Projection(new double[] {scaling.scale(0, 0)}, line, back, scaling.mean(0), 0);
    }

    /// The plane along two features in their units, through the input `mean`.
    static Projection ofFeatures(Scaling scaling, double[] mean, int first, int second) {
        int inputs = mean.length;
        double[] origin = mean.clone();
        origin[first] = scaling.scale(first, 0);
        origin[second] = scaling.scale(second, 0);
        double[][] plane = {
            unit(inputs, first, 1 / scaling.deviation(first)),
            unit(inputs, second, 1 / scaling.deviation(second))
        };
        double[][] back = {
            unit(inputs, first, scaling.deviation(first)),
            unit(inputs, second, scaling.deviation(second))
        };
        return new Projection(origin, plane, back, scaling.mean(first), scaling.mean(second));
    }

    /// The plane along two principal components of the inputs, through their mean.
    static Projection ofComponents(PrincipalComponents components) {
        double[][] plane = {components.first(), components.second()};
        return new Projection(
                components.mean(),
                plane,
                plane,
                -dot(components.mean(), plane[0]),
                -dot(components.mean(), plane[1]));
    }

    private static double[] unit(int length, int place, double value) {
        double[] unit = new double[length];
        unit[place] = value;
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// The number of network inputs.
    public int inputs() {
        return origin.length;
    }

    /// Whether network input `k` is the product of the contributions of x and y plus [#offset],
    /// rather than their sum.
    boolean isProduct(int k) {
        return !computed.isEmpty() && computed.get(k) == Input.PRODUCT;
    }

    /// What is added to the product of the contributions.
    double offset(int k) {
        return -origin[k] / across[k];
    }

    /// The contribution of x to network input `k`, including the origin.
    double inputAcross(int k, double x) {
        if (computed.isEmpty()) {
            return origin[k] + x * across[k];
        }
        return isProduct(k) ? x / across[k] : scaled(k, acrossFeature, x);
    }

    /// The contribution of y to network input `k`.
    double inputUp(int k, double y) {
        if (computed.isEmpty()) {
            return y * up[k];
        }
        return isProduct(k) ? y : scaled(k, 1 - acrossFeature, y);
    }

    private double scaled(int k, int feature, double value) {
        Input input = computed.get(k);
        return input.uses(feature) ? (input.of(value, value) - origin[k]) / across[k] : 0;
    }

    /// Writes the network inputs at a point of the plane into `inputs` (modified).
    public void place(double x, double y, double[] inputs) {
        for (int k = 0; k < origin.length; k++) {
            inputs[k] =
                    isProduct(k)
                            ? inputAcross(k, x) * inputUp(k, y) + offset(k)
                            : inputAcross(k, x) + inputUp(k, y);
        }
    }

    /// The positions of all rows of a split, in the order training, validation and test part.
    ProjectedPoints scatter(Split split) {
        ProjectedPoints points = ProjectedPoints.of(split.dataset().rows());
        if (!computed.isEmpty()) {
            Samples features = split.dataset().samples();
            for (int i = 0; i < points.rows(); i++) {
                points.x()[i] = features.feature(split.row(i), acrossFeature);
                points.y()[i] = features.feature(split.row(i), 1 - acrossFeature);
            }
            return points;
        }
        double[] row = new double[origin.length];
        int position = 0;
        for (Samples part : new Samples[] {split.train(), split.validation(), split.test()}) {
            for (int i = 0; i < part.rows(); i++) {
                part.copyRow(i, row, 0);
                points.x()[position] = x0 + dot(row, toX);
                points.y()[position] = y0 + dot(row, toY);
                position++;
            }
        }
        return points;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Projection that
                && computed.equals(that.computed)
                && acrossFeature == that.acrossFeature
                && Arrays.equals(origin, that.origin)
                && Arrays.equals(across, that.across)
                && Arrays.equals(up, that.up);
    }

    @Override
    public int hashCode() {
        return computed.hashCode()
                + Arrays.hashCode(origin)
                + 31 * Arrays.hashCode(across)
                + 961 * Arrays.hashCode(up);
    }

    /// Positions of rows on a plane, in its units; one entry per row. The arrays must not be
    /// modified.
    ///
    /// @param opacity 1, or less for rows far from a plane with all other features at their mean
    public record ProjectedPoints(double[] x, double[] y, double[] opacity) {

        /// Opaque points at the origin.
        static ProjectedPoints of(int rows) {
            double[] opacity = new double[rows];
            Arrays.fill(opacity, 1);
            return new ProjectedPoints(new double[rows], new double[rows], opacity);
        }

        public int rows() {
            return x.length;
        }
    }
}
