package mlpexplorer.ui.workbench;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;

import java.util.Optional;

/// Another experiment that can be opened in the workbench: with the weights given for it or random
/// ones. Weights of the previous experiment are discarded.
///
/// @param data what was read from its data files, if it has any
public record OpenExperiment(RunStart start, Optional<Dataset> data) {

    /// Reads the data files of `start`, so that an experiment that cannot run changes nothing. Do
    /// not call on the FX thread. Throws [UserError] if a file cannot be used or does not fit the
    /// rest of the experiment.
    public static OpenExperiment read(RunStart start) {
        RunSpec spec = start.spec();
        if (DataLoader.files(spec.data()).isEmpty()) {
            return new OpenExperiment(start, Optional.empty());
        }
        Dataset dataset = DataLoader.load(spec.data(), spec.seeds().data());
        spec.requireFit(dataset.shape());
        start.initial(dataset.shape());
        return new OpenExperiment(start, Optional.of(dataset));
    }

    /// Opens `start`, whose data is generated.
    public static Optional<String> open(Workbench workbench, RunStart start) {
        return new OpenExperiment(start, Optional.empty()).openIn(workbench);
    }

    /// Opens the experiment as one undo step. Returns an error message if it is invalid.
    public Optional<String> openIn(Workbench workbench) {
        try {
            workbench.lesson().requireAllowed(start);
        } catch (UserError e) {
            return Optional.of(workbench.notice().show(e));
        }
        workbench.beginDrag();
        Optional<String> problem =
                data.isPresent()
                        ? workbench.open(start.spec().data(), data.get(), _ -> start.spec())
                        : workbench.change(_ -> start.spec());
        if (problem.isEmpty()) {
            problem =
                    start.weights()
                            .flatMap(_ -> workbench.startFrom(start.weights(), start.resumed()));
            if (start.weights().isEmpty()) {
                workbench.drawWeights();
            }
        }
        workbench.endDrag();
        return problem;
    }
}
