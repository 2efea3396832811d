package mlpexplorer.ui.workbench;

import mlpexplorer.training.MetricLog;

/// The curves of another run, drawn behind those of the current run.
///
/// @param name name of the run
/// @param rgb color as `0xRRGGBB`
/// @param log metrics
public record ReferenceCurves(String name, int rgb, MetricLog.View log) {}
