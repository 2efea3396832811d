/// The mathematics of a multi-layer perceptron: forward pass, training and gradient check.
///
/// - **Owns**: activations, initializers, regularizers, optimizers, schedules, forward and backward
///   pass, gradient check.
/// - **Depends on**: EJML (matrix containers) and OpenBLAS (large products, by [Blas]). No threads,
///   clocks or global randomness; no files except that library.
/// - **Thread**: configuration is immutable; [Workspace], [OptimizerState] and [RateState] belong
///   to the thread that trains.
/// - **Decisions**: rows are samples, so activations are (batch × units) and weights (fan-in ×
///   fan-out); every sum has a fixed order, so the same inputs always give the same bits (another
///   processor type may round differently in the last place); a training step allocates nothing but
///   array slices for the native products, most of which the compiler eliminates.
/// - **Single precision**: the build generates `SingleProducts`, `SingleWorkspace` and so on from
///   these sources (`src/build/SingleSources.java`); [Learner] chooses.
///
/// Read it in this order to learn back-propagation: [ModelSpec], [Parameters], [Mlp],
/// [SoftmaxCrossEntropy], [Optimizer].
@NullMarked
package mlpexplorer.nn;

import org.jspecify.annotations.NullMarked;
