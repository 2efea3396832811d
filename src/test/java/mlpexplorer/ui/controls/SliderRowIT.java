package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SliderRowIT extends ControlTestCase {

    private SliderRow units;
    private SliderRow rate;
    private SliderRow noise;
    private final List<Number> told = new ArrayList<>();

    @Override
    Node control() {
        units = SliderRow.integers(new ControlLabel("Hidden units", "units", ""), 1, 64, 1_024);
        rate =
                new SliderRow(
                        new ControlLabel("Learning rate", "rate", ""),
                        Scale.oneThreeTen(1e-5, 10),
                        NumberRange.reals(1e-5, 10));
        noise = SliderRow.percent(new ControlLabel("Noise", "noise", ""), 0, 50);
        units.setValue(16);
        rate.setValue(0.03);
        units.valueProperty().addListener((_, _, value) -> told.add(value));
        rate.valueProperty().addListener((_, _, value) -> told.add(value));
        noise.valueProperty().addListener((_, _, value) -> told.add(value));
        return new VBox(8, units, rate, noise);
    }

    private Slider slider(String query) {
        return lookup(query).queryAs(Slider.class);
    }

    private void focus(String query) {
        interact(() -> lookup(query).query().requestFocus());
    }

    @Test
    void aRowIsNoHigherThan52Pixels() {
        assertThat(units.getHeight()).isLessThanOrEqualTo(52);
    }

    @Test
    void draggingTheThumbMovesTheValueInWholeNumbers() {
        drag("#units-slider .thumb").moveBy(60, 0).drop();
        assertThat(units.getValue()).isBetween(26.0, 34.0);
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(value.doubleValue()).isEqualTo(Math.rint(value.doubleValue())));
        assertThat(units.field().textField().getText())
                .isEqualTo(Integer.toString((int) units.getValue()));
    }

    @Test
    void aDragTellsEachValueOnceAndInOrder() {
        drag("#units-slider .thumb").moveBy(60, 0).drop();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told.stream().mapToDouble(Number::doubleValue)).isSorted();
    }

    @Test
    void holdingTheThumbIsAdjustingUntilItsRelease() {
        drag("#units-slider .thumb").moveBy(20, 0);
        assertThat(units.adjustingProperty().get()).isTrue();
        drop();
        assertThat(units.adjustingProperty().get()).isFalse();
    }

    @Test
    void theThumbSnapsToTheStops() {
        drag("#rate-slider .thumb").moveBy(31, 0).drop();
        assertThat(slider("#rate-slider").getValue())
                .isEqualTo(Math.rint(slider("#rate-slider").getValue()));
    }

    @Test
    void theKeysStepTheLadder() {
        focus("#rate-slider");
        type(KeyCode.RIGHT).type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(told).containsExactly(0.1, 0.03, 0.01);
    }

    @Test
    void homeAndEndGoToTheEnds() {
        focus("#rate-slider");
        type(KeyCode.HOME).type(KeyCode.END);
        assertThat(told).containsExactly(1e-5, 10.0);
    }

    @Test
    void aTypedValueBetweenTheStopsStandsBetweenThem() {
        type("#rate-field", "0.02");
        type(KeyCode.ENTER);
        assertThat(rate.getValue()).isEqualTo(0.02);
        assertThat(slider("#rate-slider").getValue()).isBetween(6.5, 6.7);
    }

    @Test
    void fromBetweenTheStopsAKeyGoesToTheNextStop() {
        interact(() -> rate.setValue(0.02));
        focus("#rate-slider");
        type(KeyCode.RIGHT);
        assertThat(rate.getValue()).isEqualTo(0.03);
    }

    @Test
    void aTypedValueMayLieBeyondTheSlider() {
        type("#units-field", "300");
        type(KeyCode.ENTER);
        assertThat(units.getValue()).isEqualTo(300);
        assertThat(slider("#units-slider").getValue()).isEqualTo(63);
    }

    @Test
    void theFieldStepsOnBeyondTheSlider() {
        interact(() -> units.setValue(300));
        type("#units-field", "");
        type(KeyCode.UP);
        assertThat(units.getValue()).isEqualTo(301);
    }

    @Test
    void aWrongEntryLeavesTheSliderAlone() {
        type("#units-field", "2000");
        type(KeyCode.ENTER);
        assertThat(units.field().error()).isEqualTo("2000 is out of range. Enter 1 to 1,024");
        assertThat(slider("#units-slider").getValue()).isEqualTo(15);
        assertThat(told).isEmpty();
    }

    @Test
    void movingTheSliderClearsAWrongEntry() {
        type("#units-field", "2000");
        type(KeyCode.ENTER);
        focus("#units-slider");
        type(KeyCode.RIGHT);
        assertThat(units.getValue()).isEqualTo(17);
        assertThat(units.field().error()).isEmpty();
    }

    @Test
    void aValueSetByCodeMovesThumbAndFieldAndIsToldOnce() {
        interact(() -> rate.setValue(1e-3));
        assertThat(slider("#rate-slider").getValue()).isEqualTo(4);
        assertThat(rate.field().textField().getText()).isEqualTo("0.001");
        assertThat(told).containsExactly(1e-3);
    }

    @Test
    void aValueSetByCodeBetweenTheStopsIsNotSnapped() {
        interact(() -> rate.setValue(0.0123));
        assertThat(rate.getValue()).isEqualTo(0.0123);
        assertThat(told).containsExactly(0.0123);
    }

    @Test
    void perCentAreFractions() {
        focus("#noise-slider");
        for (int i = 0; i < 35; i++) {
            type(KeyCode.RIGHT);
        }
        assertThat(noise.getValue()).isEqualTo(0.35);
        assertThat(noise.field().textField().getText()).isEqualTo("35%");
    }

    @Test
    void perCentAreTypedWithOrWithoutTheSign() {
        type("#noise-field", "12.5");
        type(KeyCode.ENTER);
        assertThat(noise.getValue()).isEqualTo(0.125);
        type("#noise-field", "60 %");
        type(KeyCode.ENTER);
        assertThat(noise.field().error()).isEqualTo("60 % is out of range. Enter 0 to 50%");
        assertThat(noise.getValue()).isEqualTo(0.125);
    }

    @Test
    void theSentenceIsInFrontOfTheRowBelowUntilItIsGone() {
        type("#units-field", "0");
        type(KeyCode.ENTER);
        type("#rate-field", "0");
        type(KeyCode.ENTER);
        assertThat(units.getViewOrder()).isLessThan(rate.getViewOrder());
        assertThat(rate.getViewOrder()).isLessThan(noise.getViewOrder());
        interact(() -> units.setValue(3));
        assertThat(units.getViewOrder()).isZero();
        assertThat(rate.getViewOrder()).isNegative();
        assertThat(rate.getParent().getViewOrder()).isNegative();
    }
}
