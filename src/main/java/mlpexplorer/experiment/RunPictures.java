package mlpexplorer.experiment;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Require;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.training.EpochMetrics;

import java.io.IOException;
import java.util.Optional;
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
    /// @param landscape the loss landscape to draw, if any
    /// @param testHidden whether to omit test metrics
    /// @param repeats number of runs with different seeds that the charts show, as mean ± standard
    ///   deviation; 1 to 100
    record Look(
            boolean dark,
            int scale,
            Format format,
            Optional<Landscape> landscape,
            boolean testHidden,
            int repeats) {
        public static final int MAX_REPEATS = 100;

        public static final int MAX_SCALE = 8;

        /// The look of PNG files.
        public Look(boolean dark, int scale) {
            this(dark, scale, Format.PNG);
        }

        /// The look of pictures without a landscape.
        public Look(boolean dark, int scale, Format format) {
            this(dark, scale, format, Optional.empty(), false, 1);
        }

        /// The same with a landscape.
        public Look with(Optional<Landscape> wanted) {
            return new Look(dark, scale, format, wanted, testHidden, repeats);
        }

        /// The same with or without test metrics.
        public Look withTestHidden(boolean hidden) {
            return new Look(dark, scale, format, landscape, hidden, repeats);
        }

        /// The same with that many repeats.
        public Look withRepeats(int wanted) {
            return new Look(dark, scale, format, landscape, testHidden, wanted);
        }

        public Look {
            Require.between("repeats", repeats, 1, MAX_REPEATS);
            if (scale < 1 || scale > MAX_SCALE) {
                throw new IllegalArgumentException(
                        "scale is " + scale + ", but must be from 1 to 8.");
            }
        }
    }

    /// A picture of the loss on a plane through weight space.
    ///
    /// @param validation whether to draw the validation loss instead of the training loss
    /// @param extent size of the visible part relative to the default, [LossGrid.Extent#MIN_FACTOR]
    ///   to [LossGrid.Extent#MAX_FACTOR]
    /// @param seed seed of random directions
    record Landscape(WeightPlane.Kind plane, boolean validation, double extent, long seed) {
        public Landscape {
            Require.between(
                    "extent", extent, LossGrid.Extent.MIN_FACTOR, LossGrid.Extent.MAX_FACTOR);
        }
    }

    /// The result.
    ///
    /// @param pictures PNG or SVG files by name
    /// @param losses the losses of the landscape as a CSV file, if it was drawn
    record Drawn(
            RunResult result,
            SequencedMap<String, byte[]> pictures,
            Optional<AtomicFile.Content> losses) {
        public Drawn(RunResult result, SequencedMap<String, byte[]> pictures) {
            this(result, pictures, Optional.empty());
        }
    }
}
