package mlpexplorer.experiment.labs;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Require;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.training.Trainer;
import mlpexplorer.training.TrainingSpec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The learning-rate range test (Smith, "Cyclical Learning Rates for Training Neural Networks",
/// 2015, section 3.3): one run whose rate grows exponentially, `from·(to/from)^(i/(updates − 1))`
/// for update i = 0, 1, …, in place of its schedule. Everything else is that of the run, but the
/// stop rule. The loss of an update is that of its batch before the update, without the penalty.
///
/// The test ends early when the loss diverges: when it is not finite, when the epoch diverges as
/// that of any run, or when the mean of the last window of updates exceeds both that of the first
/// window and four times the smallest one. A window is a twentieth of the updates.
///
/// @param start start of the run; a training state that it would continue is ignored
/// @param from smallest rate
/// @param to largest rate
/// @param updates number of updates
public record RateRange(RunStart start, double from, double to, int updates) {
    public static final double DEFAULT_FROM = 1e-5;
    public static final double DEFAULT_TO = 10;
    public static final int DEFAULT_UPDATES = 200;
    public static final int MIN_UPDATES = 20;
    public static final int MAX_UPDATES = 100_000;

    private static final long REPORT_NANOS = 30_000_000;
    private static final double DIVERGED = 4;

    /// A window has `2·half + 1` updates.
    private static final int HALVES = 40;

    /// Throws [IllegalArgumentException] for rates out of range or order.
    public RateRange {
        Require.between("from", from, TrainingSpec.MIN_RATE, TrainingSpec.MAX_RATE);
        Require.between("to", to, TrainingSpec.MIN_RATE, TrainingSpec.MAX_RATE);
        if (!(from < to)) {
            throw new IllegalArgumentException("from must be below to.");
        }
        Require.between("updates", updates, MIN_UPDATES, MAX_UPDATES);
    }

    /// The rate of update `i`, from 0.
    public double rate(int i) {
        return from * Math.pow(to / from, (double) i / (updates - 1));
    }

    /// Trains until the last update, a divergence, or `stop`, which is polled after every update.
    /// `onProgress` periodically receives the report so far.
    ///
    /// @param clock clock in nanoseconds, like [System#nanoTime]
    public Report run(BooleanSupplier stop, Consumer<Report> onProgress, LongSupplier clock) {
        RunSpec spec = start.spec();
        TrainingSpec training =
                spec.training()
                        .withSchedule(new LearningRateSchedule.Constant())
                        .withLogEvery(Optional.of(1));
        Split split = spec.splitData();
        Trainer trainer =
                new RunStart(spec.withTraining(training.withRate(from)), start.weights())
                        .trainer(split);
        Losses losses = new Losses(updates / HALVES);
        long told = clock.getAsLong();
        while (losses.size() < updates && !losses.diverged() && !stop.getAsBoolean()) {
            trainer.continueWith(training.withRate(rate(losses.size())));
            losses.add(loss(trainer));
            if (clock.getAsLong() - told >= REPORT_NANOS) {
                told = clock.getAsLong();
                onProgress.accept(report(losses));
            }
        }
        return report(losses);
    }

    /// The loss of the next update, which is performed; NaN if it diverges.
    private static double loss(Trainer trainer) {
        long before = trainer.updates();
        while (trainer.updates() == before && trainer.divergence().isEmpty()) {
            trainer.update();
        }
        return trainer.updates() == before
                ? Double.NaN
                : trainer.losses().loss(trainer.losses().size() - 1);
    }

    private Report report(Losses losses) {
        double[] smoothed = losses.smoothed();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < smoothed.length; i++) {
            points.add(new Point(rate(i), losses.values.get(i), smoothed[i]));
        }
        return new Report(
                points,
                losses.half,
                losses.diverged(),
                losses.diverged() || points.size() == updates);
    }

    /// The finite losses so far.
    private static final class Losses {
        private final int half;
        private final List<Double> values = new ArrayList<>();
        private final List<Double> sums = new ArrayList<>(List.of(0.0));
        private double first = Double.NaN;
        private double least = Double.POSITIVE_INFINITY;
        private boolean diverged;

        Losses(int half) {
            this.half = half;
        }

        int size() {
            return values.size();
        }

        boolean diverged() {
            return diverged;
        }

        void add(double loss) {
            if (!Double.isFinite(loss)) {
                diverged = true;
                return;
            }
            values.add(loss);
            sums.add(sums.getLast() + loss);
            int window = 2 * half + 1;
            if (size() >= window) {
                double mean = mean(size() - window, size());
                first = size() == window ? mean : first;
                least = Math.min(least, mean);
                diverged = mean > DIVERGED * least && mean > first;
            }
        }

        /// The mean from one index to before another.
        private double mean(int from, int to) {
            return (sums.get(to) - sums.get(from)) / (to - from);
        }

        /// The mean around each update: a window, at both ends a smaller one.
        double[] smoothed() {
            double[] means = new double[size()];
            for (int i = 0; i < means.length; i++) {
                int reach = Math.min(half, Math.min(i, means.length - 1 - i));
                means[i] = mean(i - reach, i + reach + 1);
            }
            return means;
        }
    }

    /// One update.
    ///
    /// @param rate its learning rate
    /// @param loss loss of its batch
    /// @param smoothed mean loss of the window around it
    public record Point(double rate, double loss, double smoothed) {}

    /// The suggested rates.
    ///
    /// @param from where a tenth of the fall of the smoothed loss is done
    /// @param to where nine tenths are done
    /// @param rate where the smoothed loss falls fastest in between, rounded to two digits
    public record Suggestion(double from, double to, double rate) {}

    /// The result so far.
    ///
    /// @param half updates on each side of the middle of a window
    /// @param diverged whether the loss diverged after the last point
    /// @param isFinished whether the test diverged or made all its updates
    public record Report(List<Point> points, int half, boolean diverged, boolean isFinished) {
        private static final double START = 0.1;
        private static final double END = 0.9;

        /// A smaller fall, relative to the loss at the start, suggests nothing.
        private static final double MIN_FALL = 0.05;

        public Report {
            points = List.copyOf(points);
        }

        /// The suggestion: of the fall from the mean of the first window to the smallest smoothed
        /// loss, the rates between which the first tenth and nine tenths are done. Empty if the
        /// loss did not fall by 5%.
        public Optional<Suggestion> suggestion() {
            int window = 2 * half + 1;
            if (points.size() < 2 * window) {
                return Optional.empty();
            }
            double top = points.get(half).smoothed();
            int bottom = half;
            for (int i = half; i < points.size(); i++) {
                bottom = smoothed(i) < smoothed(bottom) ? i : bottom;
            }
            double fall = top - smoothed(bottom);
            if (!(fall > MIN_FALL * Math.abs(top))) {
                return Optional.empty();
            }
            int lower = bottom;
            while (lower > half && smoothed(lower - 1) <= top - START * fall) {
                lower--;
            }
            int upper = lower;
            while (smoothed(upper) > top - END * fall) {
                upper++;
            }
            return Optional.of(
                    new Suggestion(
                            points.get(lower).rate(),
                            points.get(upper).rate(),
                            rounded(points.get(steepest(lower, upper)).rate())));
        }

        private int steepest(int lower, int upper) {
            int reach = Math.max(1, half);
            int best = lower;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = lower; i <= upper; i++) {
                double drop =
                        smoothed(Math.max(0, i - reach))
                                - smoothed(Math.min(points.size() - 1, i + reach));
                if (drop > most) {
                    most = drop;
                    best = i;
                }
            }
            return best;
        }

        private double smoothed(int i) {
            return points.get(i).smoothed();
        }

        private static double rounded(double rate) {
            return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
        }

        /// One row per update.
        public CsvTable table() {
            List<List<String>> rows = new ArrayList<>();
            for (Point point : points) {
                rows.add(
                        List.of(
                                Integer.toString(rows.size() + 1),
                                ShortestDecimal.text(point.rate()),
                                ShortestDecimal.text(point.loss()),
                                ShortestDecimal.text(point.smoothed())));
            }
            return new CsvTable(List.of("update", "rate", "loss", "smoothed_loss"), rows);
        }
    }
}
