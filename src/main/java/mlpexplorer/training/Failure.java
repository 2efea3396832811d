package mlpexplorer.training;

/// A run that could not start or continue, or a rejected live change (the run then continues unchanged).
///
/// @param generation generation of the run
public record Failure(long generation, Throwable cause) {}
