package mlpexplorer.ui.runs;

import mlpexplorer.experiment.store.RunSummary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The Pareto front: runs that no other run dominates in parameters and validation error.
final class Pareto {
    private Pareto() {}

    /// Whether the run has a validation error.
    static boolean counts(RunSummary run) {
        return Double.isFinite(error(run));
    }

    /// The fraction of misclassified validation rows, or of the variance that a regression does not
    /// explain, at most 1; NaN without a validation part.
    static double error(RunSummary run) {
        return Math.min(1, 1 - run.progress().metrics().validation().metric());
    }

    /// The front, by increasing number of parameters.
    static List<RunSummary> front(List<RunSummary> runs) {
        List<RunSummary> front = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        List<RunSummary> ordered =
                runs.stream()
                        .filter(Pareto::counts)
                        .sorted(
                                Comparator.comparingLong(RunSummary::parameters)
                                        .thenComparingDouble(Pareto::error)
                                        .thenComparingLong(RunSummary::id))
                        .toList();
        for (RunSummary run : ordered) {
            if (error(run) < least) {
                least = error(run);
                front.add(run);
            }
        }
        return front;
    }
}
