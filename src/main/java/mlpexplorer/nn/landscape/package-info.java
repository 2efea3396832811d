/// The loss on a plane through weight space.
///
/// - **Owns**: [WeightPath], [WeightPlane], [LossSurface], [LossGrid], [LossLevels].
/// - **Depends on**: `nn`.
/// - **Thread**: values are immutable; a [LossSurface] is used by one thread at a time.
/// - **Decisions**: the plane of principal components passes through the newest weights, so that
///   their loss is exact there. Principal components come from the Gram matrix of the path, whose
///   size is the number of steps and not the number of weights. Training loss includes the penalty,
///   since that sum is what the optimizer descends.
///
/// References: Goodfellow, Vinyals and Saxe, "Qualitatively characterizing neural network
/// optimization problems", ICLR 2015 (straight line); Lorch, "Visualizing deep network training
/// trajectories with PCA", ICML workshop 2016 (principal components); Li, Xu, Taylor, Studer and
/// Goldstein, "Visualizing the loss landscape of neural nets", NeurIPS 2018 (filter-normalized
/// random directions).
@NullMarked
package mlpexplorer.nn.landscape;

import org.jspecify.annotations.NullMarked;
