/// The menus of the window and the dialogs of the Help menu.
///
/// - **Owns**: a class for each menu, [MenuItems], [ShortcutsDialog], the About dialog.
/// - **Depends on**: `ui.export`, `ui.files`, `ui.labs` (the names of the labs), `ui.workbench`,
///   `ui.controls`, `ui.concurrent`, `experiment`.
/// - **Thread**: FX.
/// - **Decisions**: menus refer to actions and properties, not to panes.
@NullMarked
package mlpexplorer.ui.menu;

import org.jspecify.annotations.NullMarked;
