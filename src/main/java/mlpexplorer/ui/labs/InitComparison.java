package mlpexplorer.ui.labs;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.InitLab;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.experiment.labs.Symmetry;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.labs.ComparisonLab.Comparison;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Compares five initializers.
final class InitComparison implements Comparison {

    @Override
    public String name() {
        return "init-lab";
    }

    @Override
    public String preset() {
        return "zero-init";
    }

    @Override
    public List<OptimizerComparison.RaceRun> raceRuns(RunStart base) {
        return InitLab.raceRuns(base.spec());
    }

    @Override
    public List<LabTable.Column<OptimizerComparison.RaceResult>> columns() {
        return List.of(
                RaceColumns.name(),
                LabTable.Column.of("initial-loss", 74, s -> Numbers.loss(initialLoss(s))),
                LabTable.Column.of(
                        "off-chance", 70, s -> Numbers.difference(initialLoss(s) - chance(s), 4)),
                RaceColumns.trainLoss(),
                RaceColumns.trainAccuracy(),
                new LabTable.Column<>(
                        "units",
                        300,
                        InitComparison::units,
                        s -> s.symmetries().stream().anyMatch(Symmetry::isDead) ? "bad" : ""));
    }

    @Override
    public String conclusion(List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
        Task task = results.getFirst().mlp().task();
        String chance =
                Messages.text(
                        Messages.variant("labs.init-lab.chance", task.metric().key()),
                        task.outputs(),
                        Numbers.loss(chance(results.getFirst())));
        String dead =
                results.stream()
                        .filter(result -> result.symmetries().stream().anyMatch(Symmetry::isDead))
                        .map(result -> result.raceRun().name())
                        .collect(Collectors.joining(", "));
        return chance + (dead.isEmpty() ? "" : " " + Messages.text("labs.init-lab.dead", dead));
    }

    private static double initialLoss(OptimizerComparison.RaceResult result) {
        return result.result().log().value(MetricLog.Column.TRAIN_LOSS, 0);
    }

    private static double chance(OptimizerComparison.RaceResult result) {
        return result.mlp().task().uninformedLoss(result.result().split().train());
    }

    /// `layer 1: 8 units, 1 distinct, 8 dead`, for the worst layer.
    private static String units(OptimizerComparison.RaceResult result) {
        return result.symmetries().stream()
                .reduce((a, b) ->
                        a.isDead()
                                        || (!b.isDead()
                                                && a.distinct() * b.units()
                                                        <= b.distinct() * a.units())
                                ? a
                                : b)
                .map(InitComparison::label)
                .orElse("–");
    }

    private static String label(Symmetry worst) {
        String constant =
                worst.constant() == 0
                        ? ""
                        : ", " + Messages.text("labs.init-lab.constant", worst.constant());
        return Messages.text("labs.init-lab.units", worst.layer(), worst.units(), worst.distinct())
                + constant;
    }
}
