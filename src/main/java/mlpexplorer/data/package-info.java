/// The data of a run: generated datasets with noise, the split into parts, and standardization.
///
/// - **Owns**: [DataSpec] and its generators, [Dataset], [SplitSpec], [Split].
/// - **Depends on**: `nn` (random streams, [mlpexplorer.nn.Samples]).
/// - **Thread**: everything is immutable and runs on the caller's thread.
/// - **Decisions**: the position of a point depends only on the seed and its row, and noise scales
///   a stored vector, so dragging noise, samples or split never moves the noise-free points; the
///   split is a stored permutation; mean and deviation are those of the training part only. Nothing
///   in this package reads files: a spec that names a file has no shape until `data.io` has read
///   it.
@NullMarked
package mlpexplorer.data;

import org.jspecify.annotations.NullMarked;
