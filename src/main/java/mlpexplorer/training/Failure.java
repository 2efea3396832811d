package mlpexplorer.training;

/// A run that could not begin or go on, or a live change that was refused (the run then goes on as it was).
///
/// @param generation which run of the session
public record Failure(long generation, Throwable cause) {}
