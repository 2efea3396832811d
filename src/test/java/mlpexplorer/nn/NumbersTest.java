package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How numbers are formatted for users.
class NumbersTest {

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
                "-2.5e-10 | -2.5e-10",
                "1234567.5 | 1,234,567.5",
                "3e20 | 3e20",
                "0.1 | 0.1",
                "-0.0 | 0",
                "0.1234567890123456 | 0.1234567890123456",
                "999999999999 | 999,999,999,999",
                "NaN | NaN",
                "Infinity | Infinity"
            })
    void settingsAreExactAndCanBeTyped(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.12 | 12%",
                "0.29 | 29%",
                "0.125 | 12.5%",
                "0 | 0%",
                "1 | 100%",
                "1e-6 | 1e-4%"
            })
    void settingsThatAreFractionsAreExactPercentages(double value, String text) {
        assertThat(Numbers.exactPercent(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "999 | 999", "1000 | 1,000", "1234567 | 1,234,567", "-1000 | −1,000"})
    void countsHaveCommasBetweenThousands(long value, String text) {
        assertThat(Numbers.count(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 epochs", "1 | 1 epoch", "2000 | 2,000 epochs"})
    void countsAgreeWithTheirNoun(long value, String text) {
        assertThat(Numbers.count(value, "epoch")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0%",
        "0.98333, 98.3%",
        "0.9995, 100.0%",
        "1, 100.0%",
        "0.3333, 33.3%",
        "NaN, –"
    })
    void accuraciesArePercentagesWithOneDecimal(double value, String text) {
        assertThat(Numbers.percent(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.12344 | 0.1234",
                "0.5 | 0.5000",
                "0.99996 | 1.000",
                "2.302585 | 2.303",
                "12.3456 | 12.35",
                "99.9996 | 100.0",
                "1234.56 | 1,235",
                "123456.7 | 123,457",
                "0.0015234 | 0.001523",
                "0.000123 | 1.230e-4",
                "1234567 | 1.235e6",
                "1.5e-12 | 1.500e-12",
                "999999.9 | 1.000e6",
                "NaN | –",
                "Infinity | Infinity"
            })
    void lossesHaveFourSignificantDigits(double value, String text) {
        assertThat(Numbers.loss(value)).isEqualTo(text);
    }

    @Test
    void noLossNeedsMoreThanNineCharacters() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            double value = Math.exp(random.nextDouble(-200, 200));
            assertThat(Numbers.loss(value).length()).as("%s", value).isLessThanOrEqualTo(9);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.25 | 0.25",
                "-0.123449 | −0.1234",
                "1.0001 | 1",
                "12 | 12",
                "1234.5678 | 1,235",
                "1234567 | 1,234,567",
                "1234567.5 | 1.235e6",
                "0.00001 | 1e-5",
                "-0.00012346 | −1.235e-4",
                "1e20 | 1e20",
                "NaN | –",
                "-Infinity | −Infinity"
            })
    void otherMeasuredNumbersHaveFourSignificantDigitsAtMost(double value, String text) {
        assertThat(Numbers.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "7.512e-14, 7.5e-14",
        "1e-10, 1.0e-10",
        "0.0123, 0.012",
        "1.23, 1.2",
        "0, 0",
        "NaN, –"
    })
    void relativeErrorsHaveTwoDigits(double value, String text) {
        assertThat(Numbers.error(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | 2 | 0.50",
                "1234.5 | 1 | 1,234.5",
                "-1.234 | 2 | −1.23",
                "-0.001 | 2 | 0.00",
                "0.126 | 2 | 0.13",
                "NaN | 2 | –"
            })
    void numbersInFixedPlacesHaveFixedDecimals(double value, int decimals, String text) {
        assertThat(Numbers.fixed(value, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01234, 4, +0.0123",
        "-1.23, 1, −1.2",
        "0, 1, 0.0",
        "0.00001, 4, 0.0000",
        "-0.00001, 4, 0.0000",
        "NaN, 4, –"
    })
    void differencesHaveASign(double value, int decimals, String text) {
        assertThat(Numbers.difference(value, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.69315 | 0.012 | 0.6932 ± 0.0120",
                "12.3456 | 0.5 | 12.35 ± 0.50",
                "1234.5 | 12.3 | 1,235 ± 12",
                "0.0412 | NaN | 0.04120",
                "0.000123 | 4e-5 | 1.230e-4 ± 4.000e-5",
                "0 | 0 | 0 ± 0",
                "NaN | NaN | –"
            })
    void aMeanAndItsDeviationHaveTheSameDecimals(double mean, double deviation, String text) {
        assertThat(Numbers.plusMinus(mean, deviation)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.98765, 0.0123, 98.8 ± 1.2%",
        "1, 0, 100.0 ± 0.0%",
        "0.5, NaN, 50.0%",
        "NaN, NaN, –"
    })
    void aMeanAccuracyAndItsDeviationShareTheUnit(double mean, double deviation, String text) {
        assertThat(Numbers.percentPlusMinus(mean, deviation)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.004 | 0.00",
                "3.4217 | 3.42",
                "9.999 | 10.0",
                "34.217 | 34.2",
                "342.17 | 342",
                "12345.6 | 12,346",
                "NaN | –"
            })
    void secondsHaveThreeSignificantDigits(double value, String text) {
        assertThat(Numbers.seconds(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.42, 0.42 s",
        "3.4217, 3.42 s",
        "30, 30 s",
        "59.97, 1 min",
        "125, 2 min 5 s",
        "3600, 1 h",
        "3960, 1 h 6 min",
        "NaN, –"
    })
    void durationsHaveUnits(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0.25 | 0",
                "0.5 | 0.25 | 0.50",
                "1 | 0.5 | 1.0",
                "-0.5 | 0.5 | −0.5",
                "20 | 10 | 20",
                "2000 | 1000 | 2,000",
                "0.0005 | 0.0005 | 0.0005",
                "0.00002 | 0.00001 | 2e-5",
                "-0.00002 | 0.00001 | −2e-5",
                "2e6 | 1e6 | 2e6"
            })
    void theTicksOfAnAxisShareTheirDecimals(double value, double step, String text) {
        assertThat(Numbers.tick(value, step)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.25, 0%", "0.5, 0.25, 50%", "0.975, 0.025, 97.5%"})
    void theTicksOfAnAxisOfFractionsArePercentages(double value, double step, String text) {
        assertThat(Numbers.percentTick(value, step)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1.234, 2, −1.23", "-0.001, 2, 0.00", "0.12345, 0.5, 0.123"})
    void numbersBetweenTicksHaveTwoDecimalsMore(double value, double step, String text) {
        assertThat(Numbers.betweenTicks(value, step)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | 1000 | 1000 | 400",
                "1200 | 1000 | 5000 | 1,200",
                "5000 | 1000 | 20000 | 5k",
                "12500 | 1000 | 20000 | 12.5k",
                "0 | 1000 | 20000 | 0",
                "200000 | 1000 | 1000000 | 200k",
                "1000000 | 1000 | 1000000 | 1M",
                "1500000 | 1000 | 2000000 | 1.5M",
                "20010 | 10 | 20100 | 20,010"
            })
    void longCountsAlongAnAxisAreShort(double value, double step, double upper, String text) {
        assertThat(Numbers.compactTick(value, step, upper)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 10⁰", "-3, 10⁻³", "-12, 10⁻¹²", "3, 10³", "-2.46, 10⁻²·⁵", "NaN, –"})
    void powersOfTenAreRaised(double exponent, String text) {
        assertThat(Numbers.powerOfTen(exponent)).isEqualTo(text);
    }

    @Test
    void nothingElseWritesDecimals() throws IOException {
        Pattern decimals =
                Pattern.compile(
                        "%[-+,# 0-9]*\\.[^ \"]*[efgEG]\\b|\\{\\d,number,[^}]*\\.|DecimalFormat");
        try (Stream<Path> files =
                Stream.concat(
                        Files.walk(Path.of("src/main/java")), Files.walk(Path.of("resources")))) {
            List<Path> writers =
                    files.filter(file ->
                                    file.toString().matches(".*\\.(java|properties)")
                                            && !file.endsWith("Numbers.java"))
                            .filter(file -> decimals.matcher(text(file)).find())
                            .toList();
            assertThat(writers).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "fr-FR", "hi-IN-u-nu-deva"})
    void theLanguageOfTheMachineDoesNotMatter(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(Numbers.exact(1234.5)).isEqualTo("1,234.5");
            assertThat(Numbers.count(1234)).isEqualTo("1,234");
            assertThat(Numbers.percent(0.983)).isEqualTo("98.3%");
            assertThat(Numbers.loss(0.69315)).isEqualTo("0.6932");
        } finally {
            Locale.setDefault(before);
        }
    }
}
