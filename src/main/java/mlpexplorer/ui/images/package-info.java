/// What a network on pictures has learned, in place of a boundary: first-layer weights, worst mistakes, a gallery of the data.
///
/// - **Owns**: [ImagesView].
/// - **Depends on**: `ui.workbench`, `ui.fx`, `training`, `data`, `nn`.
/// - **Thread**: FX; sheets of pictures are made by a background job.
/// - **Decisions**: a sheet is made whole in the background, pixels and words, and only copied on the FX thread. The gallery
///   shows the training part alone, so that nobody sees the test part by accident.
@NullMarked
package mlpexplorer.ui.images;

import org.jspecify.annotations.NullMarked;
