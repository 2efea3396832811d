package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /// The metrics of one run of a sweep.
    ///
    /// @param bestValidation the highest validation accuracy after any epoch, 0 to 1; NaN without a
    ///   validation part
    public record SweepRow(PlannedRun run, RunEnd end, double bestValidation) {

        public static SweepRow of(PlannedRun run, FinishedRun result) {
            return new SweepRow(run, result.end(), best(result.log()));
        }

        SweepRow withoutTest() {
            return new SweepRow(run, end.withoutTest(), bestValidation);
        }

        public boolean diverged() {
            return end.diverged();
        }

        private static double best(MetricLog.View log) {
            double best = Double.NaN;
            for (int row = 0; row < log.size(); row++) {
                double accuracy = log.value(MetricLog.Column.VALIDATION_ACCURACY, row);
                if (!(best >= accuracy)) {
                    best = accuracy;
                }
            }
            return best;
        }
    }

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

        /// The spread over repeats that did not diverge, since the last weights before a divergence
        /// are not meaningful.
        public Spread spread(SweepMeasure measure) {
            return Spread.of(
                    rows.stream()
                            .filter(row -> !row.diverged())
                            .mapToDouble(measure::of)
                            .toArray());
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
}
