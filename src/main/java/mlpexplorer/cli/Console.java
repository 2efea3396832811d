package mlpexplorer.cli;

import java.io.PrintStream;

/// The output streams of a command.
///
/// @param out results
/// @param err progress and errors
record Console(PrintStream out, PrintStream err) {}
