/// The network diagram: what each unit sees, the weights between them, and a hand on every number.
///
/// - **Owns**: [NetworkView], its layout ([DiagramLayout]) and the pictures of units ([UnitSampler]).
/// - **Depends on**: `ui.field`, `ui.workbench`, `ui.fx`, `training`, `data`, `nn`.
/// - **Thread**: FX; [UnitSampler] has one of its own.
/// - **Decisions**: fields and lines are drawn from one picture, so they belong to the same weights; lines share one canvas,
///   grouped by width, because a node a line would cost more than the drawing; nothing is computed while the diagram is hidden.
@NullMarked
package mlpexplorer.ui.network;

import org.jspecify.annotations.NullMarked;
