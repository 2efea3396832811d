package mlpexplorer.experiment.store;

import java.time.Instant;
import java.util.List;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;

/// What is known of a run before its first update.
///
/// @param parameters weights and biases
/// @param name       empty if it has none
public record NewRun(RunStart start, long parameters, Instant started, String name, List<String> tags) {

    /// The run that `start` begins on `split`, without name or tags.
    public NewRun(RunStart start, Split split, Instant started) {
        this(start, start.spec().parameterCount(split.shape()), started, "", List.of());
    }

    RunSpec spec() {
        return start.spec();
    }

    /// Reads the files of data, if there are any: the recorder's thread has the time.
    String fingerprint() {
        return start.fingerprint();
    }
}
