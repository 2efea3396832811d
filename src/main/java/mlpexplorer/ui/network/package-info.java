/// The network diagram: a picture of each unit, the weights between them, and live editing of every
/// number.
///
/// - **Owns**: [NetworkView], its layout ([DiagramLayout]) and the pictures of units.
/// - **Depends on**: `ui.field`, `ui.workbench`, `ui.controls`, `ui.concurrent`, `training`,
///   `data`, `nn`.
/// - **Thread**: FX; the pictures of units are computed on another thread.
/// - **Decisions**: fields and lines are drawn from one request, so they show the same weights.
///   Both arrive as pixels from the sampler, since hundreds of curves on a canvas take longer than
///   a frame; saved pictures use vectors. Nothing is computed while the diagram is hidden.
@NullMarked
package mlpexplorer.ui.network;

import org.jspecify.annotations.NullMarked;
