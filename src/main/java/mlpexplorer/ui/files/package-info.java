/// Files that come in and go out: data, specifications, pictures with a specification in them, weights; and the download of
/// MNIST.
///
/// - **Owns**: [FileVerbs] (open, save, copy, paste), [DropTarget] (files dropped on the window), [ProblemNote],
///   [MnistCard] with the thread of its download.
/// - **Depends on**: `ui.export`, `ui.workbench`, `ui.fx`, `experiment`, `data`.
/// - **Thread**: FX; files are read and written by [mlpexplorer.ui.fx.Jobs].
/// - **Decisions**: what a file is follows from its first bytes, not its name. A file is read to its end before anything
///   changes, so a bad one changes nothing, and a file that is written is complete or absent.
@NullMarked
package mlpexplorer.ui.files;

import org.jspecify.annotations.NullMarked;
