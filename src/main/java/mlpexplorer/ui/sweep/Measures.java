package mlpexplorer.ui.sweep;

import java.util.List;
import java.util.Locale;
import mlpexplorer.experiment.sweep.Spread;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.ui.workbench.Texts;

/// How numbers of a sweep are written.
final class Measures {
    private static final List<SweepMeasure> COMPARED = List.of(
            SweepMeasure.VALIDATION_ACCURACY, SweepMeasure.TRAIN_ACCURACY, SweepMeasure.TEST_ACCURACY,
            SweepMeasure.BEST_VALIDATION_ACCURACY, SweepMeasure.VALIDATION_LOSS, SweepMeasure.TRAIN_LOSS, SweepMeasure.TEST_LOSS,
            SweepMeasure.SECONDS, SweepMeasure.EPOCH_MILLIS);

    private Measures() {}

    /// Those that cells can be coloured and compared by.
    static List<SweepMeasure> compared(boolean testHidden) {
        return COMPARED.stream().filter(measure -> !(testHidden && measure.isTest())).toList();
    }

    static String title(SweepMeasure measure) {
        return Texts.name("sweep.measure", measure);
    }

    /// Whether a larger value is a better one.
    static boolean isBetterUp(SweepMeasure measure) {
        return measure.isShare();
    }

    /// A value without its unit: `98.3`, `0.0412`.
    static String number(SweepMeasure measure, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (measure) {
            case TRAIN_ACCURACY, VALIDATION_ACCURACY, TEST_ACCURACY, BEST_VALIDATION_ACCURACY ->
                String.format(Locale.ROOT, "%.1f", 100 * value);
            case TRAIN_LOSS, VALIDATION_LOSS, TEST_LOSS, SECONDS, EPOCH_MILLIS -> String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
            case EPOCHS -> ShortestDecimal.text(Math.rint(value));
        };
    }

    static String unit(SweepMeasure measure) {
        return measure.isShare() ? " %" : measure == SweepMeasure.SECONDS ? " s" : measure == SweepMeasure.EPOCH_MILLIS ? " ms" : "";
    }

    /// `98.3 ± 0.9 %`, or without deviation where there is one value.
    static String text(SweepMeasure measure, Spread spread) {
        if (spread.count() == 0) {
            return "–";
        }
        String deviation = spread.count() < 2 ? "" : " ± " + number(measure, spread.std());
        return number(measure, spread.mean()) + deviation + unit(measure);
    }
}
