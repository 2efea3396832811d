package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

class SectionIT extends ControlTestCase {

    private Section section;

    @Override
    Node control() {
        section = new Section(new ControlLabel("Training", "training", ""), new Label("content"));
        section.summaryProperty().set("Adam, 0.01");
        return section;
    }

    private Node content() {
        return lookup("#training-content").query();
    }

    private Label summary() {
        return from(section).lookup(".section-summary").queryAs(Label.class);
    }

    @Test
    void aClickOnTheHeaderFoldsAndUnfolds() {
        clickOn("#training-header");
        assertThat(section.isExpanded()).isFalse();
        assertThat(content().isVisible()).isFalse();
        assertThat(content().isManaged()).isFalse();
        clickOn("#training-header");
        assertThat(content().isVisible()).isTrue();
    }

    @Test
    void theSummaryShowsOnlyWhileFolded() {
        assertThat(summary().isVisible()).isFalse();
        interact(() -> section.setExpanded(false));
        assertThat(summary().isVisible()).isTrue();
        assertThat(summary().getText()).isEqualTo("Adam, 0.01");
    }

    @Test
    void theKeyboardFoldsAndUnfolds() {
        interact(() -> lookup("#training-header").query().requestFocus());
        type(KeyCode.SPACE);
        assertThat(section.isExpanded()).isFalse();
        type(KeyCode.RIGHT);
        assertThat(section.isExpanded()).isTrue();
        type(KeyCode.LEFT);
        assertThat(section.isExpanded()).isFalse();
    }

    @Test
    void theHeaderSaysItsStateToAScreenReader() {
        assertThat(lookup("#training-header").query().getAccessibleText())
                .isEqualTo("Training, expanded");
        interact(() -> section.setExpanded(false));
        assertThat(lookup("#training-header").query().getAccessibleText())
                .isEqualTo("Training Adam, 0.01, collapsed");
    }

    @Test
    void theHeaderIsAsWideAsTheSection() {
        assertThat(lookup("#training-header").query().getLayoutBounds().getWidth())
                .isEqualTo(section.getWidth());
    }
}
