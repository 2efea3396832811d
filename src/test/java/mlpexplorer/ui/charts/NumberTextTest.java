package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000", "0.12344, 0.1234", "0.99996, 1.0000", "2.302585, 2.3026", "12.3456, 12.346", "99.9996, 100.00", "1234.56, 1234.6",
        "12345.6, 12346", "0.000123, 1.23e-4", "1234567, 1.23e6", "1.5e-12, 1.5e-12", "NaN, –", "Infinity, –"
    })
    void aLossHasFourOrFiveDigits(double value, String text) {
        assertThat(NumberText.loss(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 10⁰", "0.001, 10⁻³", "1e-12, 10⁻¹²", "1000, 10³", "0.002, 0.002"})
    void aPowerOfTenIsWrittenAsOne(double value, String text) {
        assertThat(NumberText.decade(value)).isEqualTo(text);
    }

    @Test
    void noLossNeedsMoreThanSevenCharacters() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            double value = Math.exp(random.nextDouble(-40, 40));
            assertThat(NumberText.loss(value).length()).as("%s", value).isLessThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00%", "0.98333, 98.33%", "1, 100.00%", "NaN, –"})
    void aShareIsWrittenInPercent(double value, String text) {
        assertThat(NumberText.percent(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.25, 0", "0.5, 0.25, 0.50", "1, 0.5, 1.0", "20, 10, 20", "0.0005, 0.0005, 0.0005", "0.00002, 0.00001, 2e-5", "2e6, 1e6, 2e6"})
    void theTicksOfAnAxisShareTheirDecimals(double value, double step, String text) {
        assertThat(NumberText.tick(value, step)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"400, 1000, 400", "1200, 5000, 1200", "5000, 20000, 5k", "12500, 20000, 12.5k", "0, 20000, 0", "200000, 1000000, 200k", "1000000, 1000000, 1M", "1500000, 2000000, 1.5M"})
    void longCountsAreShortened(double value, double upper, String text) {
        assertThat(NumberText.count(value, 1_000, upper)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"12; 12", "1234567; 1,234,567", "0.25; 0.25"})
    void epochsAreGrouped(double value, String text) {
        assertThat(NumberText.grouped(value)).isEqualTo(text);
    }
}
