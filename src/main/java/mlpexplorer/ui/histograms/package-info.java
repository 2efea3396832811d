/// Histograms of weights, activations and update sizes, layer by layer.
///
/// - **Owns**: [HistogramsView], and the counting behind it ([LayerHistograms]).
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`, `training`, `nn`.
/// - **Thread**: FX; counting runs as a background job on the immutable parameters of a frame.
/// - **Decisions**: one job at a time, for the newest frame, and only while the pane is visible.
///   The update is that of one plain gradient step at the current rate, since a frame does not
///   contain the optimizer's state.
@NullMarked
package mlpexplorer.ui.histograms;

import org.jspecify.annotations.NullMarked;
