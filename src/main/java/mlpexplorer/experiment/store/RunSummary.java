package mlpexplorer.experiment.store;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Task;
import mlpexplorer.training.EpochMetrics;

import java.time.Instant;
import java.util.List;
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
        Factors factors,
        long parameters,
        Optional<Origin> origin,
        Progress progress,
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
                ? SpecText.title(
                        factors.dataset(),
                        factors.file(),
                        factors.hidden(),
                        factors.activation(),
                        factors.optimizer())
                : label.name();
    }

    /// The settings that runs are listed, sorted and filtered by, as in the JSON form of the spec.
    ///
    /// @param file path of the data file; empty if there is none
    /// @param samples number of samples; 0 if it depends on a file
    /// @param hidden units of each hidden layer
    /// @param activation one name, or a JSON array with one for each layer
    /// @param batch a number or `full`
    /// @param lambda1 λ₁; NaN if it differs between layers
    /// @param lambda2 λ₂; NaN if it differs between layers
    /// @param metric what the fit is measured by
    public record Factors(
            String dataset,
            String file,
            long samples,
            List<Integer> hidden,
            String activation,
            String initializer,
            String optimizer,
            double rate,
            String batch,
            String regularizer,
            double lambda1,
            double lambda2,
            double dropout,
            Task.Metric metric) {

        /// The type of the dataset or, without its folder, the name of its file.
        public String data() {
            return file.isEmpty() ? dataset : SpecText.file(file);
        }

        /// `8-8`, or `none`.
        public String layers() {
            return hidden.isEmpty() ? "none" : SpecText.layers(hidden);
        }
    }

    /// The progress of a stored run.
    ///
    /// @param seconds training time
    /// @param epochs completed epochs
    /// @param updates total number of updates
    /// @param reason reason of the end, such as `epochs_done`; empty if there is nothing to add to
    ///   the state
    /// @param reveals number of test-set reveals
    /// @param metrics metrics of the stored weights, or of the newest epoch while running; NaN for
    ///   empty parts
    public record Progress(
            Instant started,
            double seconds,
            long epochs,
            long updates,
            RunState state,
            String reason,
            EpochMetrics metrics,
            long reveals) {

        Progress withoutTest() {
            return new Progress(
                    started,
                    seconds,
                    epochs,
                    updates,
                    state,
                    reason,
                    metrics.withoutTest(),
                    reveals);
        }
    }
}
