package mlpexplorer.nn;

import java.util.function.IntConsumer;

/// Runs the two halves of a job, in sequence or in parallel on two cores. The result of a half does
/// not depend on how it is run, so a run gives the same bits either way.
public interface Parallel {

    /// Both halves on the caller's thread.
    Parallel SINGLE =
            job -> {
                job.accept(0);
                job.accept(1);
            };

    /// Calls `job` with 0 and with 1, and returns when both calls have returned.
    void run(IntConsumer job);
}
