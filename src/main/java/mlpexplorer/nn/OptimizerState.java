package mlpexplorer.nn;

/// The memory of an optimizer. It steps parameters that it does not own; belongs to one thread.
public sealed interface OptimizerState permits SgdState, MomentumState, SquareState, AdamState {

    /// Moves `p` (modified) one step against `gradient` at learning rate `rate`.
    void step(Parameters p, Parameters gradient, double rate);

    /// An independent copy, for checkpoints.
    OptimizerState copy();

    /// Overwrites what this (modified) remembers with what `other` does, the state of the same optimizer with other knobs.
    void copyFrom(OptimizerState other);

    /// Memory taken, in bytes.
    long bytes();
}
