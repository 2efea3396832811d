package mlpexplorer.experiment.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One combination of a sweep's values and what its runs came to so far.
///
/// @param index  its place, from 0
/// @param values of the axes, in their order
/// @param rows   of the runs that are over, in the order of the repeats
public record SweepCell(int index, List<String> values, List<SweepRow> rows) {
    /// Of the runs of a cell that whose picture stands for it comes first: one that did not diverge, and of those the earliest.
    public static final Comparator<SweepRow> PICTURED_FIRST =
            Comparator.comparing(SweepRow::diverged).thenComparing(row -> row.run().index());

    public SweepCell {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
    }

    public int diverged() {
        return (int) rows.stream().filter(SweepRow::diverged).count();
    }

    /// The run whose picture stands for the cell.
    public Optional<SweepRow> pictured() {
        return rows.stream().min(PICTURED_FIRST);
    }

    /// Over the repeats that did not diverge: how good the last weights before a divergence were says little.
    public Spread spread(SweepMeasure measure) {
        return Spread.of(rows.stream().filter(row -> !row.diverged()).mapToDouble(measure::of).toArray());
    }
}
