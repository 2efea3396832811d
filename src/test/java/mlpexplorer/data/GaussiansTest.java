package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

class GaussiansTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void eachBlobLiesAroundItsCornerWithDeviationOne(int classes) {
        Samples points = new DataSpec.Gaussians(5000, classes, 0).generate(1).samples();
        for (int label = 0; label < classes; label++) {
            double angle = Math.toRadians(45 + 360.0 * label / classes);
            double[] corner = {3 * Math.cos(angle), 3 * Math.sin(angle)};
            int[] rows = rows(points, label);
            for (int column = 0; column < 2; column++) {
                int c = column;
                double mean =
                        IntStream.of(rows)
                                .mapToDouble(row -> points.feature(row, c))
                                .average()
                                .orElseThrow();
                double square =
                        IntStream.of(rows)
                                .mapToDouble(row -> Math.pow(points.feature(row, c) - corner[c], 2))
                                .average()
                                .orElseThrow();
                assertThat(mean).isCloseTo(corner[c], within(0.1));
                assertThat(Math.sqrt(square)).isCloseTo(1, within(0.08));
            }
        }
    }

    @Test
    void noiseAddsToTheDeviation() {
        Samples points = new DataSpec.Gaussians(5000, 2, 0.5).generate(1).samples();
        double corner = 3 * Math.cos(Math.PI / 4);
        double square =
                IntStream.of(rows(points, 0))
                        .mapToDouble(row -> Math.pow(points.feature(row, 0) - corner, 2))
                        .average()
                        .orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(Math.sqrt(1.25), within(0.05));
    }

    @Test
    void fewerPointsThanClassesAreRefused() {
        assertThatThrownBy(() -> new DataSpec.Gaussians(4, 5, 0))
                .hasMessage("samples is 4, but 5 classes need at least 5.");
        assertThatThrownBy(() -> new DataSpec.Gaussians(40, 6, 0))
                .hasMessage("classes is 6, but must be from 2 to 5.");
    }

    private static int[] rows(Samples points, int label) {
        return IntStream.range(0, points.rows())
                .filter(row -> points.label(row) == label)
                .toArray();
    }
}
