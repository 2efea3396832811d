/// The network itself, as pure mathematics: what a multi-layer perceptron computes, how it learns, and how that is checked.
///
/// - **Owns**: activations, initialisers, regularisers, optimizers, schedules, forward and backward pass, gradient check.
/// - **Depends on**: EJML (matrix containers) and OpenBLAS (large products, by [Blas]). No threads, clocks or global
///   randomness, and no file but that library.
/// - **Thread**: configuration is immutable; [Workspace], [OptimizerState] and [RateState] belong to the thread that trains.
/// - **Decisions**: rows are samples, so activations are (batch × units) and weights (fan-in × fan-out); every sum has a
///   fixed order, so the same inputs give the same bits whatever else runs (another kind of processor may round
///   differently in the last place); a training step allocates nothing but slices of
///   arrays for the native products, and the compiler does away with most of those.
///
/// Read it in this order to learn back-propagation: [ModelSpec], [Parameters], [Mlp], [SoftmaxCrossEntropy], [Optimizer].
@NullMarked
package mlpexplorer.nn;

import org.jspecify.annotations.NullMarked;
