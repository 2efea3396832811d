package mlpexplorer.ui.workbench;

import mlpexplorer.experiment.RunStart;

/// The last run started by the workbench; its first frame may not have arrived yet.
///
/// @param generation generation of its frames
/// @param start initial spec, and weights if given
/// @param continues whether it continues with the weights of the previous run instead of those of
///   its start
public record CurrentRun(long generation, RunStart start, boolean continues) {}
