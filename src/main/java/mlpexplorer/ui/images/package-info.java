/// Views of a network trained on images: first-layer weights, worst mistakes, a gallery of the
/// data.
///
/// - **Owns**: [ImagesView].
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`, `training`, `data`, `nn`.
/// - **Thread**: FX; sheets are created by a background job.
/// - **Decisions**: a sheet, pixels and text, is created entirely in the background and only copied
///   on the FX thread. The gallery shows only the training part, so that the test part is not
///   revealed by accident.
@NullMarked
package mlpexplorer.ui.images;

import org.jspecify.annotations.NullMarked;
