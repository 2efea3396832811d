package mlpexplorer.experiment.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One combination of a sweep's values and the results of its runs so far.
///
/// @param index index, from 0
/// @param values values of the axes, in order
/// @param rows rows of the finished runs, in the order of the repeats
public record SweepCell(int index, List<String> values, List<SweepRow> rows) {
    /// Orders the runs of a cell by suitability for its picture: converged runs first, then by
    /// repeat.
    public static final Comparator<SweepRow> PICTURED_FIRST =
            Comparator.comparing(SweepRow::diverged).thenComparingInt(row -> row.run().index());

    public SweepCell {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
    }

    public int diverged() {
        return (int) rows.stream().filter(SweepRow::diverged).count();
    }

    /// The run whose picture represents the cell.
    public Optional<SweepRow> pictured() {
        return rows.stream().min(PICTURED_FIRST);
    }

    /// The spread over repeats that did not diverge, since the last weights before a divergence are
    /// not meaningful.
    public Spread spread(SweepMeasure measure) {
        return Spread.of(
                rows.stream().filter(row -> !row.diverged()).mapToDouble(measure::of).toArray());
    }

    /// Mean and standard deviation of some values.
    ///
    /// @param mean mean; NaN without values
    /// @param std sample standard deviation √(Σ(x − mean)² / (n − 1)); NaN below two values
    /// @param count number of values
    public record Spread(double mean, double std, int count) {

        /// The spread of all values that are not NaN.
        public static Spread of(double... values) {
            double[] numbers =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
            double squares =
                    Arrays.stream(numbers).map(value -> (value - mean) * (value - mean)).sum();
            double std =
                    numbers.length < 2 ? Double.NaN : Math.sqrt(squares / (numbers.length - 1));
            return new Spread(mean, std, numbers.length);
        }
    }
}
