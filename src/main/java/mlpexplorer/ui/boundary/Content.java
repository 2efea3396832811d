package mlpexplorer.ui.boundary;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.PlaneView;

/// The content of the plot, apart from the network's parameters.
sealed interface Content {

    /// No run yet, or the plane of its data is still being computed.
    record Nothing() implements Content {}

    /// An empty plane before the first point is drawn.
    record Blank(Domain domain) implements Content {}

    /// Data without a plane.
    record NoPlane(int features) implements Content {}

    /// Points on a plane and its visible part; for a regression with one feature, that of its
    /// function.
    record Plane(Split split, PlaneView view, Domain domain) implements Content {
        Dataset dataset() {
            return split.dataset();
        }

        /// Outputs of a network for this data.
        int outputs() {
            return dataset().task().outputs();
        }

        boolean isAtDefaultView() {
            return domain.equals(view.home());
        }

        Plane seen(Domain other) {
            return new Plane(split, view, other);
        }
    }
}
