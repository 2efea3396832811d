/// What a network is trained on: generated point sets, their noise, the split into parts and the standardisation.
///
/// - **Owns**: [DataSpec] and what it generates, [Dataset], [SplitSpec], [Split].
/// - **Depends on**: `nn` (random streams, [mlpexplorer.nn.Samples]).
/// - **Thread**: everything here is immutable; the caller's thread does the work.
/// - **Decisions**: a point's position depends on the seed and its row alone, and noise scales a stored vector, so dragging
///   noise, samples or split never moves the points under the noise; the split is a stored permutation; mean and deviation
///   are those of the training part only.
@NullMarked
package mlpexplorer.data;

import org.jspecify.annotations.NullMarked;
