package mlpexplorer.experiment.lab;

import java.util.List;
import java.util.Optional;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;

/// How far one [Entrant] of a [Contest] is; frozen, any thread.
///
/// @param initial    its weights before the first update
/// @param parameters its weights now, a copy
/// @param epochs     whole ones so far
/// @param updates    done so far
/// @param seconds    spent in its own training and measuring
/// @param outcome    once it is over
/// @param symmetries of its hidden layers, once it is over
public record Standing(
        Entrant entrant,
        Mlp mlp,
        Split split,
        Parameters initial,
        Parameters parameters,
        MetricLog.View log,
        EpochMetrics metrics,
        long epochs,
        long updates,
        double seconds,
        Optional<Outcome> outcome,
        List<Symmetry> symmetries) {

    public boolean diverged() {
        return outcome.filter(Outcome.Diverged.class::isInstance).isPresent();
    }

    /// Milliseconds an epoch took on average; NaN before the first.
    public double millisPerEpoch() {
        return epochs > 0 ? 1000 * seconds / epochs : Double.NaN;
    }

    /// Share of the way to the last epoch that the stop rule allows, 1 once it is over.
    public double progress() {
        return outcome.isPresent() ? 1 : (double) epochs / entrant.start().spec().training().stop().epochs();
    }
}
