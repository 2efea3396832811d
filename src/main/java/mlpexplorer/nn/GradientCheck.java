package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares back-propagation with finite differences of the loss plus penalty, block by block (each
/// weight matrix, each bias vector).
///
/// The numeric derivative `n` extrapolates central differences `D(h) = (f(w + h) − f(w − h))/2h` at
/// `step`, `step/2` and `step/4` (Richardson 1911, Romberg 1955): `R(h) = (4·D(h/2) − D(h))/3`, `n
/// = (16·R(h/2) − R(h))/15`. The relative error of an entry is `|a − n| / max(|a|, |n|, floor)`.
/// The floor is the largest of
///
/// - 1e-4 of the block's largest derivative, and
/// - the error bound of `n` over the tolerance: `|n − R(h/2)|` for truncation plus `7·E/h` for
///   rounding, where `E` bounds the rounding of one loss (see [#rounding]).
///
/// So a correct gradient is CORRECT at every step: errors that a step cannot resolve do not count.
/// If a ReLU-like unit or an L1-penalized weight crosses its kink between `w − h` and `w + h`, the
/// difference quotient is meaningless: such entries are skipped and counted.
public final class GradientCheck {
    /// Balances truncation against rounding in double precision.
    public static final double DEFAULT_STEP = 1e-3;

    /// The largest relative error that is CORRECT.
    public static final double TOLERANCE = 1e-7;

    private static final int NOISE_POINTS = 12;
    private static final int FIRST_NOISE_ORDER = 3;
    private static final int NOISE_ORDERS = 7;
    private static final double NOISE_STEP = 0x1p-40;
    private static final double NOISE_DEVIATIONS = 8;

    private final Mlp mlp;
    private final Regularizer regularizer;
    private final double step;
    private final int limit;

    /// @param step half-width of the difference, 1e-8 to 0.1
    /// @param limit maximum number of entries checked per block, spread evenly over it
    public GradientCheck(Mlp mlp, Regularizer regularizer, double step, int limit) {
        this.mlp = mlp;
        this.regularizer = regularizer;
        this.step = Require.between("step", step, 1e-8, 0.1);
        this.limit = Require.between("limit", limit, 1, Integer.MAX_VALUE);
    }

    public Regularizer regularizer() {
        return regularizer;
    }

    /// The result for one block.
    ///
    /// @param name `W1`, `b1`, `W2`, …
    /// @param checked entries compared
    /// @param kinks entries skipped because a kink lies within the step
    /// @param error largest relative error, 0 to about 2
    /// @param minRatio smallest analytic/numeric quotient among entries above the floor, 1 if there
    ///   are none
    /// @param maxRatio largest such quotient
    public record Block(
            String name, int checked, int kinks, double error, double minRatio, double maxRatio) {
        public boolean correct() {
            return error <= TOLERANCE;
        }

        public Verdict verdict() {
            if (checked == 0) {
                return Verdict.UNCHECKED;
            }
            return correct() ? Verdict.CORRECT : Verdict.WRONG;
        }
    }

    /// The verdict on a block: UNCHECKED if a kink lies within every step, as in a ReLU network of
    /// zeros.
    public enum Verdict {
        CORRECT,
        WRONG,
        UNCHECKED
    }

    /// A block's values in the probed parameters and in the gradient; `cornered` if an L1 penalty
    /// has its kink at 0.
    private record Entries(double[] values, double[] analytic, boolean cornered) {}

    /// Checks back-propagation at `p` (not modified) on `batch`.
    public List<Block> run(Parameters p, Samples batch) {
        Workspace w = mlp.workspace(batch.rows());
        w.load(batch, 0, batch.rows());
        Parameters gradient = p.zeros();
        mlp.lossAndGradient(p, w, gradient);
        regularizer.addGradient(p, gradient);
        return compare(p, w, gradient);
    }

    /// Checks any `gradient` at `p` on the batch loaded in `w` (modified).
    List<Block> compare(Parameters p, Workspace w, Parameters gradient) {
        Parameters probe = p.copy();
        double rounding = 7 * rounding(probe, w) / step;
        List<Block> blocks = new ArrayList<>();
        for (int l = 0; l < p.layers(); l++) {
            boolean cornered = regularizer.lambda1(l) > 0;
            blocks.add(
                    check(
                            "W" + (l + 1),
                            probe,
                            new Entries(probe.weights(l), gradient.weights(l), cornered),
                            w,
                            rounding));
            blocks.add(
                    check(
                            "b" + (l + 1),
                            probe,
                            new Entries(probe.biases(l), gradient.biases(l), false),
                            w,
                            rounding));
        }
        return blocks;
    }

    private Block check(
            String name, Parameters probe, Entries entries, Workspace w, double rounding) {
        double[] values = entries.values();
        double[] analytic = entries.analytic();
        double largest = 0;
        for (double a : analytic) {
            largest = Math.max(largest, Math.abs(a));
        }
        Tally tally = new Tally(1e-4 * largest);
        int count = Math.min(limit, values.length);
        for (int k = 0; k < count; k++) {
            int i = (int) ((long) k * values.length / count);
            boolean corner = entries.cornered() && Math.abs(values[i]) <= step && values[i] != 0;
            if (corner || crossesKink(probe, values, i, w)) {
                tally.kinks++;
            } else {
                tally.add(analytic[i], derivative(probe, values, i, w), rounding);
            }
        }
        return new Block(
                name, tally.checked, tally.kinks, tally.error, tally.minRatio(), tally.maxRatio());
    }

    /// @param value the extrapolated derivative
    /// @param truncation about how far the extrapolation before it was off, an upper bound on the
    ///   error of `value`
    private record Derivative(double value, double truncation) {}

    private Derivative derivative(Parameters probe, double[] values, int i, Workspace w) {
        double half = difference(probe, values, i, step / 2, w);
        double coarse = (4 * half - difference(probe, values, i, step, w)) / 3;
        double fine = (4 * difference(probe, values, i, step / 4, w) - half) / 3;
        double value = (16 * fine - coarse) / 15;
        return new Derivative(value, Math.abs(value - fine));
    }

    /// A bound on the rounding error of one loss: some standard deviations of its noise, and at
    /// least one unit in the last place of the largest number that goes into it.
    ///
    /// The noise is estimated as in Moré and Wild, "Estimating computational noise", SIAM J. Sci.
    /// Comput. 33 (2011): along a line of tiny steps, the differences of order k of a smooth
    /// function vanish, and those of noise with deviation σ have the mean square `σ²·(2k)!/(k!)²`.
    /// All points lie on one side, since a unit may be exactly at its kink.
    private double rounding(Parameters probe, Workspace w) {
        double[] differences = new double[NOISE_POINTS];
        Parameters moved = probe.copy();
        for (int k = 0; k < NOISE_POINTS; k++) {
            for (int l = 0; l < probe.layers(); l++) {
                move(probe.weights(l), moved.weights(l), (k + 1) * NOISE_STEP);
                move(probe.biases(l), moved.biases(l), (k + 1) * NOISE_STEP);
            }
            differences[k] = mlp.loss(moved, w) + regularizer.penalty(moved);
        }
        double variance = 0;
        double scale = 1;
        for (int order = 1; order <= NOISE_ORDERS; order++) {
            double sum = 0;
            for (int k = 0; k < NOISE_POINTS - order; k++) {
                differences[k] = differences[k + 1] - differences[k];
                sum += differences[k] * differences[k];
            }
            scale *= order / (2.0 * (2 * order - 1));
            if (order >= FIRST_NOISE_ORDER) {
                variance = Math.max(variance, scale * sum / (NOISE_POINTS - order));
            }
        }
        mlp.loss(probe, w);
        double largest = Math.max(1, regularizer.penalty(probe));
        DMatrixRMaj logits = w.z[w.z.length - 1];
        for (int k = 0; k < logits.getNumElements(); k++) {
            largest = Math.max(largest, Math.abs(logits.data[k]));
        }
        return Math.max(NOISE_DEVIATIONS * Math.sqrt(variance), Math.ulp(largest));
    }

    /// Moves every other value up and the ones between down.
    private static void move(double[] from, double[] to, double distance) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] + (i % 2 == 0 ? distance : -distance);
        }
    }

    private double difference(Parameters probe, double[] values, int i, double h, Workspace w) {
        double kept = values[i];
        double up = kept + h;
        double down = kept - h;
        values[i] = up;
        double lossUp = mlp.loss(probe, w) + regularizer.penalty(probe);
        values[i] = down;
        double lossDown = mlp.loss(probe, w) + regularizer.penalty(probe);
        values[i] = kept;
        return (lossUp - lossDown) / (up - down);
    }

    private boolean crossesKink(Parameters probe, double[] values, int i, Workspace w) {
        if (!hasKinks()) {
            return false;
        }
        double kept = values[i];
        values[i] = kept + step;
        mlp.loss(probe, w);
        boolean[] above = signs(w);
        values[i] = kept - step;
        mlp.loss(probe, w);
        values[i] = kept;
        return !Arrays.equals(above, signs(w));
    }

    private boolean hasKinks() {
        boolean any = false;
        for (int l = 0; l < mlp.layers() - 1; l++) {
            any |= mlp.spec().activation(l).hasKink();
        }
        return any;
    }

    /// The side of its kink on which each hidden unit of each row is; units without a kink count as
    /// below.
    private boolean[] signs(Workspace w) {
        int hidden = w.z.length - 1;
        int total = 0;
        for (int l = 0; l < hidden; l++) {
            total += w.z[l].getNumElements();
        }
        boolean[] signs = new boolean[total];
        int at = 0;
        for (int l = 0; l < hidden; l++) {
            boolean kink = mlp.spec().activation(l).hasKink();
            for (int k = 0; k < w.z[l].getNumElements(); k++) {
                signs[at++] = kink && w.z[l].data[k] > 0;
            }
        }
        return signs;
    }

    /// Collects the entries of one block.
    private static final class Tally {
        private final double least;
        private int checked;
        private int kinks;
        private double error;
        private double minRatio = Double.POSITIVE_INFINITY;
        private double maxRatio = Double.NEGATIVE_INFINITY;

        private Tally(double least) {
            this.least = least;
        }

        private void add(double analytic, Derivative derivative, double rounding) {
            double numeric = derivative.value();
            double size = Math.max(Math.abs(analytic), Math.abs(numeric));
            double floor = Math.max(least, (derivative.truncation() + rounding) / TOLERANCE);
            double relative = Math.abs(analytic - numeric) / Math.max(size, floor);
            error = checked == 0 || !(relative <= error) ? relative : error;
            checked++;
            if (size >= floor && numeric != 0) {
                minRatio = Math.min(minRatio, analytic / numeric);
                maxRatio = Math.max(maxRatio, analytic / numeric);
            }
        }

        private double minRatio() {
            return minRatio <= maxRatio ? minRatio : 1;
        }

        private double maxRatio() {
            return minRatio <= maxRatio ? maxRatio : 1;
        }
    }
}
