package mlpexplorer.experiment.sweep;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Require;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
/// @param shard the part of the runs that this sweep trains
public record Sweep(
        RunStart base, List<Axis> axes, int repeats, Optional<Integer> folds, Shard shard) {
    public static final int MAX_REPEATS = 1000;
    public static final int MAX_RUNS = 10_000;

    private static final Set<String> FOLD_PATHS = Set.of("data.fold", "data.folds");
    private static final String L1 = "training.regularizer.l1";
    private static final String L2 = "training.regularizer.l2";

    /// A sweep without cross-validation.
    public Sweep(RunStart base, List<Axis> axes, int repeats) {
        this(base, axes, repeats, Optional.empty());
    }

    /// A sweep of all runs.
    public Sweep(RunStart base, List<Axis> axes, int repeats, Optional<Integer> folds) {
        this(base, axes, repeats, folds, Shard.ALL);
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

    /// The number of runs of the shard.
    public int runs() {
        return shard.size(allRuns());
    }

    /// The number of runs of all shards.
    public int allRuns() {
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

    /// The runs of the shard, with the repeats of a cell in sequence. Throws [UserError] if a value
    /// is invalid for its path, even if it is one of another shard.
    public List<PlannedRun> plan() {
        List<PlannedRun> plan = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            RunSpec spec = spec(cell);
            for (int run = 0; run < runsPerCell(); run++) {
                int index = cell * runsPerCell() + run;
                RunStart start = new RunStart(run(spec, run), base.weights());
                if (shard.contains(index)) {
                    plan.add(new PlannedRun(index, cell, run, values(cell), start));
                }
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

    /// One of several parts of equal size. Run i belongs to part i modulo the number of parts, so
    /// the parts depend only on the sweep.
    ///
    /// @param number number of the part, from 1
    /// @param count number of parts, 1 to [#MAX_RUNS]
    public record Shard(int number, int count) {
        /// All runs.
        public static final Shard ALL = new Shard(1, 1);

        private static final Pattern TEXT = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

        public Shard {
            Require.between("count", count, 1, MAX_RUNS);
            Require.between("number", number, 1, count);
        }

        /// The shard named `3/20`. Throws [UserError] if there is none of that name.
        public static Shard parse(String text) {
            Matcher parts = TEXT.matcher(text.strip());
            if (parts.matches()) {
                int number = Integer.parseInt(parts.group(1));
                int count = Integer.parseInt(parts.group(2));
                if (count >= 1 && count <= MAX_RUNS && number >= 1 && number <= count) {
                    return new Shard(number, count);
                }
            }
            throw new UserError(
                    UserError.Category.USAGE,
                    "The shard is "
                            + UserError.quoted(text)
                            + ", but must be like 3/20: the number of the shard, from 1, and the"
                            + " number of shards, at most "
                            + Numbers.count(MAX_RUNS)
                            + ".");
        }

        boolean contains(int index) {
            return index % count == number - 1;
        }

        private int size(int runs) {
            return runs / count + (number <= runs % count ? 1 : 0);
        }
    }
}
