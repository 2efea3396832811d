/// Opening and saving files: data, specs, pictures that contain a spec, weights; and the MNIST
/// download.
///
/// - **Owns**: [FileActions] (open, save, copy, paste), [DropTarget] (files dropped on the window),
///   [ErrorBanner], [MnistCard] with the thread of its download, [ModelActions] with the dialog and
///   the thread of predictions.
/// - **Depends on**: `ui.export`, `ui.workbench`, `ui.controls`, `ui.concurrent`, `experiment`,
///   `data`.
/// - **Thread**: FX; files are read and written by [mlpexplorer.ui.concurrent.Jobs].
/// - **Decisions**: the kind of a file follows from its first bytes, not its name. A file is read
///   completely before anything changes, so a bad file changes nothing, and a written file is
///   complete or absent.
@NullMarked
package mlpexplorer.ui.files;

import org.jspecify.annotations.NullMarked;
