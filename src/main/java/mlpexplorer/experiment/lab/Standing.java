package mlpexplorer.experiment.lab;

import java.util.List;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Mlp;

/// How far one [Entrant] of a [Contest] is; frozen, any thread.
///
/// @param result     what it has come to, with a copy of its weights
/// @param isOver     whether it finished or diverged
/// @param symmetries of its hidden layers, once it is over
public record Standing(Entrant entrant, Mlp mlp, RunResult result, boolean isOver, List<Symmetry> symmetries) {

    public RunEnd end() {
        return result.end();
    }

    /// Share of the way to the last epoch that the stop rule allows, 1 once it is over.
    public double progress() {
        return isOver ? 1 : (double) end().epochs() / entrant.start().spec().training().stop().epochs();
    }
}
