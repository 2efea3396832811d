package mlpexplorer.nn;

import java.util.function.IntConsumer;

/// Does the two halves of a job: one after the other, or at once on two processors. What a half computes does not depend on
/// which it is, so a run gives the same bits either way.
public interface Lanes {

    /// Both halves on the caller's thread.
    Lanes SINGLE = job -> {
        job.accept(0);
        job.accept(1);
    };

    /// Calls `job` with 0 and with 1, and returns when both calls have returned.
    void run(IntConsumer job);
}
