package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.PlannedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepRow;
import mlpexplorer.experiment.sweep.SweepTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The results of a sweep so far: the rows of all runs, and curves and weights of as many as fit
/// into memory. FX thread.
final class Results {
    /// About 200 MB.
    private static final long MOST_NUMBERS = 25_000_000;

    private final Sweep sweep;
    private final List<SweepRow> rows = new ArrayList<>();
    private final Map<Integer, FinishedRun> details = new HashMap<>();
    private final List<PlannedRun> detailed = new ArrayList<>();
    private long numbers;

    Results(Sweep sweep) {
        this.sweep = sweep;
    }

    void add(PlannedRun run, FinishedRun result) {
        rows.add(SweepRow.of(run, result));
        long size = 10L * result.log().size() + result.parameters().count();
        if (numbers + size <= MOST_NUMBERS) {
            numbers += size;
            details.put(run.index(), result);
            detailed.add(run);
        }
    }

    SweepTable table() {
        return new SweepTable(sweep, rows);
    }

    /// Curves and weights of a run by index, if kept.
    Optional<FinishedRun> detail(int index) {
        return Optional.ofNullable(details.get(index));
    }

    /// An immutable cache of these results for another sweep. Asks `then` for runs that are not
    /// found here, and stores all runs in it.
    RunCache known(RunCache then) {
        List<PlannedRun> runs = List.copyOf(detailed);
        Map<Integer, FinishedRun> results = Map.copyOf(details);
        return new RunCache() {
            private final Map<String, FinishedRun> byFingerprint = new HashMap<>();

            @Override
            public Optional<FinishedRun> find(RunStart start) {
                if (byFingerprint.isEmpty()) {
                    runs.forEach(run ->
                            byFingerprint.put(run.start().fingerprint(), results.get(run.index())));
                }
                return Optional.ofNullable(byFingerprint.get(start.fingerprint()))
                        .or(() -> then.find(start));
            }

            @Override
            public Entry begin(RunStart start) {
                return then.begin(start);
            }
        };
    }
}
