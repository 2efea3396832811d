package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SplitSliderIT extends ControlTestCase {

    private SplitSlider split;
    private final List<SplitPercentages> told = new ArrayList<>();

    @Override
    Node control() {
        split =
                new SplitSlider(
                        new ControlLabel("Split", "split", ""),
                        new SplitPercentages(60, 20, 20),
                        new SplitSlider.Minimums(10, 5, 0));
        split.valueProperty().addListener((_, _, parts) -> told.add(parts));
        return split;
    }

    @Test
    void theStartIsShown() {
        assertThat(lookup("#split-text").queryAs(Label.class).getText()).isEqualTo("60 / 20 / 20%");
        assertThat(lookup("#split-slider").queryAs(RangeSlider.class).getLowValue()).isEqualTo(60);
        assertThat(lookup("#split-slider").queryAs(RangeSlider.class).getHighValue()).isEqualTo(80);
    }

    @Test
    void draggingTheFirstThumbTradesTheFirstPartForTheSecond() {
        drag("#split-slider .low-thumb").moveBy(-54, 0).drop();
        assertThat(split.getValue().first()).isBetween(37, 43);
        assertThat(split.getValue().third()).isEqualTo(20);
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void draggingTheSecondThumbTradesTheSecondPartForTheThird() {
        drag("#split-slider .high-thumb").moveBy(27, 0).drop();
        assertThat(split.getValue().first()).isEqualTo(60);
        assertThat(split.getValue().third()).isBetween(7, 13);
    }

    @Test
    void noPartFallsBelowItsLeastSize() {
        RangeSlider slider = lookup("#split-slider").queryAs(RangeSlider.class);
        interact(() -> slider.setLowValue(97));
        assertThat(split.getValue()).isEqualTo(new SplitPercentages(75, 5, 20));
        interact(() -> slider.setLowValue(0));
        assertThat(split.getValue()).isEqualTo(new SplitPercentages(10, 70, 20));
        interact(() -> slider.setHighValue(100));
        assertThat(split.getValue()).isEqualTo(new SplitPercentages(10, 90, 0));
        interact(() -> slider.setHighValue(3));
        assertThat(split.getValue()).isEqualTo(new SplitPercentages(10, 5, 85));
        assertThat(slider.getHighValue()).isEqualTo(15);
    }

    @Test
    void draggingTheBarBetweenTheThumbsMovesBoth() {
        drag("#split-slider .range-bar").moveBy(-54, 0).drop();
        assertThat(split.getValue().second()).isEqualTo(20);
        assertThat(split.getValue().first()).isBetween(37, 43);
    }

    @Test
    void theArrowKeysMoveTheThumbThatHasTheFocus() {
        clickOn("#split-slider .low-thumb").type(KeyCode.LEFT);
        clickOn("#split-slider .high-thumb").type(KeyCode.RIGHT);
        assertThat(told)
                .containsExactly(
                        new SplitPercentages(59, 21, 20), new SplitPercentages(59, 22, 19));
    }

    @Test
    void tabGoesFromTheFirstThumbToTheSecond() {
        clickOn("#split-slider .low-thumb").type(KeyCode.TAB).type(KeyCode.RIGHT);
        assertThat(split.getValue()).isEqualTo(new SplitPercentages(60, 21, 19));
    }

    @Test
    void setByCodeItIsShownAndToldOnce() {
        interact(() -> split.setValue(new SplitPercentages(90, 5, 5)));
        assertThat(lookup("#split-text").queryAs(Label.class).getText()).isEqualTo("90 / 5 / 5%");
        interact(() -> split.setValue(new SplitPercentages(10, 10, 80)));
        assertThat(told)
                .containsExactly(new SplitPercentages(90, 5, 5), new SplitPercentages(10, 10, 80));
        assertThat(lookup("#split-slider").queryAs(RangeSlider.class).getHighValue()).isEqualTo(20);
    }

    @Test
    void itsAccessibleTextSaysTheParts() {
        assertThat(lookup("#split-slider").query().getAccessibleText())
                .isEqualTo("Split 60 / 20 / 20%");
    }
}
