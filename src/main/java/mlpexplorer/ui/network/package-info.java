/// The network diagram: what each unit sees, the weights between them, and a hand on every number.
///
/// - **Owns**: [NetworkView], its layout ([DiagramLayout]) and the pictures of units ([UnitSampler]).
/// - **Depends on**: `ui.field`, `ui.workbench`, `ui.fx`, `training`, `data`, `nn`.
/// - **Thread**: FX; [UnitSampler] has one of its own.
/// - **Decisions**: fields and lines are drawn from one request, so they belong to the same weights; both come as pixels from
///   the sampler, because hundreds of curves on a canvas kept the renderer busy for longer than a frame, and are drawn as
///   vectors only for a saved picture; nothing is computed while the diagram is hidden.
@NullMarked
package mlpexplorer.ui.network;

import org.jspecify.annotations.NullMarked;
