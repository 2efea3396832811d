package mlpexplorer.ui.boundary;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.PlaneView;

/// What there is to draw, apart from the network's parameters.
sealed interface Content {

    /// No run has been seen yet, or the plane of its data is being worked out.
    record Nothing() implements Content {}

    /// A stretch of the plane on which the first point is still to be drawn.
    record Blank(Domain domain) implements Content {}

    /// Data that have no plane.
    record NoPlane(int features) implements Content {}

    /// Points on a plane and the part of it that is seen.
    record Plane(Split split, PlaneView view, Domain domain) implements Content {
        Dataset dataset() {
            return split.dataset();
        }

        int classes() {
            return dataset().classes();
        }

        boolean isAtHome() {
            return domain.equals(view.home());
        }

        Plane seen(Domain other) {
            return new Plane(split, view, other);
        }
    }
}
