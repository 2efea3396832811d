package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.nn.PrincipalComponents;
import mlpexplorer.nn.Samples;

import java.util.Arrays;

/// Maps between the drawn plane and the inputs of a network. Point (x, y) of the plane is the input
/// `origin + x·across + y·up`; an input projects to `(x₀ + inputs·toX, y₀ + inputs·toY)`. Immutable
/// and thread-safe.
public final class Projection {
    private final double[] origin;
    private final double[] across;
    private final double[] up;
    private final double[] toX;
    private final double[] toY;
    private final double x0;
    private final double y0;

    private Projection(double[] origin, double[][] plane, double[][] back, double x0, double y0) {
        this.origin = origin;
        across = plane[0];
        up = plane[1];
        toX = back[0];
        toY = back[1];
        this.x0 = x0;
        this.y0 = y0;
    }

    /// The plane of data with two features, in feature units.
    public static Projection ofTwo(Scaling scaling) {
        return ofFeatures(scaling, new double[2], 0, 1);
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

    /// The number of features.
    public int inputs() {
        return origin.length;
    }

    /// The contribution of x to network input `k`, including the origin.
    double inputAcross(int k, double x) {
        return origin[k] + x * across[k];
    }

    /// The contribution of y to network input `k`.
    double inputUp(int k, double y) {
        return y * up[k];
    }

    /// Writes the network inputs at a point of the plane into `inputs` (modified).
    public void place(double x, double y, double[] inputs) {
        for (int k = 0; k < origin.length; k++) {
            inputs[k] = inputAcross(k, x) + inputUp(k, y);
        }
    }

    /// The positions of all rows of a split, in the order training, validation and test part.
    ProjectedPoints scatter(Split split) {
        ProjectedPoints points =
                new ProjectedPoints(
                        new double[split.dataset().rows()], new double[split.dataset().rows()]);
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
                && Arrays.equals(origin, that.origin)
                && Arrays.equals(across, that.across)
                && Arrays.equals(up, that.up);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(origin) + 31 * Arrays.hashCode(across) + 961 * Arrays.hashCode(up);
    }
}
