/// The menus of the window and the dialogs of the Help menu.
///
/// - **Owns**: a class for each menu, [MenuItems], [KeysSheet], [AboutSheet].
/// - **Depends on**: `ui.export`, `ui.files`, `ui.labs` (the names of the labs), `ui.workbench`, `ui.fx`, `experiment`.
/// - **Thread**: FX.
/// - **Decisions**: a menu knows what its items do only as actions and properties, not the panes behind them.
@NullMarked
package mlpexplorer.ui.menu;

import org.jspecify.annotations.NullMarked;
