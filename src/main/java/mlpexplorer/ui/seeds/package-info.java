/// The seeds section of the sidebar.
///
/// - **Owns**: [SeedsPane].
/// - **Depends on**: `ui.workbench`, `ui.fx`.
/// - **Thread**: FX.
/// - **Decisions**: collapsed by default; most users only need New seed in the toolbar.
@NullMarked
package mlpexplorer.ui.seeds;

import org.jspecify.annotations.NullMarked;
