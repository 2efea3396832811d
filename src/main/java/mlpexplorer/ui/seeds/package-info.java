/// The sidebar's section of seeds: one for each kind of chance in a run.
///
/// - **Owns**: [SeedsPane].
/// - **Depends on**: `ui.workbench`, `ui.fx`.
/// - **Thread**: FX.
/// - **Decisions**: folded at first; the toolbar's New seed is what most people want.
@NullMarked
package mlpexplorer.ui.seeds;

import org.jspecify.annotations.NullMarked;
