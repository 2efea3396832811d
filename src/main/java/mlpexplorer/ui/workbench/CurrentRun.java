package mlpexplorer.ui.workbench;

import mlpexplorer.experiment.RunStart;

/// The run that the workbench has begun last; its first frame may still be on its way.
///
/// @param generation that of its frames
/// @param start      its specification as it began, and the weights where they were given
/// @param goesOn     whether it goes on with the weights of the run before, in place of those of its start
public record CurrentRun(long generation, RunStart start, boolean goesOn) {}
