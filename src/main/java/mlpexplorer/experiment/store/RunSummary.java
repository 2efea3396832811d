package mlpexplorer.experiment.store;

import java.util.Optional;

/// A stored run in a list.
///
/// @param id id, counted from 1, never reused
/// @param parameters number of weights and biases
/// @param origin run that this one continues
/// @param best epoch of the smallest validation loss so far
public record RunSummary(
        long id,
        RunLabel label,
        String fingerprint,
        RunFactors factors,
        long parameters,
        Optional<Origin> origin,
        RunProgress progress,
        Optional<Best> best) {

    /// A run and the epoch at which it was forked.
    public record Origin(long run, long epoch) {}

    /// An epoch and its validation loss.
    public record Best(long epoch, double loss) {}

    public RunSummary withLabel(RunLabel other) {
        return new RunSummary(id, other, fingerprint, factors, parameters, origin, progress, best);
    }

    /// The same without test metrics.
    public RunSummary withoutTest() {
        return new RunSummary(
                id, label, fingerprint, factors, parameters, origin, progress.withoutTest(), best);
    }

    /// The name, or a description if there is none.
    public String title() {
        return label.name().isEmpty()
                ? factors.dataset()
                        + " "
                        + factors.layers()
                        + " "
                        + factors.activation()
                        + " "
                        + factors.optimizer()
                : label.name();
    }
}
