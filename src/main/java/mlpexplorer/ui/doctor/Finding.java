package mlpexplorer.ui.doctor;

import mlpexplorer.training.Divergence;

/// A problem of a run that a learner should know about.
sealed interface Finding {

    /// @param goodEpoch the last good epoch, whose weights are shown
    record Diverged(Divergence divergence, long goodEpoch) implements Finding {}

    /// After many epochs, the loss is still that of the class frequencies.
    ///
    /// @param loss training loss
    /// @param rate learning rate in effect
    record AtChance(Cause cause, long epochs, double loss, double rate) implements Finding {}

    /// Why a run may have learned nothing.
    enum Cause {
        /// The penalty keeps all weights near zero.
        PENALTY,
        /// The schedule has made the learning rate tiny.
        SCHEDULE,
        /// Anything else, such as an unsuitable learning rate or saturated units.
        OTHER
    }

    /// Layers before threshold units have no gradient.
    ///
    /// @param sentence what is trained
    record Untrained(String sentence) implements Finding {}

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
