/// The sidebar's data section: which points, how many, how noisy, and how they are parted.
///
/// - **Owns**: [DataPane], the dataset thumbnails and the knobs of each dataset.
/// - **Depends on**: `ui.workbench`, `ui.fx`.
/// - **Thread**: FX.
/// - **Decisions**: switching datasets keeps samples and noise where the new one has them.
@NullMarked
package mlpexplorer.ui.data;

import org.jspecify.annotations.NullMarked;
