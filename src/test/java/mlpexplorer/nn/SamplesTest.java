package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples samples = new Samples(new double[] {1, 2, 3, 4, 5, 6}, 2, new int[] {0, 1, 0});

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
}
