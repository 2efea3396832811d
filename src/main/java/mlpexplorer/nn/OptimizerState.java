package mlpexplorer.nn;

/// The state of an optimizer. Updates parameters that it does not own. Not thread-safe.
public sealed interface OptimizerState permits SgdState, MomentumState, SquareState, AdamState {

    /// Moves `p` (modified) one step against `gradient` at learning rate `rate`.
    void step(Parameters p, Parameters gradient, double rate);

    /// An independent copy, for checkpoints.
    OptimizerState copy();

    /// Overwrites this state (modified) with that of `other`, the same optimizer with other settings.
    void copyFrom(OptimizerState other);

    /// Memory used, in bytes.
    long bytes();
}
