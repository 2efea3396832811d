package mlpexplorer.experiment.store;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Parameters;

/// The stored parts of the trained network of a run.
///
/// @param epoch epoch of the weights
public record StoredModel(RunSpec spec, Parameters weights, long epoch) {

    /// Throws [UserError] if the run has no weights yet.
    public static StoredModel of(RunStore store, RunSummary run) {
        Parameters weights =
                store.parameters(run.id())
                        .orElseThrow(() ->
                                UserError.input(
                                        "Run "
                                                + run.id()
                                                + " has no weights, since it has not ended."));
        return new StoredModel(store.spec(run.id()), weights, run.progress().metrics().epoch());
    }

    /// The model, without the state of its training. Reads the data of the run, since the database
    /// does not keep its scaling.
    public TrainedModel read() {
        return TrainedModel.of(spec, spec.splitData(), weights, epoch);
    }
}
