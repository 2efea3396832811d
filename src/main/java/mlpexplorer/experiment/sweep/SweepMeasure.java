package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.sweep.SweepTable.SweepRow;

import java.util.function.ToDoubleFunction;

/// A metric by which the cells of a sweep can be compared.
public enum SweepMeasure {
    TRAIN_LOSS(row -> row.end().metrics().train().loss()),
    TRAIN_ACCURACY(row -> row.end().metrics().train().metric()),
    VALIDATION_LOSS(row -> row.end().metrics().validation().loss()),
    VALIDATION_ACCURACY(row -> row.end().metrics().validation().metric()),
    TEST_LOSS(row -> row.end().metrics().test().loss()),
    TEST_ACCURACY(row -> row.end().metrics().test().metric()),
    BEST_VALIDATION_ACCURACY(SweepRow::bestValidation),
    EPOCHS(row -> row.end().epochs()),
    SECONDS(row -> row.end().seconds()),
    /// Milliseconds per epoch; NaN without epochs.
    EPOCH_MILLIS(row -> row.end().millisPerEpoch());

    private final ToDoubleFunction<SweepRow> value;

    SweepMeasure(ToDoubleFunction<SweepRow> value) {
        this.value = value;
    }

    public double of(SweepRow row) {
        return value.applyAsDouble(row);
    }

    /// Whether it is a fraction, 0 to 1, displayed in percent.
    public boolean isShare() {
        return switch (this) {
            case TRAIN_ACCURACY, VALIDATION_ACCURACY, TEST_ACCURACY, BEST_VALIDATION_ACCURACY ->
                    true;
            case TRAIN_LOSS, VALIDATION_LOSS, TEST_LOSS, EPOCHS, SECONDS, EPOCH_MILLIS -> false;
        };
    }

    /// Whether it is a test metric.
    public boolean isTest() {
        return this == TEST_LOSS || this == TEST_ACCURACY;
    }
}
