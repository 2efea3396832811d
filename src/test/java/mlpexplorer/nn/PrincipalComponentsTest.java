package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.StreamSupport;

/// Compared with NumPy's `eigh`: `numpy_components.py` created `numpy_components.json`.
class PrincipalComponentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"iris", "mixed"})
    void directionsAndSharesAreNumPys(String table) {
        JsonNode expected = References.read("numpy_components.json").get(table);
        double[] features =
                StreamSupport.stream(expected.get("rows").spliterator(), false)
                        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
        int columns = expected.get("mean").size();

        PrincipalComponents found = PrincipalComponents.of(samples(columns, features));

        assertThat(found.mean())
                .containsExactly(References.numbers(expected.get("mean")), within(1e-9));
        assertThat(found.first())
                .containsExactly(References.numbers(expected.get("first")), within(1e-9));
        assertThat(found.second())
                .containsExactly(References.numbers(expected.get("second")), within(1e-9));
        assertThat(found.firstShare())
                .isCloseTo(expected.get("shares").get(0).asDouble(), within(1e-12));
        assertThat(found.secondShare())
                .isCloseTo(expected.get("shares").get(1).asDouble(), within(1e-12));
    }

    @Test
    void pointsOnALineVaryAlongItAlone() {
        PrincipalComponents found = PrincipalComponents.of(samples(2, -3, -4, 0, 0, 3, 4));

        assertThat(found.first()).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
        assertThat(found.firstShare()).isCloseTo(1, within(1e-12));
        assertThat(found.secondShare()).isCloseTo(0, within(1e-12));
    }

    @Test
    void rowsThatAreAllAlikeHaveDirectionsButNoShares() {
        PrincipalComponents found = PrincipalComponents.of(samples(3, 1, 2, 3, 1, 2, 3));

        assertThat(found.firstShare()).isZero();
        assertThat(found.secondShare()).isZero();
        assertThat(dot(found.first(), found.first())).isCloseTo(1, within(1e-12));
        assertThat(dot(found.first(), found.second())).isCloseTo(0, within(1e-12));
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(samples(1025, new double[1025])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static Samples samples(int columns, double... features) {
        return new Samples(features, columns, new int[features.length / columns]);
    }
}
