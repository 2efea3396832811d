package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

class NumberFieldIT extends ControlTestCase {

    private NumberField units;
    private final List<Number> told = new ArrayList<>();

    @Override
    Node control() {
        units =
                new NumberField(
                        new ControlLabel("Hidden units", "units", "Units in this layer."),
                        NumberRange.integers(1, 1_024));
        units.setValue(16);
        units.valueProperty().addListener((_, _, value) -> told.add(value));
        return units;
    }

    @Test
    void enterCommitsWhatWasTyped() {
        type("#units-field", "128");
        type(KeyCode.ENTER);
        assertThat(units.getValue()).isEqualTo(128);
    }

    @Test
    void nothingIsCommittedWhileTyping() {
        type("#units-field", "128");
        assertThat(told).isEmpty();
    }

    @Test
    void leavingTheFieldCommitsWhatWasTyped() {
        type("#units-field", "32");
        clickOn("#elsewhere");
        assertThat(units.getValue()).isEqualTo(32);
    }

    @Test
    void aPressOnSomethingThatTakesNoFocusCommitsAndLeavesTheField() {
        type("#units-field", "48");
        clickOn("#picture");
        assertThat(units.getValue()).isEqualTo(48);
        assertThat(units.textField().isFocused()).isFalse();
        write("9");
        assertThat(units.textField().getText()).isEqualTo("48");
        clickOn("#units-field");
        write("9");
        assertThat(units.getValue()).isEqualTo(48);
    }

    @Test
    void aCommittedNumberIsShownAsItIsWritten() {
        type("#units-field", "1e3");
        type(KeyCode.ENTER);
        assertThat(units.textField().getText()).isEqualTo("1,000");
    }

    @Test
    void aNumberOutOfRangeKeepsTheLastGoodValueAndTellsNoOne() {
        type("#units-field", "0");
        type(KeyCode.ENTER);
        assertThat(units.getValue()).isEqualTo(16);
        assertThat(told).isEmpty();
    }

    @Test
    void aNumberOutOfRangeIsMarkedAndExplainedInOneSentence() {
        type("#units-field", "0");
        type(KeyCode.ENTER);
        assertThat(lookup("#units-error").queryAs(Label.class).getText())
                .isEqualTo("0 is out of range. Enter 1 to 1,024");
        assertThat(lookup("#units-error").query().isVisible()).isTrue();
        assertThat(units.textField().getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("danger"));
        assertThat(units.textField().getAccessibleHelp())
                .isEqualTo("0 is out of range. Enter 1 to 1,024");
    }

    @Test
    void aWrongEntryStaysVisiblyWrongAfterLeavingTheField() {
        type("#units-field", "abc");
        clickOn("#elsewhere");
        assertThat(units.textField().getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("danger"));
        assertThat(units.textField().getText()).isEqualTo("abc");
    }

    @Test
    void aFieldWithoutAMessageIsFreedAtOnce() {
        WeakReference<NumberField> field =
                new WeakReference<>(
                        call(() -> {
                            NumberField made =
                                    new NumberField(
                                            new ControlLabel("Epochs", "epochs", "Epochs."),
                                            NumberRange.integers(1, 9));
                            made.setValue(3);
                            return made;
                        }));
        awaitPulse();
        System.gc();
        assertThat(field.get()).isNull();
    }

    @Test
    void theSentenceMovesNothing() {
        var before = lookup("#elsewhere").query().getBoundsInParent();
        type("#units-field", "0");
        type(KeyCode.ENTER);
        interact(() -> units.getScene().getRoot().layout());
        assertThat(lookup("#elsewhere").query().getBoundsInParent()).isEqualTo(before);
    }

    @Test
    void theSentenceLiesWithinTheScene() {
        type("#units-field", "0");
        type(KeyCode.ENTER);
        interact(() -> units.getScene().getRoot().layout());
        Node note = lookup("#units-error").query();
        var bounds = note.localToScene(note.getLayoutBounds());
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(300);
        assertThat(bounds.getMinY())
                .isGreaterThan(units.localToScene(units.getLayoutBounds()).getMaxY());
    }

    @Test
    void whatLiesUnderTheSentenceGetsItsClicks() {
        type("#units-field", "999999999999999999999");
        type(KeyCode.ENTER);
        interact(() -> units.getScene().getRoot().layout());
        Node note = lookup("#units-error").query();
        Node elsewhere = lookup("#elsewhere").query();
        Bounds noteBounds = note.localToScreen(note.getLayoutBounds());
        Bounds buttonBounds = elsewhere.localToScreen(elsewhere.getLayoutBounds());
        Point2D shared = new Point2D(buttonBounds.getMaxX() - 4, noteBounds.getMaxY() - 4);
        assertThat(noteBounds.contains(shared) && buttonBounds.contains(shared)).isTrue();
        clickOn(shared);
        assertThat(elsewhere.isFocused()).isTrue();
    }

    @Test
    void escapeBringsBackTheLastGoodValue() {
        type("#units-field", "9999");
        type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        assertThat(units.textField().getText()).isEqualTo("16");
        assertThat(units.error()).isEmpty();
    }

    @Test
    void typingSomethingValidClearsTheMistakeBeforeItIsCommitted() {
        type("#units-field", "0");
        type(KeyCode.ENTER);
        type("#units-field", "8");
        assertThat(units.textField().getPseudoClassStates())
                .doesNotContain(PseudoClass.getPseudoClass("danger"));
    }

    @Test
    void theArrowKeysStepAndShiftMakesTenSteps() {
        type("#units-field", "");
        type(KeyCode.UP)
                .press(KeyCode.SHIFT)
                .type(KeyCode.UP)
                .release(KeyCode.SHIFT)
                .type(KeyCode.DOWN);
        assertThat(told).containsExactly(17.0, 27.0, 26.0);
    }

    @Test
    void theArrowKeysStopAtTheEndsOfTheRange() {
        interact(() -> units.setValue(1_024));
        type("#units-field", "");
        type(KeyCode.UP);
        assertThat(units.getValue()).isEqualTo(1_024);
    }

    @Test
    void settingTheValueByCodeClearsAWrongEntry() {
        type("#units-field", "0");
        type(KeyCode.ENTER);
        interact(() -> units.setValue(16));
        assertThat(units.textField().getText()).isEqualTo("16");
        assertThat(units.error()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aValueSetByCodeIsToldOnce() {
        interact(() -> units.setValue(64));
        assertThat(told).containsExactly(64.0);
        assertThat(units.textField().getText()).isEqualTo("64");
    }

    @Test
    void everyPartHasAnAccessibleNameAndATooltip() {
        assertThat(units.textField().getAccessibleText()).isEqualTo("Hidden units");
        assertThat(Tooltips.on(units.textField())).isEqualTo("Units in this layer.");
    }

    @Test
    void aFurtherRuleIsPointedOutLikeTheRange() {
        interact(() ->
                units.setCheck(value -> value > 100 ? "More units than the data has rows" : ""));
        type("#units-field", "101");
        type(KeyCode.ENTER);
        assertThat(units.error()).isEqualTo("More units than the data has rows");
        assertThat(units.getValue()).isEqualTo(16);
    }

    @Test
    void theArrowKeysStopBeforeAFurtherRule() {
        interact(() -> units.setCheck(value -> value > 16 ? "Too many" : ""));
        type("#units-field", "");
        type(KeyCode.UP);
        assertThat(told).isEmpty();
    }
}
