package mlpexplorer.experiment.sweep;

import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The results of a sweep so far.
///
/// @param rows rows of the finished runs, in the order of the plan
public record SweepTable(Sweep sweep, List<SweepRow> rows) {
    public SweepTable {
        rows = rows.stream().sorted(Comparator.comparingInt(row -> row.run().index())).toList();
    }

    /// The metric of the runs.
    public Task.Metric metric() {
        return sweep.base().spec().data().metric();
    }

    /// The same without test metrics.
    public SweepTable withoutTest() {
        return new SweepTable(sweep, rows.stream().map(SweepRow::withoutTest).toList());
    }

    /// Whether all runs have finished.
    public boolean isComplete() {
        return rows.size() == sweep.runs();
    }

    public int diverged() {
        return (int) rows.stream().filter(SweepRow::diverged).count();
    }

    /// All cells, including those without rows.
    public List<SweepCell> cells() {
        List<ArrayList<SweepRow>> rowsOf =
                IntStream.range(0, sweep.cells()).mapToObj(_ -> new ArrayList<SweepRow>()).toList();
        rows.forEach(row -> rowsOf.get(row.run().cell()).add(row));
        return IntStream.range(0, sweep.cells())
                .mapToObj(cell -> new SweepCell(cell, sweep.values(cell), rowsOf.get(cell)))
                .toList();
    }
}
