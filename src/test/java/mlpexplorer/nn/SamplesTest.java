package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class SamplesTest {
    private final Samples samples =
            new Samples(new double[] {1, 2, 3, 4, 5, 6}, 2, new int[] {0, 1, 0});

    @Test
    void rowsStandOneAfterAnother() {
        assertThat(samples.rows()).isEqualTo(3);
        assertThat(samples.feature(1, 0)).isEqualTo(3);
        assertThat(samples.feature(2, 1)).isEqualTo(6);
        assertThat(samples.label(1)).isEqualTo(1);
    }

    @Test
    void aRowIsCopiedToItsPlace() {
        double[] target = new double[4];
        samples.copyRow(1, target, 2);
        assertThat(target).containsExactly(0, 0, 3, 4);
    }

    @Test
    void theHeadIsAtMostWhatThereIs() {
        assertThat(samples.head(2).rows()).isEqualTo(2);
        assertThat(samples.head(2).feature(1, 1)).isEqualTo(4);
        assertThat(samples.head(99).rows()).isEqualTo(3);
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatThrownBy(() -> new Samples(new double[5], 2, new int[3]))
                .hasMessage("features has 5 values, but 3 rows × 2 columns need 6.");
    }

    @Test
    void pixelsAreSharesOfTwoHundredFiftyFive() {
        Samples pixels =
                Samples.ofPixels(new byte[] {0, 51, (byte) 255, (byte) 128}, 2, new int[] {0, 1});
        double[] target = new double[3];
        pixels.copyRow(1, target, 1);
        assertThat(target).containsExactly(0, 1, 128 / 255.0);
        assertThat(pixels.feature(0, 1)).isEqualTo(51 / 255.0);
    }

    @Test
    void aMissingPixelIsRefused() {
        assertThatThrownBy(() -> Samples.ofPixels(new byte[5], 2, new int[3]))
                .hasMessage("pixels has 5 values, but 3 rows × 2 columns need 6.");
    }

    @Test
    void chosenRowsAreScaledInTheirSequence() {
        Samples scaled = samples.scaled(new int[] {2, 0}, new double[] {1, 2}, new double[] {2, 4});
        assertThat(scaled.rows()).isEqualTo(2);
        assertThat(scaled.feature(0, 0)).isEqualTo(2);
        assertThat(scaled.feature(0, 1)).isEqualTo(1);
        assertThat(scaled.feature(1, 0)).isZero();
        assertThat(scaled.label(0)).isZero();
        assertThat(samples.scaled(new int[] {1}, new double[2], new double[] {1, 1}).label(0))
                .isEqualTo(1);
    }

    /// Copied features and those computed on access must be equal.
    @Test
    void pixelsAreScaledToTheSameBitsAsNumbers() {
        byte[] bytes = new byte[256];
        double[] numbers = new double[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
            numbers[i] = i / 255.0;
        }
        int[] labels = new int[64];
        int[] rows = {63, 0, 17, 17};
        double[] means = {0.1, 0.5, 1 / 3.0, 0};
        double[] deviations = {0.3, 1, 7, 1e-3};
        for (double[] deviation : new double[][] {deviations, {1, 1, 1, 1}}) {
            double[] mean = deviation == deviations ? means : new double[4];
            Samples pixels = Samples.ofPixels(bytes, 4, labels).scaled(rows, mean, deviation);
            Samples copied = new Samples(numbers, 4, labels).scaled(rows, mean, deviation);
            for (int row = 0; row < rows.length; row++) {
                double[] fromPixels = new double[4];
                double[] fromCopy = new double[4];
                pixels.copyRow(row, fromPixels, 0);
                copied.copyRow(row, fromCopy, 0);
                assertThat(fromPixels).isEqualTo(fromCopy);
                assertThat(pixels.feature(row, 2)).isEqualTo(fromCopy[2]);
            }
        }
    }

    @Test
    void aLargeTableIsHeldOnceAndScaledAlike() {
        int columns = 1 << 11;
        int rows = 1 << 11;
        double[] values = new double[rows * columns];
        values[values.length - 1] = 5;
        int[] order = new int[rows + 1];
        order[rows] = rows - 1;
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        Arrays.fill(means, 1);
        Arrays.fill(deviations, 2);
        Samples scaled =
                new Samples(values, columns, new int[rows]).scaled(order, means, deviations);
        assertThat(scaled.feature(rows, columns - 1)).isEqualTo(2);
        assertThat(scaled.head(1).feature(0, 0)).isEqualTo(-0.5);
        values[0] = 3;
        assertThat(scaled.feature(0, 0)).as("not copied").isEqualTo(1);
    }
}
