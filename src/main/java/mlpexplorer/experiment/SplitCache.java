package mlpexplorer.experiment;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mlpexplorer.data.Split;

/// Keeps the data of the last run, so that the next one on the same data does not load and split them again. Safe to use
/// from several threads; the first of several that ask for the same data loads them, and the others wait for it.
public final class SplitCache {
    private final ConcurrentHashMap<RunSpec.SplitKey, Split> splits = new ConcurrentHashMap<>();

    /// The data of `spec`. Throws what [RunSpec#splitData] throws.
    public Split split(RunSpec spec) {
        RunSpec.SplitKey key = spec.splitKey();
        Split split = splits.computeIfAbsent(key, _ -> spec.splitData());
        splits.keySet().retainAll(Set.of(key));
        spec.requireFit(split.dataset().rows());
        return split;
    }
}
