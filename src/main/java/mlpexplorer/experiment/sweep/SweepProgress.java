package mlpexplorer.experiment.sweep;

import java.util.OptionalDouble;

/// How far a sweep is.
///
/// @param done        runs that are over, those found finished from the start included
/// @param of          runs in all
/// @param found       runs that were finished from the start
/// @param secondsLeft estimated; empty before the first run is over
public record SweepProgress(int done, int of, int found, OptionalDouble secondsLeft) {}
