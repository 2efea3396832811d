package mlpexplorer.ui.labs;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.Contest;
import mlpexplorer.experiment.lab.InitLab;
import mlpexplorer.experiment.lab.Symmetry;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.workbench.Texts;

/// Compares five initializers.
final class InitLineUp implements LineUp {

    @Override
    public String name() {
        return "init-lab";
    }

    @Override
    public String preset() {
        return "zero-init";
    }

    @Override
    public List<Contest.Entrant> entrants(RunStart base) {
        return InitLab.entrants(base.spec());
    }

    @Override
    public List<LabTable.Column<Contest.Standing>> columns() {
        return List.of(
                StandingColumns.name(),
                LabTable.Column.of("initial-loss", 74, s -> Numbers.loss(initialLoss(s))),
                LabTable.Column.of("off-chance", 70, s -> Numbers.difference(initialLoss(s) - chance(s), 4)),
                StandingColumns.trainLoss(), StandingColumns.trainAccuracy(),
                LabTable.Column.of("units", 300, InitLineUp::units, s -> s.symmetries().stream().anyMatch(Symmetry::isDead) ? "bad" : ""));
    }

    @Override
    public String conclusion(List<Contest.Standing> standings, BooleanSupplier stop) {
        String chance = Texts.text(
                "labs.init-lab.chance", standings.getFirst().mlp().classes(),
                Numbers.loss(chance(standings.getFirst())));
        String dead = standings.stream()
                .filter(standing -> standing.symmetries().stream().anyMatch(Symmetry::isDead))
                .map(standing -> standing.entrant().name()).collect(Collectors.joining(", "));
        return chance + (dead.isEmpty() ? "" : " " + Texts.text("labs.init-lab.dead", dead));
    }

    private static double initialLoss(Contest.Standing standing) {
        return standing.result().log().value(MetricLog.Column.TRAIN_LOSS, 0);
    }

    private static double chance(Contest.Standing standing) {
        return Math.log(standing.mlp().classes());
    }

    /// `layer 1: 8 units, 1 distinct, 8 dead`, for the worst layer.
    private static String units(Contest.Standing standing) {
        return standing.symmetries().stream()
                .reduce((a, b) -> a.isDead() || !b.isDead() && a.distinct() * b.units() <= b.distinct() * a.units() ? a : b)
                .map(InitLineUp::words).orElse("–");
    }

    private static String words(Symmetry worst) {
        String constant = worst.constant() == 0 ? "" : ", " + Texts.text("labs.init-lab.constant", worst.constant());
        return Texts.text("labs.init-lab.units", worst.layer(), worst.units(), worst.distinct()) + constant;
    }
}
