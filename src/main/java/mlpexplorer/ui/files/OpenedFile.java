package mlpexplorer.ui.files;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.workbench.OpenExperiment;

/// The valid content of a completely read file.
sealed interface OpenedFile {

    /// Data to train on.
    record Data(DataSpec spec, Dataset dataset) implements OpenedFile {}

    /// A complete experiment.
    record Experiment(OpenExperiment content) implements OpenedFile {}

    /// Weights that fit the current network.
    record Weights(Parameters weights) implements OpenedFile {}
}
