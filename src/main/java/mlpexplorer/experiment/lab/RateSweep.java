package mlpexplorer.experiment.lab;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.FinishedRuns;
import mlpexplorer.experiment.sweep.LocalCores;
import mlpexplorer.experiment.sweep.Spread;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepProgress;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.ShortestDecimal;

/// The same run under several learning rates, each from several seeds: the course's question which rate is best.
public final class RateSweep {
    /// The course's six rates.
    public static final List<Double> COURSE = List.of(0.1, 0.03, 0.01, 0.003, 0.001, 0.0001);
    /// The course's three seeds each.
    public static final int REPEATS = 3;

    private RateSweep() {}

    /// What came of one rate.
    public record Row(double rate, Spread trainLoss, Spread validationLoss, Spread validationAccuracy, int runs, int diverged) {}

    public static Sweep plan(RunStart base, List<Double> rates, int repeats) {
        return new Sweep(base, List.of(new Axis("training.rate", rates.stream().map(ShortestDecimal::text).toList())), repeats);
    }

    /// Trains all on every core; the rows so far once `stop` says yes.
    public static SweepTable run(Sweep plan, LongSupplier clock, BooleanSupplier stop, Consumer<SweepProgress> news) {
        return new SweepRunner(new LocalCores(), FinishedRuns.NONE, clock).run(plan, stop, (_, _, progress) -> news.accept(progress));
    }

    /// A row a rate, in the plan's order.
    public static List<Row> rows(SweepTable table) {
        return table.cells().stream().map(RateSweep::row).toList();
    }

    private static Row row(SweepCell cell) {
        return new Row(
                Double.parseDouble(cell.values().getFirst()), cell.spread(SweepMeasure.TRAIN_LOSS),
                cell.spread(SweepMeasure.VALIDATION_LOSS), cell.spread(SweepMeasure.VALIDATION_ACCURACY), cell.rows().size(),
                cell.diverged());
    }
}
