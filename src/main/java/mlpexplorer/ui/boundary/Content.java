package mlpexplorer.ui.boundary;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.field.Domain;

/// What there is to draw, apart from the network's parameters.
sealed interface Content {

    /// No run has been seen yet.
    record Nothing() implements Content {}

    /// Data that are not points of a plane.
    record NoPlane(int features) implements Content {}

    /// Points of a plane and the part of it that is drawn.
    record Plane(Split split, Domain domain) implements Content {
        Dataset dataset() {
            return split.dataset();
        }

        int classes() {
            return dataset().classes();
        }
    }

    /// What `frame` shows; the same object as before if its data are the same.
    default Content next(Frame frame) {
        if (this instanceof Plane(Split split, _) && split == frame.split()) {
            return this;
        }
        Dataset dataset = frame.split().dataset();
        int features = dataset.samples().columns();
        return features == 2 ? new Plane(frame.split(), Domain.around(dataset.samples())) : new NoPlane(features);
    }
}
