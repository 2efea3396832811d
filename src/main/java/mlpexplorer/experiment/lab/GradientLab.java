package mlpexplorer.experiment.lab;

import java.util.List;
import java.util.function.BooleanSupplier;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Workspace;

/// Back-propagation against finite differences at one place, block by block and over all step sizes.
///
/// @param mlp         the network
/// @param parameters  where it is checked; left as they are
/// @param rows        what the loss is over
/// @param regularizer the penalty that is part of the loss, if any
/// @param step        half-width of the difference for the blocks
public record GradientLab(Mlp mlp, Parameters parameters, Samples rows, Regularizer regularizer, double step) {
    /// Multiplications for the blocks, so that a large network takes seconds and not minutes.
    private static final double WORK = 6e9;
    private static final int MOST_ENTRIES = 1000;
    private static final int LEAST_ENTRIES = 5;
    private static final int LOSSES_PER_ENTRY = 6;

    /// What was found.
    ///
    /// @param network shape, as `2-8-8-2`
    /// @param loss    of the rows, with the penalty
    public record Report(String network, int rows, double loss, double step, List<GradientCheck.Block> blocks, StepCurve curve) {

        public GradientCheck.Verdict verdict() {
            if (blocks.stream().anyMatch(block -> block.verdict() == GradientCheck.Verdict.WRONG)) {
                return GradientCheck.Verdict.WRONG;
            }
            boolean any = blocks.stream().anyMatch(block -> block.verdict() == GradientCheck.Verdict.CORRECT);
            return any ? GradientCheck.Verdict.CORRECT : GradientCheck.Verdict.UNCHECKED;
        }

        /// A line a block.
        public String blocksCsv() {
            StringBuilder text = new StringBuilder("block,checked,kinks,relative_error,min_ratio,max_ratio,verdict\n");
            for (GradientCheck.Block block : blocks) {
                text.append(block.name()).append(',').append(block.checked()).append(',').append(block.kinks()).append(',')
                        .append(ShortestDecimal.text(block.error())).append(',')
                        .append(ShortestDecimal.text(block.minRatio())).append(',')
                        .append(ShortestDecimal.text(block.maxRatio())).append(',').append(block.verdict()).append('\n');
            }
            return text.toString();
        }

        /// A line a step size.
        public String curveCsv() {
            StringBuilder text = new StringBuilder("step,one_sided_error,central_error\n");
            for (StepCurve.Point point : curve.points()) {
                text.append(ShortestDecimal.text(point.step())).append(',').append(ShortestDecimal.text(point.forward()))
                        .append(',').append(ShortestDecimal.text(point.central())).append('\n');
            }
            return text.toString();
        }
    }

    /// Checks every block (of a large network some entries of each) and measures the curve; `stop` cuts the curve short.
    public Report run(BooleanSupplier stop) {
        Workspace w = mlp.workspace(rows.rows());
        w.load(rows, 0, rows.rows());
        double loss = mlp.loss(parameters, w) + regularizer.penalty(parameters);
        double perEntry = (double) LOSSES_PER_ENTRY * 2 * parameters.layers() * parameters.count() * rows.rows();
        int limit = (int) Math.clamp(WORK / perEntry, LEAST_ENTRIES, MOST_ENTRIES);
        List<GradientCheck.Block> blocks = new GradientCheck(mlp, regularizer, step, limit).run(parameters, rows);
        StepCurve curve = StepCurve.of(mlp, parameters, rows, regularizer, stop);
        return new Report(parameters.shape(), rows.rows(), loss, step, blocks, curve);
    }
}
