/// Opening and saving files: data, specs, pictures that contain a spec, weights; and the MNIST download.
///
/// - **Owns**: [FileVerbs] (open, save, copy, paste), [DropTarget] (files dropped on the window), [ProblemNote],
///   [MnistCard] with the thread of its download.
/// - **Depends on**: `ui.export`, `ui.workbench`, `ui.fx`, `experiment`, `data`.
/// - **Thread**: FX; files are read and written by [mlpexplorer.ui.fx.Jobs].
/// - **Decisions**: the kind of a file follows from its first bytes, not its name. A file is read completely before anything
///   changes, so a bad file changes nothing, and a written file is complete or absent.
@NullMarked
package mlpexplorer.ui.files;

import org.jspecify.annotations.NullMarked;
