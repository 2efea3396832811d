package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Values from scikit-learn's documentation of `classification_report`: y_true 0 1 2 2 2, y_pred 0
/// 0 2 2 1.
class ConfusionMatrixTest {
    private final ConfusionMatrix matrix =
            matrix(new int[] {0, 1, 2, 2, 2}, new int[] {0, 0, 2, 2, 1}, 3);

    @Test
    void rowsAreTheTruthAndColumnsThePrediction() {
        assertThat(matrix.count(1, 0)).isEqualTo(1);
        assertThat(matrix.count(2, 2)).isEqualTo(2);
        assertThat(matrix.count(0, 1)).isZero();
        assertThat(matrix.rowsOf(2)).isEqualTo(3);
        assertThat(matrix.rowsPredictedAs(0)).isEqualTo(2);
        assertThat(matrix.total()).isEqualTo(5);
        assertThat(matrix.correct()).isEqualTo(3);
    }

    @Test
    void precisionRecallAndF1AreTheManuals() {
        assertThat(matrix.precision(0)).isEqualTo(0.5);
        assertThat(matrix.recall(0)).isEqualTo(1);
        assertThat(matrix.f1(0)).isCloseTo(0.67, within(0.005));
        assertThat(matrix.precision(1)).isZero();
        assertThat(matrix.f1(1)).isZero();
        assertThat(matrix.precision(2)).isEqualTo(1);
        assertThat(matrix.recall(2)).isCloseTo(0.67, within(0.005));
        assertThat(matrix.f1(2)).isCloseTo(0.8, within(0.005));
        assertThat(matrix.accuracy()).isEqualTo(0.6);
    }

    @Test
    void sharesAreOfTheRowsOfTheClass() {
        assertThat(matrix.rowFraction(2, 1)).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whatNeverOccursHasNoRatio() {
        ConfusionMatrix none = matrix(new int[] {0}, new int[] {0}, 2);

        assertThat(none.precision(1)).isNaN();
        assertThat(none.recall(1)).isNaN();
        assertThat(none.f1(1)).isNaN();
        assertThat(matrix(new int[0], new int[0], 2).accuracy()).isNaN();
    }

    private static ConfusionMatrix matrix(int[] truth, int[] predicted, int classes) {
        Predictions predictions =
                new Predictions(
                        predicted, new float[predicted.length], new float[predicted.length]);
        return ConfusionMatrix.of(
                predictions, new Samples(new double[truth.length], 1, truth), classes);
    }
}
