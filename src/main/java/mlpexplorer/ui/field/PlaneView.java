package mlpexplorer.ui.field;

import mlpexplorer.data.Split;
import mlpexplorer.nn.PrincipalComponents;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.field.Projection.ProjectedPoints;

import java.util.Arrays;

/// A plane through the data of a split: its projection, the positions of the points and the default
/// visible part. Immutable by convention and thread-safe.
///
/// @param points positions in the order training, validation and test part
/// @param acrossShare of the data's variance along x, for principal components; otherwise 0
/// @param upShare of the data's variance along y
public record PlaneView(
        PlaneChoice choice,
        Projection projection,
        ProjectedPoints points,
        Domain home,
        double acrossShare,
        double upShare) {
    private static final double MIN_OPACITY = 0.25;

    /// Takes one pass over the rows and, for principal components, one per feature; too slow for
    /// the FX thread with large data.
    ///
    /// @throws IllegalArgumentException if the data has no such plane
    public static PlaneView of(Split split, PlaneChoice choice) {
        int columns = split.dataset().samples().columns();
        if (!choice.fits(columns)
                || (columns == 1 && split.dataset().task() instanceof Task.Classification)) {
            throw new IllegalArgumentException("A boundary needs two features of " + columns + ".");
        }
        return switch (choice) {
            case PlaneChoice.Features(int across, _) when columns == 2 ->
                    plane(split, choice, Projection.ofTwo(split.scaling(), across));
            case PlaneChoice.Features(int across, int up) -> {
                double[] mean = PrincipalComponents.mean(split.train());
                PlaneView view =
                        plane(
                                split,
                                choice,
                                Projection.ofFeatures(split.scaling(), mean, across, up));
                fade(split, mean, across, up, view.points().opacity());
                yield view;
            }
            case PlaneChoice.Principal() -> principal(split, choice);
            case PlaneChoice.Target() -> curve(split, choice);
        };
    }

    /// The same plane with another default visible part.
    public PlaneView at(Domain otherHome) {
        return new PlaneView(choice, projection, points, otherHome, acrossShare, upShare);
    }

    /// Whether `domain` contains all points.
    public boolean isIn(Domain domain) {
        for (int row = 0; row < points.rows(); row++) {
            double across = domain.across(points.x()[row]);
            double down = domain.down(points.y()[row]);
            if (!(across >= 0 && across <= 1 && down >= 0 && down <= 1)) {
                return false;
            }
        }
        return true;
    }

    /// Fades rows whose other features are farther from their mean than the root mean square of the
    /// training part.
    private static void fade(Split split, double[] mean, int across, int up, double[] opacity) {
        double[] distance = new double[opacity.length];
        double[] row = new double[mean.length];
        int position = 0;
        for (Split.Part part : Split.Part.values()) {
            Samples rows = split.part(part);
            for (int i = 0; i < rows.rows(); i++) {
                rows.copyRow(i, row, 0);
                for (int k = 0; k < row.length; k++) {
                    double off = k == across || k == up ? 0 : row[k] - mean[k];
                    distance[position] += off * off;
                }
                position++;
            }
        }
        double typical = Arrays.stream(distance).limit(split.train().rows()).average().orElse(0);
        for (int i = 0; i < opacity.length; i++) {
            if (distance[i] > typical) {
                opacity[i] = Math.max(MIN_OPACITY, typical / distance[i]);
            }
        }
    }

    private static PlaneView principal(Split split, PlaneChoice choice) {
        PrincipalComponents components = PrincipalComponents.of(split.train());
        Projection projection = Projection.ofComponents(components);
        ProjectedPoints points = projection.scatter(split);
        return new PlaneView(
                choice,
                projection,
                points,
                Domain.fitting(points),
                components.firstShare(),
                components.secondShare());
    }

    private static PlaneView curve(Split split, PlaneChoice choice) {
        Projection projection = Projection.ofOne(split.scaling());
        ProjectedPoints points = projection.scatter(split);
        for (int position = 0; position < points.rows(); position++) {
            points.y()[position] = split.dataset().samples().target(split.row(position));
        }
        return new PlaneView(choice, projection, points, Domain.ofCurve(points), 0, 0);
    }

    private static PlaneView plane(Split split, PlaneChoice choice, Projection projection) {
        ProjectedPoints points = projection.scatter(split);
        Domain home =
                split.dataset().samples().columns() == 2
                        ? Domain.around(split.dataset().samples())
                        : Domain.fitting(points);
        return new PlaneView(choice, projection, points, home, 0, 0);
    }
}
