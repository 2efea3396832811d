/// Histograms of weights, activations and update sizes, layer by layer.
///
/// - **Owns**: [HistogramsView], and the counting behind it ([LayerHistograms], [Histogram]).
/// - **Depends on**: `ui.workbench`, `ui.fx`, `training`, `nn`.
/// - **Thread**: FX; the counting runs as a background job on the parameters of a frame, which nobody changes.
/// - **Decisions**: one job at a time, for the newest frame, and only while the pane is seen. The update is that of one
///   plain gradient step at the current rate, since a frame does not carry the optimizer's memory.
@NullMarked
package mlpexplorer.ui.histograms;

import org.jspecify.annotations.NullMarked;
