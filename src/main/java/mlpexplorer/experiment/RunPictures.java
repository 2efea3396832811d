package mlpexplorer.experiment;

import java.io.IOException;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mlpexplorer.data.io.UserError;
import mlpexplorer.training.EpochMetrics;

/// Trains a run and draws it as the window would, where there is no window. Whoever can draw implements it, so that the
/// command line can ask for pictures without knowing what draws them.
@FunctionalInterface
public interface RunPictures {

    /// Trains `start` to its end, or until `stopAsked`, and draws what came of it. `eachEpoch` is told the newest metrics now
    /// and then. Throws what kept the run from starting, and [UserError] where nothing can be drawn.
    Drawn draw(RunStart start, Look look, BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch) throws IOException;

    /// How pictures look.
    ///
    /// @param dark  whether on dark ground
    /// @param scale pixels a unit, 1 to 8; a chart is 720 × 420 units
    record Look(boolean dark, int scale) {
        public static final int MAX_SCALE = 8;

        public Look {
            if (scale < 1 || scale > MAX_SCALE) {
                throw new IllegalArgumentException("scale is " + scale + ", but must be from 1 to 8.");
            }
        }
    }

    /// What came of it.
    ///
    /// @param pictures PNG files by their names
    record Drawn(RunResult result, SequencedMap<String, byte[]> pictures) {}
}
