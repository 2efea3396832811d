/// Drawing the data by hand, on the plot of the decision boundary.
///
/// - **Owns**: [DrawPane] (class palette, actions and hint above the plot) and the mouse input on
///   the plot.
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`, and
///   [mlpexplorer.ui.field.Domain], which maps the pointer to the plane.
/// - **Thread**: FX.
/// - **Decisions**: points are part of the spec, so undo, files and the clipboard support them. A
///   brush stroke is one undo step, since the workbench groups changes while the mouse button is
///   down. Drawing filters mouse events before the plot's own gestures and leaves them the other
///   buttons and the wheel.
@NullMarked
package mlpexplorer.ui.draw;

import org.jspecify.annotations.NullMarked;
