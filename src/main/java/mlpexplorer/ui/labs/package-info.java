/// The page of the learning tools: each lab explains itself, has a preset that shows its point, and runs in the background.
///
/// - **Owns**: [LabsView] (the list and the chosen lab), [LabPage] (what every lab looks like), [LabRun] (work under way), a
///   [Lab] a tool, and [GhostTrainer], which works while the page is hidden.
/// - **Depends on**: `experiment.lab` (the engines), `ui.charts`, `ui.export`, `ui.field`, `ui.workbench`, `ui.fx`.
/// - **Thread**: FX; the work of a lab runs on the page's own [mlpexplorer.ui.fx.Jobs], the ghost's on its own.
/// - **Decisions**: a lab leaves the window's experiment alone: it reads it when Run is clicked and trains copies. News of
///   the work come through a one-slot mailbox and are shown once a pulse, while the page is shown. A lab is made
///   when it is chosen first.
@NullMarked
package mlpexplorer.ui.labs;

import org.jspecify.annotations.NullMarked;
