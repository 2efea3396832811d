package mlpexplorer.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxisTest {

    @Test
    void valuesStandBetweenCommas() {
        Axis axis = Axis.parse("training.optimizer = sgd, adam ,rmsprop");
        assertThat(axis.path()).isEqualTo("training.optimizer");
        assertThat(axis.values()).containsExactly("sgd", "adam", "rmsprop");
    }

    @Test
    void aCommaInBracketsBracesOrQuotesPartsNothing() {
        assertThat(Axis.parse("model.hidden=[8],[8,8],[],16").values())
                .containsExactly("[8]", "[8,8]", "[]", "16");
        assertThat(Axis.parse("training.optimizer={\"type\":\"adam\",\"beta1\":0.8},sgd").values())
                .containsExactly("{\"type\":\"adam\",\"beta1\":0.8}", "sgd");
        assertThat(Axis.parse("data.path=\"a,]b.csv\",c.csv").values())
                .containsExactly("\"a,]b.csv\"", "c.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1..4 | 1,2,3,4",
                "-1..1 | -1,0,1",
                "0.001..1 log 4 | 0.001,0.01,0.1,1",
                "1..64 log 4 | 1,4,16,64",
                "0..1 linear 5 | 0,0.25,0.5,0.75,1",
                "1..3,8,16 | 1,2,3,8,16",
                "1e-4..1e-2 log 3 | 1e-4,1e-3,0.01",
            })
    void aRangeStandsForItsNumbers(String text, String values) {
        assertThat(String.join(",", Axis.parse("x=" + text).values()).replace("0.001", "1e-3"))
                .isEqualTo(values.replace("0.001", "1e-3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.hidden | The axis \"model.hidden\" must have the form path=value,value,...,"
                        + " for example model.hidden=1,2,4,8.",
                "=1,2 | The axis \"=1,2\" must have the form path=value,value,..., for example"
                        + " model.hidden=1,2,4,8.",
                "x= | The axis x has an empty value; separate values with single commas, as in"
                        + " x=1,2,4.",
                "x=1,,2 | The axis x has an empty value; separate values with single commas, as in"
                        + " x=1,2,4.",
                "x=1,2,1 | The axis x contains 1 twice.",
                "x=8..1 | The range 8..1 of the axis x must go from a smaller number to a larger"
                        + " one.",
                "x=0.1..1 | The range 0.1..1 of the axis x must give the number of values, as in"
                        + " 0.001..1 log 4 or 0..1 linear 5.",
                "x=0..1 log 4 | The range 0..1 log 4 of the axis x must start above 0 because its"
                        + " values have equal ratios.",
                "x=0..1 linear 1 | The range 0..1 linear 1 of the axis x must have from 2 to 1,000"
                        + " values.",
                "x=1..2000 | The range 1..2000 of the axis x must have from 2 to 1,000 values.",
            })
    void whatCannotBeAnAxisIsRefusedInASentence(String text, String message) {
        assertThatThrownBy(() -> Axis.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @Test
    void itsTextReadsBack() {
        Axis axis = Axis.parse("model.hidden=[8],[8,8]");
        assertThat(Axis.parse(axis.toString())).isEqualTo(axis);
    }
}
