package mlpexplorer.experiment.store;

import java.util.Optional;

/// A stored run as a list shows it.
///
/// @param id         counts up from 1, never used again
/// @param parameters weights and biases
/// @param origin     the run that this one went on from
/// @param best       the epoch of the smallest validation loss so far
public record RunSummary(
        long id,
        RunLabel label,
        String fingerprint,
        RunFactors factors,
        long parameters,
        Optional<Origin> origin,
        RunProgress progress,
        Optional<Best> best) {

    /// A run and the epoch at which it was left for another way.
    public record Origin(long run, long epoch) {}

    /// An epoch and its validation loss.
    public record Best(long epoch, double loss) {}

    public RunSummary withLabel(RunLabel other) {
        return new RunSummary(id, other, fingerprint, factors, parameters, origin, progress, best);
    }

    /// The same without what was measured on the test part.
    public RunSummary withoutTest() {
        return new RunSummary(id, label, fingerprint, factors, parameters, origin, progress.withoutTest(), best);
    }

    /// The given name, or else what the run is.
    public String title() {
        return label.name().isEmpty()
                ? factors.dataset() + " " + factors.layers() + " " + factors.activation() + " " + factors.optimizer()
                : label.name();
    }
}
