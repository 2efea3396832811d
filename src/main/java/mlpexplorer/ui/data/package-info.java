/// The sidebar's data section: dataset, samples, noise, split and inputs.
///
/// - **Owns**: [DataPane], the dataset thumbnails and the settings of each dataset.
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`, `ui.field`.
/// - **Thread**: FX.
/// - **Decisions**: switching datasets keeps samples and noise if the new one has them.
@NullMarked
package mlpexplorer.ui.data;

import org.jspecify.annotations.NullMarked;
