package mlpexplorer.experiment.labs;

import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The error of finite differences against back-propagation at each step size h, `‖a − n‖/max(‖a‖,
/// ‖n‖)` over some entries spread evenly over all weights and biases.
///
/// The one-sided difference `(f(w + h) − f(w))/h` has an error of order h, the central one `(f(w +
/// h) − f(w − h))/2h` of order h²; for small h the rounding of f dominates, which grows as 1/h.
/// Hence the two V-shaped curves known from textbooks.
///
/// @param points from the largest step to the smallest
public record StepCurve(List<Point> points) {
    private static final int STEPS_PER_DECADE = 2;
    private static final int FIRST_DECADE = 1;
    private static final int LAST_DECADE = 12;

    /// Multiplications for the whole curve, so that a large network takes seconds rather than
    /// minutes.
    private static final double WORK = 3e9;

    private static final int MAX_ENTRIES = 200;
    private static final int MIN_ENTRIES = 5;

    public StepCurve {
        points = List.copyOf(points);
    }

    /// @param step h
    /// @param forward error of the one-sided difference
    /// @param central error of the central difference
    public record Point(double step, double forward, double central) {}

    /// Measures at `p` (not modified) on `batch`; returns the points so far once `stop` is true.
    static StepCurve of(
            Mlp mlp, Parameters p, Samples batch, Regularizer regularizer, BooleanSupplier stop) {
        Workspace w = mlp.workspace(batch.rows());
        w.load(batch, 0, batch.rows());
        Parameters gradient = p.zeros();
        double loss = mlp.lossAndGradient(p, w, gradient) + regularizer.penalty(p);
        regularizer.addGradient(p, gradient);
        Slopes slopes = new Slopes(mlp, regularizer, p.copy(), w, loss);
        int steps = STEPS_PER_DECADE * (LAST_DECADE - FIRST_DECADE) + 1;
        double perEntry = 2.0 * steps * p.count() * batch.rows();
        List<Entry> entries =
                entries(
                        slopes.probe(),
                        gradient,
                        (int) Math.clamp(WORK / perEntry, MIN_ENTRIES, MAX_ENTRIES));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < steps && !stop.getAsBoolean(); i++) {
            points.add(
                    slopes.point(
                            Math.pow(10, -FIRST_DECADE - (double) i / STEPS_PER_DECADE), entries));
        }
        return new StepCurve(points);
    }

    /// One weight or bias and its derivative by back-propagation.
    private record Entry(double[] values, int index, double analytic) {}

    private static List<Entry> entries(Parameters probe, Parameters gradient, int most) {
        List<Entry> all = new ArrayList<>();
        for (int l = 0; l < probe.layers(); l++) {
            add(all, probe.weights(l), gradient.weights(l));
            add(all, probe.biases(l), gradient.biases(l));
        }
        int count = Math.min(most, all.size());
        List<Entry> chosen = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            chosen.add(all.get((int) ((long) k * all.size() / count)));
        }
        return chosen;
    }

    private static void add(List<Entry> all, double[] values, double[] analytic) {
        for (int i = 0; i < values.length; i++) {
            all.add(new Entry(values, i, analytic[i]));
        }
    }

    /// Evaluates the loss around a point.
    private record Slopes(
            Mlp mlp, Regularizer regularizer, Parameters probe, Workspace w, double loss) {

        Point point(double h, List<Entry> entries) {
            double analytic = 0;
            double[] numeric = new double[2];
            double[] difference = new double[2];
            for (Entry entry : entries) {
                double kept = entry.values()[entry.index()];
                double up = lossAt(entry, kept + h);
                double down = lossAt(entry, kept - h);
                entry.values()[entry.index()] = kept;
                double[] n = {
                    (up - loss) / (kept + h - kept), (up - down) / ((kept + h) - (kept - h))
                };
                analytic += entry.analytic() * entry.analytic();
                for (int i = 0; i < n.length; i++) {
                    numeric[i] += n[i] * n[i];
                    difference[i] += (n[i] - entry.analytic()) * (n[i] - entry.analytic());
                }
            }
            return new Point(
                    h,
                    relative(difference[0], analytic, numeric[0]),
                    relative(difference[1], analytic, numeric[1]));
        }

        private double lossAt(Entry entry, double value) {
            entry.values()[entry.index()] = value;
            return mlp.loss(probe, w) + regularizer.penalty(probe);
        }

        private static double relative(double difference, double analytic, double numeric) {
            double size = Math.sqrt(Math.max(analytic, numeric));
            return size == 0 ? 0 : Math.sqrt(difference) / size;
        }
    }
}
