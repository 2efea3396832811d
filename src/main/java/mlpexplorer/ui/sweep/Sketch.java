package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.fx.Theme;

/// A request to draw a boundary.
record Sketch(RunSpec spec, Parameters parameters, Theme theme, int pixels) {

    /// Whether both give the same picture; weights are compared by identity.
    boolean looksLike(Sketch other) {
        return parameters == other.parameters && theme == other.theme && pixels == other.pixels;
    }
}
