package mlpexplorer.experiment.store;

import java.time.Instant;
import java.util.List;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;

/// What is known of a run before its first update.
///
/// @param fingerprint of its start
/// @param parameters  weights and biases
public record NewRun(RunSpec spec, String fingerprint, long parameters, Instant started, String name, List<String> tags) {

    /// The run that `start` begins on `split`, without name or tags.
    public NewRun(RunStart start, Split split, Instant started) {
        this(start.spec(), start.fingerprint(), start.spec().parameterCount(split.shape()), started, "", List.of());
    }

    public NewRun named(String other) {
        return new NewRun(spec, fingerprint, parameters, started, other, tags);
    }

    public NewRun tagged(List<String> others) {
        return new NewRun(spec, fingerprint, parameters, started, name, others);
    }
}
