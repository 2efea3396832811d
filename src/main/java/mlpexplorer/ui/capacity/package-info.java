/// The capacity strip: what the network would learn with fewer or more units in one hidden layer, trained for real.
///
/// - **Owns**: [CapacityStrip] and its one background thread.
/// - **Depends on**: `ui.workbench`, `ui.fx`, [mlpexplorer.ui.field.FieldThumbnail], `experiment`, `training`.
/// - **Thread**: FX; networks are trained and drawn in the thread of its jobs, at low priority.
/// - **Decisions**: one network after another, the sizes nearest to today's first, and none while the window's own run trains
///   as fast as it can, so that the strip slows nothing down. What is known of a size is kept as long as the rest of the
///   specification stays, so that a thumb that is dragged finds the pictures there. A folded strip does no work.
@NullMarked
package mlpexplorer.ui.capacity;

import org.jspecify.annotations.NullMarked;
