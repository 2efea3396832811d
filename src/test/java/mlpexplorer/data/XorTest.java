package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class XorTest {
    private final Samples quadrants = new DataSpec.Xor(4000, 0).generate(3).samples();

    @Test
    void everyPointKeepsAwayFromBothAxesAndInsideTheDomain() {
        for (int row = 0; row < quadrants.rows(); row++) {
            assertThat(Math.abs(quadrants.feature(row, 0))).isBetween(0.3, 5.3);
            assertThat(Math.abs(quadrants.feature(row, 1))).isBetween(0.3, 5.3);
        }
    }

    @Test
    void equalSignsAreClassOne() {
        for (int row = 0; row < quadrants.rows(); row++) {
            assertThat(quadrants.label(row))
                    .isEqualTo(quadrants.feature(row, 0) * quadrants.feature(row, 1) >= 0 ? 1 : 0);
        }
    }

    @Test
    void theFourQuadrantsAreEquallyFull() {
        int[] counts = new int[4];
        for (int row = 0; row < quadrants.rows(); row++) {
            counts[
                    (quadrants.feature(row, 0) > 0 ? 1 : 0)
                            + (quadrants.feature(row, 1) > 0 ? 2 : 0)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 1000) < 100);
    }

    @Test
    void theTruthTableHasItsFourRows() {
        Samples table = new DataSpec.XorTable().generate(1).samples();
        assertThat(
                        IntStream.range(0, table.rows())
                                .mapToObj(row ->
                                        table.feature(row, 0)
                                                + " xor "
                                                + table.feature(row, 1)
                                                + " = "
                                                + table.label(row)))
                .containsExactly(
                        "0.0 xor 0.0 = 0", "1.0 xor 0.0 = 1", "0.0 xor 1.0 = 1", "1.0 xor 1.0 = 0");
    }
}
