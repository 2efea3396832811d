package mlpexplorer.ui.labs;

import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.BatchLab;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.BatchSize;
import mlpexplorer.ui.controls.Messages;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Compares stochastic, mini-batch and full-batch gradient descent.
final class BatchComparison implements Comparison {
    private static final int USUAL = 10;

    @Override
    public String name() {
        return "batch-lab";
    }

    @Override
    public String preset() {
        return "batch-lab";
    }

    /// The mini-batch size is that of the experiment, unless it is one row or all rows.
    @Override
    public List<OptimizerComparison.RaceRun> entrants(RunStart base) {
        int rows =
                base.spec()
                        .data()
                        .shape()
                        .map(DataShape::rows)
                        .map(base.spec().split()::trainRows)
                        .orElse(Integer.MAX_VALUE);
        int mini =
                base.spec().training().batch() instanceof BatchSize.Rows(int count)
                                && count > 1
                                && count < rows
                        ? count
                        : Math.min(USUAL, Math.max(1, rows / 2));
        return BatchLab.entrants(base, mini);
    }

    @Override
    public List<LabTable.Column<OptimizerComparison.RaceResult>> columns() {
        return List.of(
                RaceColumns.name(),
                RaceColumns.updates(),
                RaceColumns.millis(),
                RaceColumns.seconds(),
                RaceColumns.trainLoss(),
                RaceColumns.trainAccuracy(),
                RaceColumns.validationAccuracy(),
                RaceColumns.outcome());
    }

    @Override
    public String conclusion(List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
        OptimizerComparison.RaceResult any = results.getFirst();
        BatchLab.Timing timing =
                BatchLab.time(
                        any.mlp(),
                        any.result().initial(),
                        any.result().split().train(),
                        System::nanoTime,
                        stop);
        return Messages.text(
                "labs.batch-lab.timing",
                timing.rows(),
                Numbers.number(timing.loopMillis()),
                Numbers.number(timing.matrixMillis()),
                Numbers.fixed(timing.speedUp(), 1));
    }
}
