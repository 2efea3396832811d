package mlpexplorer.ui.workbench;

import mlpexplorer.training.MetricLog;

/// The curves of another run, drawn behind those of the run at hand.
///
/// @param name what the run is called
/// @param rgb  its colour as `0xRRGGBB`
/// @param log  its metrics
public record GhostRun(String name, int rgb, MetricLog.View log) {}
