package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.Theme;

/// A request to draw a boundary.
record BoundaryRequest(RunSpec spec, Parameters parameters, Theme theme, int pixels) {

    /// Whether both give the same picture; weights are compared by identity.
    boolean looksLike(BoundaryRequest other) {
        return parameters == other.parameters && theme == other.theme && pixels == other.pixels;
    }
}
