/// The capacity strip: trained networks with fewer and more units in one hidden layer.
///
/// - **Owns**: [CapacityStrip] and its one background thread.
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`,
///   [mlpexplorer.ui.field.FieldThumbnail], `experiment`, `training`.
/// - **Thread**: FX; networks are trained and drawn on a background thread at low priority.
/// - **Decisions**: one network at a time, nearest sizes first, and none while the window's run
///   trains at full speed, so that the strip slows nothing down. Results are cached as long as the
///   rest of the spec stays the same, so that dragging the slider shows them immediately. A
///   collapsed strip does no work.
@NullMarked
package mlpexplorer.ui.capacity;

import org.jspecify.annotations.NullMarked;
