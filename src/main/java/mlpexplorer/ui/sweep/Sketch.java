package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.fx.Theme;

/// A boundary to be drawn.
record Sketch(RunSpec spec, Parameters parameters, Theme theme, int pixels) {

    /// Whether both look the same; the weights of a run are one object.
    boolean looksLike(Sketch other) {
        return parameters == other.parameters && theme == other.theme && pixels == other.pixels;
    }
}
