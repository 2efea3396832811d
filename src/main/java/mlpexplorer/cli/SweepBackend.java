package mlpexplorer.cli;

import mlpexplorer.experiment.sweep.SweepExecutor;

import java.util.Optional;
import java.util.function.Consumer;

/// Where `sweep` trains its runs: on the cores of this machine, or on a cluster.
public interface SweepBackend {

    /// The executor of a sweep. Called once, after all options and values were checked.
    ///
    /// @param jobs value of `--jobs`, if given
    /// @param messages receives sentences for the user, on any thread
    SweepExecutor executor(Optional<Integer> jobs, Consumer<String> messages);

    /// Describes how many runs are trained at a time, such as `2 at a time`. Called after
    /// [#executor].
    ///
    /// @param runs number of runs
    String description(Optional<Integer> jobs, int runs);
}
