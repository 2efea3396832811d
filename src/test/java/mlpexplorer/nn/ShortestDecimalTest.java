package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortestDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.03, 0.03",
        "0.001, 0.001",
        "0.0001, 1e-4",
        "1e-8, 1e-8",
        "-2.5e-10, -2.5e-10",
        "1000, 1000",
        "9999999, 9999999",
        "1e7, 1e7",
        "1.5e300, 1.5e300",
        "0.1234567890123456, 0.1234567890123456",
        "NaN, NaN",
        "Infinity, Infinity"
    })
    void writesAsFewDigitsAsItCan(double value, String text) {
        assertThat(ShortestDecimal.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Math.PI,
                1.0 / 3,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                0.1 + 0.2,
                1e23,
                123456.789
            })
    void readsBackToTheSameBits(double value) {
        assertThat(Double.parseDouble(ShortestDecimal.text(value))).isEqualTo(value);
    }
}
