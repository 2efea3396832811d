/// Saving files and pictures, for every pane.
///
/// - **Owns**: [FileSaver] with [FileDialogs] and [FileNameCompleter], [PictureSaver] with its
///   dialog and [PictureRenderer], [PictureMetadata] (the metadata of pictures), [DefaultFileName].
/// - **Depends on**: `ui.workbench`, `ui.settings`, `ui.controls`, `ui.concurrent`, `experiment`.
/// - **Thread**: FX for dialogs and snapshots; content is encoded and written by
///   [mlpexplorer.ui.concurrent.Jobs].
/// - **Decisions**: a snapshot is taken before the dialog opens, so it shows what was visible at
///   the click. A file is written under a temporary name and then moved, so it is complete or
///   unchanged.
@NullMarked
package mlpexplorer.ui.export;

import org.jspecify.annotations.NullMarked;
