package mlpexplorer.experiment.labs;

import mlpexplorer.data.io.CsvTable;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Workspace;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Back-propagation against finite differences, block by block and over all step sizes.
///
/// @param mlp network
/// @param parameters parameters to check; not modified
/// @param rows rows of the loss
/// @param regularizer penalty added to the loss
/// @param step half-width of the difference for the blocks
public record GradientLab(
        Mlp mlp, Parameters parameters, Samples rows, Regularizer regularizer, double step) {
    /// Multiplications for the blocks, so that a large network takes seconds rather than minutes.
    private static final double WORK = 6e9;

    private static final int MAX_ENTRIES = 1000;
    private static final int MIN_ENTRIES = 5;
    private static final int LOSSES_PER_ENTRY = 8;

    /// The result.
    ///
    /// @param network layer sizes, such as `2-8-8-2`
    /// @param loss loss of the rows, with the penalty
    public record Report(
            String network,
            int rows,
            double loss,
            List<GradientCheck.Block> blocks,
            StepCurve curve) {

        public GradientCheck.Verdict verdict() {
            if (blocks.stream().anyMatch(block -> block.verdict() == GradientCheck.Verdict.WRONG)) {
                return GradientCheck.Verdict.WRONG;
            }
            boolean any =
                    blocks.stream()
                            .anyMatch(block -> block.verdict() == GradientCheck.Verdict.CORRECT);
            return any ? GradientCheck.Verdict.CORRECT : GradientCheck.Verdict.UNCHECKED;
        }

        /// One row per block.
        public CsvTable blocksTable() {
            return new CsvTable(
                    List.of(
                            "block",
                            "checked",
                            "kinks",
                            "relative_error",
                            "min_ratio",
                            "max_ratio",
                            "verdict"),
                    blocks.stream()
                            .map(block ->
                                    List.of(
                                            block.name(),
                                            Integer.toString(block.checked()),
                                            Integer.toString(block.kinks()),
                                            ShortestDecimal.text(block.error()),
                                            ShortestDecimal.text(block.minRatio()),
                                            ShortestDecimal.text(block.maxRatio()),
                                            block.verdict().name()))
                            .toList());
        }

        /// One row per step size.
        public CsvTable curveTable() {
            return new CsvTable(
                    List.of("step", "one_sided_error", "central_error"),
                    curve.points().stream()
                            .map(point ->
                                    List.of(
                                            ShortestDecimal.text(point.step()),
                                            ShortestDecimal.text(point.forward()),
                                            ShortestDecimal.text(point.central())))
                            .toList());
        }
    }

    /// Checks every block (some entries of each for a large network) and measures the curve; `stop`
    /// ends the curve early.
    public Report run(BooleanSupplier stop) {
        Workspace w = mlp.workspace(rows.rows());
        w.load(rows, 0, rows.rows());
        double loss = mlp.loss(parameters, w) + regularizer.penalty(parameters);
        double perEntry =
                (double) LOSSES_PER_ENTRY
                        * 2
                        * parameters.layers()
                        * parameters.count()
                        * rows.rows();
        int limit = (int) Math.clamp(WORK / perEntry, MIN_ENTRIES, MAX_ENTRIES);
        List<GradientCheck.Block> blocks =
                new GradientCheck(mlp, regularizer, step, limit).run(parameters, rows);
        StepCurve curve = StepCurve.of(mlp, parameters, rows, regularizer, stop);
        return new Report(parameters.shape(), rows.rows(), loss, blocks, curve);
    }
}
