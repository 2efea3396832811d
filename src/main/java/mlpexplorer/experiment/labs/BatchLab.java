package mlpexplorer.experiment.labs;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.BatchSize;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Stochastic, mini-batch and full-batch gradient descent from identical weights, and the speed of
/// matrix products.
public final class BatchLab {
    private static final int MAX_ROWS = 4096;
    private static final int WARM_UPS = 20;
    private static final long MEASURE_NANOS = 150_000_000;

    private BatchLab() {}

    /// Runs with batches of 1, `miniBatch` and all rows, otherwise equal.
    public static List<OptimizerComparison.RaceRun> raceRuns(RunStart base, int miniBatch) {
        return List.of(
                raceRun("Stochastic (1)", base, new BatchSize.Rows(1)),
                raceRun("Mini-batch (" + miniBatch + ")", base, new BatchSize.Rows(miniBatch)),
                raceRun("Full batch", base, new BatchSize.Full()));
    }

    private static OptimizerComparison.RaceRun raceRun(
            String name, RunStart base, BatchSize batch) {
        RunSpec spec = base.spec();
        return new OptimizerComparison.RaceRun(
                name,
                new RunStart(spec.withTraining(spec.training().withBatch(batch)), base.weights()));
    }

    /// The time of a gradient over all rows: row by row, and by matrix products.
    ///
    /// @param loopMillis time of `rows` single rows whose gradients are summed
    /// @param matrixMillis time of one pass with `rows` rows
    /// @param difference largest difference between the two gradients, due to rounding
    public record Timing(int rows, double loopMillis, double matrixMillis, double difference) {
        public double speedup() {
            return loopMillis / matrixMillis;
        }
    }

    /// Measures at `p` on up to 4,096 rows of `samples`; takes about a third of a second, or less
    /// if `stop` becomes true.
    public static Timing time(
            Mlp mlp, Parameters p, Samples samples, LongSupplier clock, BooleanSupplier stop) {
        int rows = Math.min(MAX_ROWS, samples.rows());
        Parameters looped = p.zeros();
        Parameters row = p.zeros();
        Parameters whole = p.zeros();
        Workspace single = mlp.workspace(1);
        Workspace all = mlp.workspace(rows);
        all.load(samples, 0, rows);
        double loop =
                millis(
                        () -> loop(mlp, p, samples, single, new Parameters[] {looped, row}, rows),
                        clock,
                        stop);
        double matrix = millis(() -> mlp.lossAndGradient(p, all, whole), clock, stop);
        return new Timing(rows, loop, matrix, difference(looped, whole));
    }

    /// Writes the mean gradient of `rows` rows into `into[0]` (modified), using `into[1]`
    /// (modified) for each row.
    private static void loop(
            Mlp mlp, Parameters p, Samples samples, Workspace single, Parameters[] into, int rows) {
        Parameters sum = into[0];
        sum.scale(0);
        for (int i = 0; i < rows; i++) {
            single.load(samples, i, i + 1);
            mlp.lossAndGradient(p, single, into[1]);
            for (int l = 0; l < sum.layers(); l++) {
                add(sum.weights(l), into[1].weights(l));
                add(sum.biases(l), into[1].biases(l));
            }
        }
        sum.scale(1.0 / rows);
    }

    private static void add(double[] sum, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
    }

    private static double millis(Runnable work, LongSupplier clock, BooleanSupplier stop) {
        long from = clock.getAsLong();
        for (int i = 0;
                i < WARM_UPS && clock.getAsLong() - from < MEASURE_NANOS && !stop.getAsBoolean();
                i++) {
            work.run();
        }
        long began = clock.getAsLong();
        int times = 0;
        do {
            work.run();
            times++;
        } while (clock.getAsLong() - began < MEASURE_NANOS && !stop.getAsBoolean());
        return (clock.getAsLong() - began) / 1e6 / times;
    }

    private static double difference(Parameters a, Parameters b) {
        double largest = 0;
        for (int l = 0; l < a.layers(); l++) {
            largest =
                    Math.max(
                            largest,
                            Math.max(
                                    largest(a.weights(l), b.weights(l)),
                                    largest(a.biases(l), b.biases(l))));
        }
        return largest;
    }

    private static double largest(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
