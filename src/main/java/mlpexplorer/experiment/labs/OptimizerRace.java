package mlpexplorer.experiment.labs;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.TrainingSpec;

import java.util.List;

/// Optimizers from bit-identical weights on the same batches.
public final class OptimizerRace {
    private OptimizerRace() {}

    /// All seven optimizers with default settings.
    public static List<Optimizer> all() {
        return List.of(
                new Optimizer.Sgd(),
                new Optimizer.Momentum(),
                new Optimizer.Nesterov(),
                new Optimizer.RmsProp(),
                new Optimizer.AdaGrad(),
                new Optimizer.Adam(),
                new Optimizer.AdamW());
    }

    /// One run per optimizer. With `usualRates`, each has its recommended learning rate; everything
    /// else is equal.
    public static List<OptimizerComparison.RaceRun> raceRuns(
            RunStart base, List<Optimizer> optimizers, boolean usualRates) {
        return optimizers.stream().map(optimizer -> raceRun(base, optimizer, usualRates)).toList();
    }

    private static OptimizerComparison.RaceRun raceRun(
            RunStart base, Optimizer optimizer, boolean usualRates) {
        TrainingSpec training = base.spec().training().withOptimizer(optimizer);
        TrainingSpec rated = usualRates ? training.withRate(recommendedRate(optimizer)) : training;
        return new OptimizerComparison.RaceRun(
                name(optimizer), new RunStart(base.spec().withTraining(rated), base.weights()));
    }

    /// A learning rate that works well on small problems; a tenth of SGD's for momentum, which with
    /// 0.9 moves ten times as far in the long run.
    public static double recommendedRate(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd _ -> 0.1;
            case Optimizer.Momentum _,
                    Optimizer.Nesterov _,
                    Optimizer.RmsProp _,
                    Optimizer.Adam _,
                    Optimizer.AdamW _ ->
                    0.01;
            case Optimizer.AdaGrad _ -> 0.1;
        };
    }

    public static String name(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd _ -> "SGD";
            case Optimizer.Momentum _ -> "Momentum";
            case Optimizer.Nesterov _ -> "Nesterov";
            case Optimizer.RmsProp _ -> "RMSProp";
            case Optimizer.AdaGrad _ -> "AdaGrad";
            case Optimizer.Adam _ -> "Adam";
            case Optimizer.AdamW _ -> "AdamW";
        };
    }
}
