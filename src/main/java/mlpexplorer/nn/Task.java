package mlpexplorer.nn;

import java.util.Locale;

/// What a network predicts; determines its output layer, loss and metric.
public sealed interface Task {

    /// One of several classes: softmax output, cross-entropy loss, accuracy.
    ///
    /// @param classes number of classes, including empty ones
    record Classification(int classes) implements Task {
        public Classification {
            Require.between("classes", classes, 2, 10_000);
        }
    }

    /// A number: linear output, mean squared error (PyTorch's `MSELoss`), R².
    record Regression() implements Task {}

    /// A measure of fit; larger is better.
    enum Metric {
        /// The fraction of rows whose most probable class is the label, 0 to 1.
        ACCURACY,
        /// The coefficient of determination, `1 − MSE / variance of the targets`: 1 for a perfect
        /// fit, 0 for the mean, −∞ if the targets are constant and not matched.
        R2;

        /// The name in files: `accuracy`, `r2`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The name of a column in files: `train_accuracy`, `train_r2`.
        ///
        /// @param column a constant named as for accuracy, such as `TRAIN_ACCURACY`
        public String columnName(Enum<?> column) {
            return column.name().toLowerCase(Locale.ROOT).replace(ACCURACY.key(), key());
        }

        /// The name in tables: `accuracy`, `R²`.
        public String label() {
            return this == ACCURACY ? "accuracy" : "R²";
        }

        /// A mean with its standard deviation: `98.3 ± 0.9%`, `0.983 ± 0.009`.
        public String text(double mean, double deviation) {
            return this == ACCURACY
                    ? Numbers.percentPlusMinus(mean, deviation)
                    : Numbers.plusMinus(mean, deviation);
        }

        /// A formatted value: `98.3%`, `0.983`.
        public String text(double value) {
            return this == ACCURACY ? Numbers.percent(value) : Numbers.fixed(value, 3);
        }
    }

    /// The number of output units.
    default int outputs() {
        return switch (this) {
            case Classification(int classes) -> classes;
            case Regression() -> 1;
        };
    }

    /// The metric in addition to the loss.
    default Metric metric() {
        return switch (this) {
            case Classification _ -> Metric.ACCURACY;
            case Regression() -> Metric.R2;
        };
    }

    /// The loss of the best constant prediction that knows nothing of the inputs: `ln classes` for
    /// equally probable classes, the variance of the targets.
    default double uninformedLoss(Samples samples) {
        return switch (this) {
            case Classification(int classes) -> Math.log(classes);
            case Regression() -> samples.targetVariance();
        };
    }

    /// The score of predictions for `samples`.
    ///
    /// @param loss summed over the rows
    /// @param correct rows whose most probable class is the label; not used in regression
    default Score score(double loss, long correct, Samples samples) {
        double mean = loss / samples.rows();
        return switch (this) {
            case Classification _ -> new Score(mean, (double) correct / samples.rows());
            case Regression() -> new Score(mean, r2(mean, samples.targetVariance()));
        };
    }

    /// The coefficient of determination, see [Metric#R2].
    ///
    /// @param loss mean squared error
    /// @param variance population variance of the targets
    static double r2(double loss, double variance) {
        return loss == 0 ? 1 : 1 - loss / variance;
    }
}
