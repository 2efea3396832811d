/// What a network is trained on: which rows, generated ones and their noise, the split into parts and the standardisation.
///
/// - **Owns**: [DataSpec] and what its plane sets generate, [Dataset], [SplitSpec], [Split].
/// - **Depends on**: `nn` (random streams, [mlpexplorer.nn.Samples]).
/// - **Thread**: everything here is immutable; the caller's thread does the work.
/// - **Decisions**: a point's position depends on the seed and its row alone, and noise scales a stored vector, so dragging
///   noise, samples or split never moves the points under the noise; the split is a stored permutation; mean and deviation
///   are those of the training part only. Nothing here reads files: a specification that names one has no shape until
///   `data.io` has read it.
@NullMarked
package mlpexplorer.data;

import org.jspecify.annotations.NullMarked;
