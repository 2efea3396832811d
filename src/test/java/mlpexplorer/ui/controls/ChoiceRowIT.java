package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ChoiceRowIT extends ControlTestCase {

    private ChoiceRow<Theme> themes;
    private SeedRow seed;
    private final List<Object> told = new ArrayList<>();

    @Override
    Node control() {
        themes =
                new ChoiceRow<>(
                        new ControlLabel("Theme", "theme", "How it looks."),
                        List.of(Theme.values()),
                        Theme::name,
                        told::add);
        seed = new SeedRow(new ControlLabel("Seed", "seed", ""), told::add);
        themes.show(Theme.LIGHT);
        seed.show(7);
        return new VBox(8, themes, seed);
    }

    @Test
    void showingAChoiceTellsNoOne() {
        assertThat(lookup("#theme-field").queryAs(ComboBox.class).getValue())
                .isEqualTo(Theme.LIGHT);
        assertThat(told).isEmpty();
    }

    @Test
    void aStrangerIsOfferedWhileItIsShownAndNoLonger() {
        ChoiceRow<String> row =
                new ChoiceRow<>(
                        new ControlLabel("Color", "color", ""),
                        List.of("red", "blue"),
                        word -> word,
                        told::add);
        ComboBox<?> list = (ComboBox<?>) row.lookup("#color-field");
        interact(() -> row.show("mauve"));
        assertThat(list.getItems().toString()).isEqualTo("[red, blue, mauve]");
        assertThat(list.getValue()).isEqualTo("mauve");
        interact(() -> row.show("blue"));
        assertThat(list.getItems().toString()).isEqualTo("[red, blue]");
        assertThat(list.getValue()).isEqualTo("blue");
        assertThat(told).isEmpty();
    }

    @Test
    void aChoiceByKeyboardIsToldOnce() {
        interact(() -> lookup("#theme-field").query().requestFocus());
        type(KeyCode.DOWN);
        assertThat(told).containsExactly(Theme.DARK);
    }

    @Test
    void theListIsDescribedByItsCaption() {
        assertThat(lookup("#theme-field").query().getAccessibleText()).isEqualTo("Theme");
    }

    @Test
    void aTypedSeedIsToldOnce() {
        type("#seed-field", "42");
        type(KeyCode.ENTER);
        assertThat(told).containsExactly(42L);
    }

    @Test
    void theButtonAsksForTheNextSeed() {
        clickOn("#seed-next");
        assertThat(told).containsExactly(8L);
    }
}
