package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.001 | 0.001",
                "3e-5 | 3e-5",
                "0.3 | 0.3",
                "10 | 10",
                "1024 | 1,024",
                "0.0005 | 5e-4",
                "-0.25 | -0.25",
                "1.5e-7 | 1.5e-7",
                "1234567.5 | 1,234,567.5",
                "3e20 | 3e20",
                "0.1 | 0.1",
                "-0.0 | 0",
                "999999999999 | 999,999,999,999"
            })
    void decimalsAreWrittenTersely(double value, String text) {
        assertThat(NumberStyle.DECIMAL.write(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.12 | 12%", "0.29 | 29%", "0.125 | 12.5%", "0 | 0%", "1 | 100%"})
    void fractionsAreWrittenAsPercentages(double value, String text) {
        assertThat(NumberStyle.PERCENT.write(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e-3 | 0.001",
                "1E-3 | 0.001",
                ".5 | 0.5",
                "5. | 5",
                "+2 | 2",
                "-2 | -2",
                "\u22122 | -2",
                "1,024 | 1024",
                "1,234.5 | 1234.5",
                "' 7 ' | 7",
                "12,5 | 12.5",
                "0,001 | 0.001",
                "-,5 | -0.5",
                "5, | 5",
                "1,5e-3 | 0.0015",
                "1.234,5 | 1234.5",
                "1,2345 | 1.2345"
            })
    void numbersAreReadAsPeopleTypeThem(String text, double value) {
        assertThat(NumberStyle.DECIMAL.read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "NaN",
                "Infinity",
                "1e",
                "e5",
                "1 2",
                "0x10",
                "1,2,3",
                "1,2.5",
                "12,34,567",
                "1f",
                "--1",
                "1e9999",
                "10 %"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(NumberStyle.DECIMAL.read(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"12,0.12", "12 %,0.12", "12%,0.12", "12.5 %,0.125", "1e1,0.1", "'12,5 %',0.125"})
    void percentagesAreReadAsFractions(String text, double value) {
        assertThat(NumberStyle.PERCENT.read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource(NumberStyle.class)
    void whatIsWrittenIsReadBackBitForBit(NumberStyle style) {
        for (double value :
                new double[] {
                    0, 0.1, 0.29, 1.0 / 3, 1e-5, 3e-5, 12345.678, 4e15, 1e-300, Math.PI, -7.25
                }) {
            assertThat(style.read(style.write(value))).isEqualTo(value);
        }
    }
}
