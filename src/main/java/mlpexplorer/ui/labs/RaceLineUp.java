package mlpexplorer.ui.labs;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.Contest;
import mlpexplorer.experiment.lab.OptimizerRace;
import mlpexplorer.ui.workbench.Texts;

/// Compares the seven optimizers.
final class RaceLineUp implements LineUp {
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
    public List<Contest.Entrant> entrants(RunStart base) {
        return OptimizerRace.entrants(base, OptimizerRace.all(), usualRates);
    }

    @Override
    public List<LabTable.Column<Contest.Standing>> columns() {
        return List.of(
                StandingColumns.name(), StandingColumns.rate(), StandingColumns.trainLoss(), StandingColumns.validationLoss(),
                StandingColumns.trainAccuracy(), StandingColumns.validationAccuracy(), StandingColumns.epochsToGood(),
                StandingColumns.outcome());
    }

    @Override
    public List<Node> settings(LabPage page) {
        CheckBox usual = page.caption("usual-rates").describe(new CheckBox(Texts.text("labs.usual-rates")));
        usual.setSelected(usualRates);
        usual.selectedProperty().addListener((_, _, now) -> usualRates = now);
        return List.of(usual);
    }

    @Override
    public String conclusion(List<Contest.Standing> standings, BooleanSupplier stop) {
        return standings.stream()
                .filter(standing -> !standing.end().diverged())
                .min(Comparator.comparingDouble(standing -> standing.end().metrics().train().loss()))
                .map(best -> Texts.text("labs.optimizer-race.best", best.entrant().name()))
                .orElse(Texts.text("labs.optimizer-race.none"));
    }
}
