package mlpexplorer.ui.doctor;

import mlpexplorer.training.Divergence;

/// A problem of a run that a learner should know about.
sealed interface Finding {

    /// @param goodEpoch the last good epoch, whose weights are shown
    record Diverged(Divergence divergence, long goodEpoch) implements Finding {}

    /// All initial weights are zero, and the units of a hidden layer are still identical.
    ///
    /// @param layer hidden layer, counted from 1
    /// @param units number of units in the layer
    /// @param classes number of classes
    /// @param loss training loss
    record Alike(int layer, int units, int classes, double loss) implements Finding {

        /// Whether the loss is that of a network that favors no class.
        boolean staysAtChance() {
            return Math.abs(loss - Math.log(classes)) < 0.05 * Math.log(classes);
        }
    }
}
