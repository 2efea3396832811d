package mlpexplorer.experiment.labs;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Initializer;

import java.util.List;

/// The same run with five initializers.
public final class InitLab {
    private InitLab() {}

    /// Zeros, N(0, 0.01²), N(0, 1/fan-in), Xavier and He, with the seed of `base`, otherwise equal.
    public static List<OptimizerComparison.RaceRun> raceRuns(RunSpec base) {
        return List.of(
                raceRun("Zeros", base, new Initializer.Zeros()),
                raceRun("Small σ 0.01", base, new Initializer.Gaussian(0.01)),
                raceRun("Scaled 1/√n", base, new Initializer.Scaled()),
                raceRun("Xavier", base, new Initializer.Xavier()),
                raceRun("He", base, new Initializer.He()));
    }

    private static OptimizerComparison.RaceRun raceRun(
            String name, RunSpec base, Initializer initializer) {
        return new OptimizerComparison.RaceRun(
                name, new RunStart(base.withModel(base.model().withInitializer(initializer))));
    }
}
