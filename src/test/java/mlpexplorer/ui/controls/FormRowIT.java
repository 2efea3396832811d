package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

class FormRowIT extends ControlTestCase {

    private final ControlLabel seed =
            new ControlLabel("Seed", "seed", "Start of the random stream.");
    private NumberField number;
    private CheckBox box;

    @Override
    Node control() {
        number = new NumberField(seed, NumberRange.integers(0, 99));
        box = new CheckBox();
        return new VBox(
                8,
                new FormRow(seed, number),
                new FormRow(new ControlLabel("Shuffle", "shuffle", "Anew every epoch."), box));
    }

    @Test
    void aClickOnTheLabelFocusesTheEditor() {
        clickOn("Seed");
        assertThat(number.textField().isFocused()).isTrue();
        clickOn("Shuffle");
        assertThat(box.isFocused()).isTrue();
    }

    @Test
    void theEditorIsDescribedByTheCaption() {
        assertThat(box.getId()).isEqualTo("shuffle-field");
        assertThat(box.getAccessibleText()).isEqualTo("Shuffle");
        assertThat(Tooltips.on(box)).isEqualTo("Anew every epoch.");
    }

    @Test
    void theEditorsEndAtTheRight() {
        double right = number.localToScene(number.getLayoutBounds()).getMaxX();
        assertThat(box.localToScene(box.getLayoutBounds()).getMaxX()).isEqualTo(right);
        assertThat(right).isEqualTo(288);
    }
}
