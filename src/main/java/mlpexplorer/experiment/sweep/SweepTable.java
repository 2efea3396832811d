package mlpexplorer.experiment.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What came out of a sweep, as far as it went.
///
/// @param rows in the order of the plan, of the runs that are over
public record SweepTable(Sweep sweep, List<SweepRow> rows) {
    public SweepTable {
        rows = rows.stream().sorted(Comparator.comparingInt(row -> row.run().index())).toList();
    }

    /// The same without what was measured on the test part.
    public SweepTable withoutTest() {
        return new SweepTable(sweep, rows.stream().map(SweepRow::withoutTest).toList());
    }

    /// Whether every run is over.
    public boolean isComplete() {
        return rows.size() == sweep.runs();
    }

    public int diverged() {
        return (int) rows.stream().filter(SweepRow::diverged).count();
    }

    /// All cells, those without a row yet included.
    public List<SweepCell> cells() {
        List<ArrayList<SweepRow>> rowsOf =
                IntStream.range(0, sweep.cells()).mapToObj(_ -> new ArrayList<SweepRow>()).toList();
        rows.forEach(row -> rowsOf.get(row.run().cell()).add(row));
        return IntStream.range(0, sweep.cells())
                .mapToObj(cell -> new SweepCell(cell, sweep.values(cell), rowsOf.get(cell)))
                .toList();
    }
}
