/// The decision boundary of a network on a plane through its data: a live field of class probabilities with its contour, the
/// points, rings around the misclassified ones, and the probabilities under the cursor; zoom and pan.
///
/// - **Owns**: [BoundaryView], and the thread of [mlpexplorer.ui.field.FieldSampler], which evaluates and colours fields.
/// - **Depends on**: `ui.fx`, `training` (frames), `data`, `nn`.
/// - **Thread**: FX, except [mlpexplorer.ui.field.FieldSampler]'s own; requests go to it and pictures come back through one-slot mailboxes.
///   Planes of many rows or features, and misclassified points, are found by background jobs.
/// - **Decisions**: the field is sampled on a grid but interpolated in logits, where it is smooth, so that a coarse grid has a
///   boundary as clean as a fine one. A picture needs three digits, so fields are computed in single precision ([mlpexplorer.nn.FloatNet]);
///   the numbers under the cursor come from the network itself. What the FX thread gets is a finished picture; it only
///   copies. How coarse the grid is while frames keep coming follows from what a node costs, so that a large network slows
///   nothing but its own detail.
@NullMarked
package mlpexplorer.ui.boundary;

import org.jspecify.annotations.NullMarked;

