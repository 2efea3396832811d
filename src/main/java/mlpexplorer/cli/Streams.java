package mlpexplorer.cli;

import java.io.PrintStream;

/// Where a verb writes.
///
/// @param out results
/// @param err progress and errors
record Streams(PrintStream out, PrintStream err) {}
