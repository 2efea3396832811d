/// Drawing the data by hand, on the plot of the decision boundary.
///
/// - **Owns**: [DrawPane] (class palette, verbs and hint above the plot) and the pen on the plot.
/// - **Depends on**: `ui.workbench`, `ui.fx`, and [mlpexplorer.ui.field.Domain], which says where on the plane the mouse is.
/// - **Thread**: FX.
/// - **Decisions**: points are part of the specification, so undo, files and the clipboard know them without further ado; a
///   brush stroke is one step, as the workbench counts what happens while the mouse is down as one. The pen filters the
///   mouse before the plot's own gestures see it, and leaves them the other buttons and the wheel.
@NullMarked
package mlpexplorer.ui.draw;

import org.jspecify.annotations.NullMarked;
