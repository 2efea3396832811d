/// The Labs page: each lab has an explanation and a preset that demonstrates it, and runs in the
/// background.
///
/// - **Owns**: [LabsView] (the list and the selected lab), [LabPage] (the common layout), [LabRun]
///   (background tasks), one [Lab] per tool, and [BaselineTrainer], which also works while the page
///   is hidden.
/// - **Depends on**: `experiment.labs` (the engines), `ui.charts`, `ui.export`, `ui.field`,
///   `ui.workbench`, `ui.controls`, `ui.concurrent`.
/// - **Thread**: FX; the labs share the page's [mlpexplorer.ui.concurrent.Jobs]; the baseline has
///   separate ones.
/// - **Decisions**: a lab does not change the window's experiment: it reads it when Run is clicked
///   and trains copies. Progress arrives through a one-slot mailbox and is displayed once per pulse
///   while the page is visible. Labs are created on first selection.
@NullMarked
package mlpexplorer.ui.labs;

import org.jspecify.annotations.NullMarked;
