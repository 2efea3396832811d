package mlpexplorer.experiment.sweep;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.Seeds;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Regularizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A spec with every combination of some settings, each repeated several times.
///
/// Repeats vary the randomness of training: repeat r adds r to the seeds of initial weights and
/// batch order (with the dropout masks). Data and split stay the same, so repeat 0 is the plain
/// run, and the spread over repeats does not include variation of the data. To vary those, use
/// `seeds.data` or `seeds.split` as an axis.
///
/// @param base base spec
/// @param axes varied settings; without any there is one cell, the base itself
/// @param repeats runs per combination and fold, 1 to 1,000
/// @param folds cross-validation: each repeat trains once on each of this many folds, so that the
///   mean over the runs of a combination is the cross-validation score
public record Sweep(RunStart base, List<Axis> axes, int repeats, Optional<Integer> folds) {
    public static final int MAX_REPEATS = 1000;
    public static final int MAX_RUNS = 10_000;

    private static final Set<String> FOLD_PATHS = Set.of("data.fold", "data.folds");
    private static final String L1 = "training.regularizer.l1";
    private static final String L2 = "training.regularizer.l2";

    /// A sweep without cross-validation.
    public Sweep(RunStart base, List<Axis> axes, int repeats) {
        this(base, axes, repeats, Optional.empty());
    }

    /// Throws [UserError] for two axes with the same path, or too many runs.
    public Sweep {
        axes = List.copyOf(axes);
        if (repeats < 1 || repeats > MAX_REPEATS) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "The number of repeats is %,d, but must be from 1 to %,d.",
                            repeats,
                            MAX_REPEATS));
        }
        if (axes.stream().map(Axis::path).distinct().count() < axes.size()) {
            throw UserError.input(
                    "Two axes vary the same setting; put all its values in one axis.");
        }
        folds.filter(count -> count < 2)
                .ifPresent(count -> {
                    throw UserError.input(
                            "The number of folds is " + count + ", but must be at least 2.");
                });
        if (folds.isPresent() && axes.stream().map(Axis::path).anyMatch(FOLD_PATHS::contains)) {
            throw UserError.input(
                    "The sweep trains on all folds already; remove the axis of data.fold or"
                            + " data.folds.");
        }
        double runs = (double) repeats * folds.orElse(1);
        for (Axis axis : axes) {
            runs *= axis.values().size();
        }
        if (runs > MAX_RUNS) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "The sweep would have %s runs, but the maximum is %,d; use fewer values"
                                    + " or repeats.",
                            Numbers.exact(runs),
                            MAX_RUNS));
        }
    }

    /// The number of combinations.
    public int cells() {
        return axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    }

    public int runs() {
        return cells() * runsPerCell();
    }

    /// The number of runs of each combination.
    public int runsPerCell() {
        return repeats * folds.orElse(1);
    }

    /// The values of a cell, in the order of the axes; the last axis varies fastest.
    public List<String> values(int cell) {
        int[] indices = indices(cell);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < indices.length; i++) {
            values.add(axes.get(i).values().get(indices[i]));
        }
        return values;
    }

    /// All runs, with the repeats of a cell in sequence. Throws [UserError] if a value is invalid
    /// for its path.
    public List<PlannedRun> plan() {
        List<PlannedRun> plan = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            RunSpec spec = spec(cell);
            for (int run = 0; run < runsPerCell(); run++) {
                RunStart start = new RunStart(run(spec, run), base.weights());
                plan.add(new PlannedRun(plan.size(), cell, run, values(cell), start));
            }
        }
        return plan;
    }

    /// Run `run` of a cell: all folds of the first repeat come first.
    private RunSpec run(RunSpec cell, int run) {
        int repeat = run / folds.orElse(1);
        RunSpec spec = cell.withSeeds(repeated(cell.seeds(), repeat));
        try {
            return folds.isEmpty()
                    ? spec
                    : spec.withSplit(spec.split().withFolds(folds, 1 + run % folds.get()));
        } catch (IllegalArgumentException e) {
            throw UserError.input(String.valueOf(e.getMessage()), e);
        }
    }

    private static Seeds repeated(Seeds seeds, int repeat) {
        return seeds.withInit(seeds.init() + repeat).withBatches(seeds.batches() + repeat);
    }

    /// The spec of a cell. Throws [UserError] if a value is invalid for its path.
    public RunSpec spec(int cell) {
        int[] indices = indices(cell);
        List<String> settings = new ArrayList<>();
        penaltyType().ifPresent(type -> settings.add("training.regularizer=" + type));
        for (int i = 0; i < indices.length; i++) {
            settings.add(axes.get(i).setting(indices[i]));
        }
        return SpecFolder.working().absolute(SpecJson.set(base.spec(), settings));
    }

    /// A λ that the base's penalty does not have changes it to one that does.
    private Optional<String> penaltyType() {
        boolean l1 = varies(L1);
        boolean l2 = varies(L2);
        if (varies("training.regularizer") || (!l1 && !l2)) {
            return Optional.empty();
        }
        return switch (base.spec().training().regularizer()) {
            case Regularizer.None _ -> Optional.of(l1 && l2 ? "elasticNet" : l1 ? "l1" : "l2");
            case Regularizer.L1 _ -> l2 ? Optional.of("elasticNet") : Optional.empty();
            case Regularizer.L2 _ -> l1 ? Optional.of("elasticNet") : Optional.empty();
            case Regularizer.ElasticNet _, Regularizer.PerLayer _ -> Optional.empty();
        };
    }

    private boolean varies(String path) {
        return axes.stream().anyMatch(axis -> axis.path().equals(path));
    }

    /// The index of each axis value of a cell.
    private int[] indices(int cell) {
        int[] indices = new int[axes.size()];
        int rest = cell;
        for (int i = indices.length - 1; i >= 0; i--) {
            int values = axes.get(i).values().size();
            indices[i] = rest % values;
            rest /= values;
        }
        return indices;
    }
}
