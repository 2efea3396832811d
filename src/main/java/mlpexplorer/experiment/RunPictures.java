package mlpexplorer.experiment;

import mlpexplorer.data.io.UserError;
import mlpexplorer.training.EpochMetrics;

import java.io.IOException;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Trains a run and draws it as the window would, without a window. Implemented by `ui`, so that
/// the command line does not depend on it.
@FunctionalInterface
public interface RunPictures {

    /// Trains `start` until it ends or `stopAsked` is true, and draws the result. `eachEpoch`
    /// periodically receives the newest metrics. Throws the reason if the run could not start, and
    /// [UserError] if nothing can be drawn.
    Drawn draw(
            RunStart start, Look look, BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch)
            throws IOException;

    /// The files that are made.
    enum Format {
        /// Pixels.
        PNG,
        /// Vectors.
        SVG,
        /// Vectors, with all pictures below one another in one file.
        SINGLE_SVG
    }

    /// The look of pictures.
    ///
    /// @param dark whether to use the dark theme
    /// @param scale pixels per unit, 1 to 8; a chart is 720 × 420 units
    record Look(boolean dark, int scale, Format format) {
        public static final int MAX_SCALE = 8;

        /// The look of PNG files.
        public Look(boolean dark, int scale) {
            this(dark, scale, Format.PNG);
        }

        public Look {
            if (scale < 1 || scale > MAX_SCALE) {
                throw new IllegalArgumentException(
                        "scale is " + scale + ", but must be from 1 to 8.");
            }
        }
    }

    /// The result.
    ///
    /// @param pictures PNG or SVG files by name
    record Drawn(RunResult result, SequencedMap<String, byte[]> pictures) {}
}
