package mlpexplorer.ui.doctor;

import mlpexplorer.training.Divergence;

/// Something about a run that a learner should be told.
sealed interface Finding {

    /// @param goodEpoch whose weights are shown, the last good ones
    record Diverged(Divergence divergence, long goodEpoch) implements Finding {}

    /// All initial weights are zero, and the units of a hidden layer are still alike.
    ///
    /// @param layer   hidden layer, from 1
    /// @param units   it has
    /// @param classes of the data
    /// @param loss    on the training rows
    record Alike(int layer, int units, int classes, double loss) implements Finding {

        /// Whether the network knows no more than how many classes there are.
        boolean staysAtChance() {
            return Math.abs(loss - Math.log(classes)) < 0.05 * Math.log(classes);
        }
    }
}
