package mlpexplorer.experiment.lesson;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;

import java.util.Optional;

/// A run in a step of a lesson that can be trained again from its spec.
///
/// @param step step, counted from 0
/// @param epochs completed epochs
/// @param finished whether it ended by its stop rule
/// @param checked whether its gradients were checked
/// @param parameters weights and biases
/// @param metrics metrics of the remaining weights
public record Attempt(
        int step,
        RunSpec spec,
        long epochs,
        boolean finished,
        boolean checked,
        long parameters,
        EpochMetrics metrics) {

    /// The attempt of a run that has ended or was stopped; empty if it started with given weights
    /// or continued a training, so that its spec alone does not determine its metrics.
    ///
    /// @param checked whether its gradients were checked
    /// @param parameters weights and biases
    public static Optional<Attempt> of(
            int step, RunStart start, RunEnd end, boolean checked, long parameters) {
        boolean fresh = start.weights().isEmpty() && start.resumed().isEmpty();
        return fresh
                ? Optional.of(
                        new Attempt(
                                step,
                                start.spec(),
                                end.epochs(),
                                !(end.outcome() instanceof Outcome.Stopped),
                                checked,
                                parameters,
                                end.metrics()))
                : Optional.empty();
    }

    /// Loss and metric of a part.
    public Score score(Split.Part part) {
        return switch (part) {
            case TRAIN -> metrics.train();
            case VALIDATION -> metrics.validation();
            case TEST -> metrics.test();
        };
    }

    /// The same without test metrics.
    Attempt withoutTest() {
        return new Attempt(
                step, spec, epochs, finished, checked, parameters, metrics.withoutTest());
    }
}
