package mlpexplorer.ui.sweep;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;

/// Makes the data of runs, and keeps the last ones, as neighbours mostly have the same. Any thread.
final class SplitKeeper {
    private final AtomicReference<Optional<Kept>> last = new AtomicReference<>(Optional.empty());

    private record Kept(DataSpec data, SplitSpec parts, long dataSeed, long splitSeed, Split split) {
        boolean fits(RunSpec spec) {
            return data.equals(spec.data()) && parts.equals(spec.split())
                    && dataSeed == spec.seeds().data() && splitSeed == spec.seeds().split();
        }
    }

    Split split(RunSpec spec) {
        Optional<Kept> kept = last.get().filter(known -> known.fits(spec));
        return kept.map(Kept::split).orElseGet(() -> {
            Split fresh = spec.splitData();
            last.set(Optional.of(new Kept(spec.data(), spec.split(), spec.seeds().data(), spec.seeds().split(), fresh)));
            return fresh;
        });
    }
}
