/// Line charts: the kit of every pane that shows curves.
///
/// - **Owns** the look of a chart (title, legend that hides and isolates, axes, curves, bands, marks, hover cursor), how it is
///   scaled, zoomed and smoothed, and how a curve of any length is reduced to what the pixels can show.
/// - **Depends on** `ui.fx`, and on `training` for [MetricCurve]. What to draw arrives as [Curve]s, at most once a pulse.
/// - **Thread:** the FX thread; the arithmetic classes (`Extremes`, `MinMaxDecimator`, `NiceTicks`, …) have no thread of their own.
/// - **Decisions:** one `Path` per curve, not a canvas, so that a snapshot at any scale stays sharp. A pyramid of
///   extremes is kept per curve, so a redraw costs by the width of the plot and not by the length of the run. Where samples
///   outnumber pixel columns the envelope is filled in place of a zigzag: same pixels, a tenth of the rendering time.
@NullMarked
package mlpexplorer.ui.charts;

import org.jspecify.annotations.NullMarked;

