package mlpexplorer.experiment.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;

/// The data of the runs of a sweep: loaded once for all runs that share it, when the first of them asks, and forgotten when
/// the last one is over. Safe to use from several threads.
final class SharedSplits {
    private final Map<Key, List<PlannedRun>> groups = new LinkedHashMap<>();
    private final ConcurrentHashMap<Key, Integer> open = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key, Split> splits = new ConcurrentHashMap<>();

    private record Key(DataSpec data, SplitSpec split, long dataSeed, long splitSeed) {
        static Key of(PlannedRun run) {
            RunSpec spec = run.start().spec();
            return new Key(spec.data(), spec.split(), spec.seeds().data(), spec.seeds().split());
        }
    }

    SharedSplits(List<PlannedRun> runs) {
        runs.forEach(run -> groups.computeIfAbsent(Key.of(run), _ -> new ArrayList<>()).add(run));
        groups.forEach((key, group) -> open.put(key, group.size()));
    }

    /// The order to train in: runs with the same data in a row, so that little data is in memory at once, and among them the
    /// first repeat of each cell before the second, so that there is soon something to see of each. Long runs come before
    /// short ones, so that no processor is left alone with one at the end.
    List<PlannedRun> inOrder() {
        Comparator<PlannedRun> breadthFirst = Comparator.comparingInt(PlannedRun::repeat)
                .thenComparing(Comparator.comparingDouble(PlannedRun::work).reversed())
                .thenComparingInt(PlannedRun::index);
        return groups.values().stream().flatMap(group -> group.stream().sorted(breadthFirst)).toList();
    }

    /// The data of that run. Throws what [RunSpec#splitData] throws.
    Split take(PlannedRun run) {
        RunSpec spec = run.start().spec();
        Split split = splits.computeIfAbsent(Key.of(run), _ -> spec.splitData());
        spec.requireFit(split.dataset().rows());
        return split;
    }

    /// To be called once for each run when it is over.
    void release(PlannedRun run) {
        Key key = Key.of(run);
        if (open.merge(key, -1, Integer::sum) == 0) {
            splits.remove(key);
        }
    }
}
