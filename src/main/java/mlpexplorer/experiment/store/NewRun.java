package mlpexplorer.experiment.store;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;

import java.time.Instant;
import java.util.List;

/// A run before its first update.
///
/// @param parameters number of weights and biases
/// @param name name, or empty
public record NewRun(
        RunStart start, long parameters, Instant started, String name, List<String> tags) {

    /// The run of `start` on `split`, without name or tags.
    public NewRun(RunStart start, Split split, Instant started) {
        this(start, start.spec().parameterCount(split.shape()), started, "", List.of());
    }

    RunSpec spec() {
        return start.spec();
    }

    /// Reads data files, if any; called on the recorder's thread since it takes time.
    String fingerprint() {
        return start.fingerprint();
    }
}
