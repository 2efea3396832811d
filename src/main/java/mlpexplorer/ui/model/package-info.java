/// The sidebar's model section: hidden layers, activation, initialiser, parameter count.
///
/// - **Owns**: [ModelPane] and its editor of hidden layers.
/// - **Depends on**: `ui.workbench`, `ui.fx`.
/// - **Thread**: FX.
/// - **Decisions**: controls show the workbench's spec and answer with a new one; they hold no state of their own.
@NullMarked
package mlpexplorer.ui.model;

import org.jspecify.annotations.NullMarked;
