/// The sidebar's model section: hidden layers, activation, initializer, parameter count.
///
/// - **Owns**: [ModelPane] and its editor of hidden layers.
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`.
/// - **Thread**: FX.
/// - **Decisions**: controls display the workbench's spec and reply with a new one; they hold no
///   state.
@NullMarked
package mlpexplorer.ui.model;

import org.jspecify.annotations.NullMarked;
