package mlpexplorer.experiment.sweep;

import java.util.OptionalDouble;

/// The progress of a sweep.
///
/// @param done finished runs, including those found in the cache
/// @param of total number of runs
/// @param found runs found in the cache
/// @param secondsLeft estimated remaining time; empty before the first run has finished
public record SweepProgress(int done, int of, int found, OptionalDouble secondsLeft) {}
