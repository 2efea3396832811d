package mlpexplorer.experiment.sweep;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.nn.Parameters;

/// Draws the contact sheet of a sweep as the window would, where there is no window. Whoever can draw implements it, so that
/// the command line can ask for pictures without knowing what draws them.
@FunctionalInterface
public interface SweepPictures {
    /// More cells than this nobody can take in at once.
    int MOST_CELLS = 600;

    /// The sheet as a PNG file: the boundary of each cell's [SweepCell#pictured] run. Throws
    /// [mlpexplorer.data.io.UserError].
    ///
    /// @param weights of those runs, by their index
    byte[] sheet(SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look) throws IOException;

    /// Throws [UserError] if there is no sheet of `sweep`: before any training is spent.
    static void requireDrawable(Sweep sweep) {
        if (sweep.cells() > MOST_CELLS) {
            throw UserError.input(String.format(
                    "A contact sheet shows at most %,d combinations, but the axes have %,d; write a table with --out instead.", MOST_CELLS, sweep.cells()));
        }
        if (sweep.base().spec().data() instanceof DataSpec.Idx) {
            throw UserError.input("A contact sheet shows decision boundaries, but images have none; write a table with --out instead.");
        }
    }
}
