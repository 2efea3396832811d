/// The command line.
///
/// - **Owns**: the commands, what they print, and the exit codes (0 done, 1 diverged or failed, 2
///   usage, 3 bad input).
/// - **Depends on**: `experiment`, `training`, `data`, `nn`; picocli and Jackson.
/// - **Thread**: the main thread; [ShutdownSignal] owns the shutdown hook for Ctrl+C.
/// - **Decisions**: results go to stdout, progress and the one line about an error to stderr;
///   nothing here loads JavaFX.
@NullMarked
package mlpexplorer.cli;

import org.jspecify.annotations.NullMarked;
