package mlpexplorer.experiment.sweep;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;

/// Draws the contact sheet of a sweep without a window. Implemented by `ui`, so that the command
/// line does not depend on it.
@FunctionalInterface
public interface SweepPictures {
    /// Maximum number of cells on a sheet.
    int MAX_CELLS = 600;

    /// The sheet as a file: the boundary of each cell's [SweepCell#pictured] run. Throws
    /// [mlpexplorer.data.io.UserError].
    ///
    /// @param weights weights of those runs, by index
    byte[] sheet(SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look)
            throws IOException;

    /// Throws [UserError] if no sheet of `sweep` can be drawn; call before training.
    static void requireDrawable(Sweep sweep) {
        if (sweep.cells() > MAX_CELLS) {
            throw UserError.input(
                    "A contact sheet shows at most "
                            + Numbers.count(MAX_CELLS)
                            + " combinations, but the axes have "
                            + Numbers.count(sweep.cells())
                            + "; write a table with --out instead.");
        }
        if (sweep.base().spec().data() instanceof DataSpec.Idx) {
            throw UserError.input(
                    "A contact sheet shows decision boundaries, but images have none; write a table"
                            + " with --out instead.");
        }
    }
}
