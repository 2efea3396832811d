package mlpexplorer.ui.boundary;

import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.Projection.ProjectedPoints;

import java.util.List;

/// The drawn points of a plane and their size: of many rows a fraction that can be drawn between
/// two pulses, the same for each part.
record PlotPoints(Content.Plane plane, boolean withTest) {
    /// Maximum number of points drawn.
    static final int MAX_POINTS = 6000;

    private static final double SIDE_PER_RADIUS = 125;
    private static final double MIN_RADIUS = 2.6;
    private static final double MAX_RADIUS = 5;

    private static final double RESIDUAL = 0.1;

    /// The number of points drawn at the normal size; more are drawn smaller, fewer larger.
    private static final double REFERENCE_ROWS = 200;

    /// Receives each point, in pixels from the top left corner of the plot.
    interface Viewer {
        void see(int position, Part part, double x, double y);
    }

    /// The number of points drawn of the plane, including those outside the visible part.
    static int drawn(Content.Plane plane) {
        return Math.min(MAX_POINTS, plane.dataset().rows());
    }

    /// Passes the visible points on a plot of the given side to `viewer`, part by part.
    void forEach(double side, Viewer viewer) {
        Split split = plane.split();
        ProjectedPoints points = plane.view().points();
        Domain domain = plane.domain();
        double share = Math.min(1, (double) MAX_POINTS / points.rows());
        int from = 0;
        for (Part part : List.of(Part.TRAIN, Part.VALIDATION, Part.TEST)) {
            int rows = split.part(part).rows();
            int drawn = part == Part.TEST && !withTest ? 0 : (int) Math.ceil(share * rows);
            for (int position = from; position < from + drawn; position++) {
                double across = domain.across(points.x()[position]);
                double down = domain.down(points.y()[position]);
                if (Math.max(Math.abs(across - 0.5), Math.abs(down - 0.5)) <= 0.5 + 1e-9) {
                    viewer.see(position, part, side * across, side * down);
                }
            }
            from += rows;
        }
    }

    /// Less than 1 for a point far from the plane.
    double opacity(int position) {
        return plane.view().points().opacity()[position];
    }

    /// The target of a row in the data's units.
    double target(int position) {
        return plane.dataset().samples().target(plane.split().row(position));
    }

    /// The signed length of the line from a point to its prediction, downward, in pixels: to the
    /// function of one feature; on a plane, a tenth of the plot for a standard deviation of the
    /// targets, upward if the target is above the prediction.
    double residual(int position, double predicted, double side) {
        double target = target(position);
        return switch (plane.view().choice()) {
            case PlaneChoice.Target() ->
                    side * (plane.domain().down(predicted) - plane.domain().down(target));
            case PlaneChoice.Features _, PlaneChoice.Principal() ->
                    side
                            * RESIDUAL
                            * (predicted - target)
                            / Math.sqrt(plane.dataset().samples().targetVariance());
        };
    }

    double radius(double side) {
        double room = Math.clamp(Math.pow(REFERENCE_ROWS / drawn(plane), 0.25), 0.6, 1.8);
        return room * Math.clamp(side / SIDE_PER_RADIUS, MIN_RADIUS, MAX_RADIUS);
    }
}
