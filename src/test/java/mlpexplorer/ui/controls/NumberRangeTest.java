package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NumberRangeTest {

    private final NumberRange units = NumberRange.integers(1, 1_024);

    private static String errorMessage(NumberRange range, String text) {
        return switch (range.parse(text)) {
            case NumberRange.Entry.Valid(double value) -> "valid: " + value;
            case NumberRange.Entry.Invalid(String message) -> message;
        };
    }

    @Test
    void aNumberInRangeIsValid() {
        assertThat(units.parse("1,024")).isEqualTo(new NumberRange.Entry.Valid(1_024));
    }

    @Test
    void aNumberOutOfRangeIsNamedWithTheRange() {
        assertThat(errorMessage(units, "0")).isEqualTo("0 is out of range. Enter 1 to 1,024");
    }

    @Test
    void aFractionIsNoWholeNumber() {
        assertThat(errorMessage(units, "1.5"))
                .isEqualTo("1.5 is not a whole number. Enter 1 to 1,024");
    }

    @Test
    void aWordIsNoNumber() {
        assertThat(errorMessage(units, "many"))
                .isEqualTo("\"many\" is not a number. Enter 1 to 1,024");
    }

    @Test
    void notANumberIsRefused() {
        assertThat(errorMessage(units, "NaN"))
                .isEqualTo("\"NaN\" is not a number. Enter 1 to 1,024");
    }

    @Test
    void nothingAtAllAsksForANumber() {
        assertThat(errorMessage(units, "  ")).isEqualTo("Enter 1 to 1,024");
    }

    @Test
    void aLongMistakeIsCutShort() {
        assertThat(errorMessage(units, "a very long answer to a short question"))
                .isEqualTo("\"a very long ans…\" is not a number. Enter 1 to 1,024");
    }

    @Test
    void bracesInAMistakeAreHarmless() {
        assertThat(errorMessage(units, "{0}'"))
                .isEqualTo("\"{0}'\" is not a number. Enter 1 to 1,024");
    }

    @Test
    void anOpenUpperEndIsNamedAndKept() {
        assertThat(errorMessage(NumberRange.reals(0, 1).belowMax(), "1"))
                .isEqualTo("1 is out of range. Enter at least 0 and below 1");
    }

    @Test
    void aNamedValueIsAcceptedWhereverItLies() {
        NumberRange pace = NumberRange.integers(1, 100).naming(Double.POSITIVE_INFINITY, "max");
        assertThat(pace.parse("MAX"))
                .isEqualTo(new NumberRange.Entry.Valid(Double.POSITIVE_INFINITY));
        assertThat(pace.format(Double.POSITIVE_INFINITY)).isEqualTo("max");
        assertThat(errorMessage(pace, "0")).isEqualTo("0 is out of range. Enter 1 to 100 or max");
    }

    @Test
    void percentagesSayTheSignOnce() {
        assertThat(errorMessage(NumberRange.percent(0, 0.5), "51"))
                .isEqualTo("51 is out of range. Enter 0 to 50%");
    }

    @Test
    void clampingKeepsOpenEndsOpen() {
        NumberRange momentum = NumberRange.reals(0, 1).belowMax();
        assertThat(momentum.contains(momentum.clamp(2))).isTrue();
    }

    @Test
    void boundsOutOfOrderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberRange.reals(1, 0));
    }

    @Test
    void aCommaThatCanBeReadInTwoWaysTakesTheReadingInTheRange() {
        NumberRange turns = NumberRange.reals(0.1, 5);
        assertThat(turns.parse("1,234")).isEqualTo(new NumberRange.Entry.Valid(1.234));
        assertThat(turns.parse("1,5")).isEqualTo(new NumberRange.Entry.Valid(1.5));
        assertThat(NumberRange.reals(0, 5_000).parse("1,234"))
                .isEqualTo(new NumberRange.Entry.Valid(1_234));
        assertThat(NumberRange.integers(1, 500).parse("1,234"))
                .isInstanceOf(NumberRange.Entry.Invalid.class);
    }
}
