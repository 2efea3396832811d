package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.DataLoader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Caches the data of the last run, so that the next one on the same data need not load it again,
/// nor split it again if the split is the same. Safe to use from several threads; the first of
/// several that ask for the same data loads it, and the others wait.
public final class SplitCache {
    private final ConcurrentHashMap<DataKey, Dataset> datasets = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<RunSpec.SplitKey, Split> splits = new ConcurrentHashMap<>();

    /// Data that was added and not used yet. A run on other data may still be starting.
    private final AtomicReference<Optional<DataKey>> unused =
            new AtomicReference<>(Optional.empty());

    /// @param seed 0 for files, which do not depend on it
    /// @param stamps size and time of each file, so that a changed or missing file is read again
    private record DataKey(DataSpec data, long seed, List<String> stamps) {
        static DataKey of(DataSpec data, long seed) {
            return new DataKey(
                    data,
                    data instanceof DataSpec.Synthetic ? seed : 0,
                    DataLoader.files(data).stream().map(DataKey::stamp).toList());
        }

        private static String stamp(Path file) {
            try {
                return Files.size(file) + " " + Files.getLastModifiedTime(file);
            } catch (IOException e) {
                return "unreadable";
            }
        }
    }

    /// The data of `spec`. Throws what [RunSpec#splitData] throws.
    public Split split(RunSpec spec) {
        RunSpec.SplitKey key = spec.splitKey();
        Split split = splits.computeIfAbsent(key, _ -> spec.split(dataset(spec)));
        splits.keySet().retainAll(Set.of(key));
        spec.requireFit(split.shape());
        return split;
    }

    private Dataset dataset(RunSpec spec) {
        DataKey key = DataKey.of(spec.data(), spec.seeds().data());
        Dataset dataset =
                datasets.computeIfAbsent(
                        key, _ -> DataLoader.load(spec.data(), spec.seeds().data()));
        Optional<DataKey> kept =
                unused.updateAndGet(awaited -> awaited.filter(other -> !other.equals(key)));
        datasets.keySet().removeIf(other -> !other.equals(key) && !kept.equals(Optional.of(other)));
        return dataset;
    }

    /// Takes `dataset`, which was just read from the files of `data`, so that the next run need not
    /// read them again.
    public void put(DataSpec data, Dataset dataset) {
        DataKey read = DataKey.of(data, 0);
        unused.set(Optional.of(read));
        datasets.put(read, dataset);
        splits.keySet().removeIf(key -> key.data().equals(data));
    }
}
