package mlpexplorer.cli;

import mlpexplorer.data.Dataset;

import java.io.PrintStream;

/// The output streams of a command.
///
/// @param out results
/// @param err progress and errors
record Console(PrintStream out, PrintStream err) {

    /// Prints what is unusual in the file that `dataset` comes from.
    void explain(Dataset dataset) {
        dataset.notes().forEach(note -> err.println("note: " + note));
    }
}
