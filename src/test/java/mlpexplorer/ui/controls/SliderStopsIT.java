package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

class SliderStopsIT extends ControlTestCase {

    private static final double FULL = Double.POSITIVE_INFINITY;

    private SliderRow batch;
    private SliderRow lambda;

    @Override
    Node control() {
        batch =
                new SliderRow(
                        new ControlLabel("Batch size", "batch", ""),
                        Scale.stops(1, 2, 4, 8, 16, 32, FULL),
                        NumberRange.integers(1, 512).naming(FULL, "full"));
        lambda =
                new SliderRow(
                        new ControlLabel("λ", "lambda", ""),
                        Scale.oneThreeTenFromZero(1e-5, 1),
                        NumberRange.reals(0, 1));
        return new VBox(8, batch, lambda);
    }

    @Test
    void theLastStopHasAName() {
        interact(() -> lookup("#batch-slider").query().requestFocus());
        type(KeyCode.END);
        assertThat(batch.getValue()).isEqualTo(FULL);
        assertThat(batch.field().textField().getText()).isEqualTo("full");
    }

    @Test
    void theNameCanBeTyped() {
        type("#batch-field", "Full");
        type(KeyCode.ENTER);
        assertThat(batch.getValue()).isEqualTo(FULL);
    }

    @Test
    void aMistakeNamesTheNameToo() {
        type("#batch-field", "some");
        type(KeyCode.ENTER);
        assertThat(batch.field().error())
                .isEqualTo("\"some\" is not a number. Enter 1 to 512 or full");
    }

    @Test
    void theLadderFromZeroStartsOff() {
        assertThat(lambda.getValue()).isZero();
        interact(() -> lookup("#lambda-slider").query().requestFocus());
        type(KeyCode.RIGHT);
        assertThat(lambda.getValue()).isEqualTo(1e-5);
        assertThat(lambda.field().textField().getText()).isEqualTo("1e-5");
    }
}
