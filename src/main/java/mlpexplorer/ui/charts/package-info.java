/// Line charts, shared by all panes that show curves.
///
/// - **Owns** the look of a chart (title, interactive legend, axes, curves, bands, marks, hover
///   cursor), scaling, zooming and smoothing, and the reduction of curves of any length to pixels.
/// - **Depends on** `ui.controls`, `ui.concurrent`, and on `training` for [MetricCurve]. Data
///   arrives as [Curve]s, at most once per pulse.
/// - **Thread:** the FX thread; the arithmetic classes (`MinMaxPyramid`, `MinMaxDecimator`,
///   `NiceTicks`, …) may be used from any thread.
/// - **Decisions:** one `Path` per curve, not a canvas, so that a snapshot at any scale stays
///   sharp. A min/max pyramid per curve makes the cost of a redraw depend on the width of the plot,
///   not on the length of the run. If samples outnumber pixel columns, the envelope is filled
///   instead of drawing a zigzag: same pixels, a tenth of the rendering time.
@NullMarked
package mlpexplorer.ui.charts;

import org.jspecify.annotations.NullMarked;
