package mlpexplorer.ui.labs;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.experiment.labs.OptimizerRace;
import mlpexplorer.ui.controls.Messages;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Compares the seven optimizers.
final class OptimizerRaceComparison implements Comparison {
    private boolean usualRates = true;

    @Override
    public String name() {
        return "optimizer-race";
    }

    @Override
    public String preset() {
        return "spiral-mlp";
    }

    @Override
    public List<OptimizerComparison.RaceRun> entrants(RunStart base) {
        return OptimizerRace.entrants(base, OptimizerRace.all(), usualRates);
    }

    @Override
    public List<LabTable.Column<OptimizerComparison.RaceResult>> columns() {
        return List.of(
                RaceColumns.name(),
                RaceColumns.rate(),
                RaceColumns.trainLoss(),
                RaceColumns.validationLoss(),
                RaceColumns.trainAccuracy(),
                RaceColumns.validationAccuracy(),
                RaceColumns.epochsToGood(),
                RaceColumns.outcome());
    }

    @Override
    public List<Node> settings(LabPage page) {
        CheckBox usual =
                page.caption("usual-rates")
                        .describe(new CheckBox(Messages.text("labs.usual-rates")));
        usual.setSelected(usualRates);
        usual.selectedProperty().addListener((_, _, now) -> usualRates = now);
        return List.of(usual);
    }

    @Override
    public String conclusion(List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
        return results.stream()
                .filter(result -> !result.end().diverged())
                .min(Comparator.comparingDouble(result -> result.end().metrics().train().loss()))
                .map(best -> Messages.text("labs.optimizer-race.best", best.entrant().name()))
                .orElse(Messages.text("labs.optimizer-race.none"));
    }
}
