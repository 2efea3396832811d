/// The decision boundary of a network on a plane through its data: a live field of class
/// probabilities with its contour, the points, rings around misclassified points, and the
/// probabilities at the cursor; zoom and pan.
///
/// - **Owns**: [BoundaryView], and the thread of [mlpexplorer.ui.field.FieldSampler], which
///   evaluates and colors fields.
/// - **Depends on**: `ui.controls`, `ui.concurrent`, `training` (frames), `data`, `nn`.
/// - **Thread**: FX, except for the thread of [mlpexplorer.ui.field.FieldSampler]; requests and
///   pictures are exchanged through one-slot mailboxes. Planes of many rows or features, and
///   misclassified points, are computed by background jobs.
/// - **Decisions**: the field is sampled on a grid but interpolated in logits, where it is smooth,
///   so that a coarse grid has as clean a boundary as a fine one. A picture needs three digits, so
///   fields use single precision ([mlpexplorer.nn.FloatNet]); the values at the cursor come from
///   the network itself. The FX thread only copies finished pictures. The resolution during
///   training follows from the cost of a node, so that a large network only loses detail.
@NullMarked
package mlpexplorer.ui.boundary;

import org.jspecify.annotations.NullMarked;
