package mlpexplorer.ui.labs;

import java.util.List;
import java.util.function.BooleanSupplier;
import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.BatchLab;
import mlpexplorer.experiment.lab.Contest;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.BatchSize;
import mlpexplorer.ui.workbench.Texts;

/// Compares stochastic, mini-batch and full-batch gradient descent.
final class BatchLineUp implements LineUp {
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
    public List<Contest.Entrant> entrants(RunStart base) {
        int rows = base.spec().data().shape().map(DataShape::rows).map(base.spec().split()::trainRows).orElse(Integer.MAX_VALUE);
        int mini = base.spec().training().batch() instanceof BatchSize.Rows(int count) && count > 1 && count < rows
                ? count : Math.min(USUAL, Math.max(1, rows / 2));
        return BatchLab.entrants(base, mini);
    }

    @Override
    public List<LabTable.Column<Contest.Standing>> columns() {
        return List.of(
                StandingColumns.name(), StandingColumns.updates(), StandingColumns.millis(), StandingColumns.seconds(),
                StandingColumns.trainLoss(), StandingColumns.trainAccuracy(), StandingColumns.validationAccuracy(),
                StandingColumns.outcome());
    }

    @Override
    public String conclusion(List<Contest.Standing> standings, BooleanSupplier stop) {
        Contest.Standing any = standings.getFirst();
        BatchLab.Timing timing = BatchLab.time(any.mlp(), any.result().initial(), any.result().split().train(), System::nanoTime, stop);
        return Texts.text(
                "labs.batch-lab.timing", timing.rows(), Numbers.number(timing.loopMillis()),
                Numbers.number(timing.matrixMillis()), Numbers.fixed(timing.speedUp(), 1));
    }
}
