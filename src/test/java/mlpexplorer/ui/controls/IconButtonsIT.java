package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.concurrent.atomic.AtomicInteger;

class IconButtonsIT extends ControlTestCase {

    private final AtomicInteger clicks = new AtomicInteger();
    private Button train;
    private Button step;
    private ToggleButton grid;

    @Override
    Node control() {
        train =
                IconButtons.labeled(
                        Feather.PLAY,
                        new ControlLabel("Train", "train-button", "Start training."),
                        clicks::incrementAndGet);
        step =
                IconButtons.icon(
                        Feather.SKIP_FORWARD,
                        new ControlLabel("Step", "step-button", ""),
                        clicks::incrementAndGet);
        grid = IconButtons.toggle(Feather.GRID, new ControlLabel("Grid", "grid-button", ""));
        IconButtons.withShortcut(train, KeyCombination.valueOf("Ctrl+T"));
        return new HBox(train, step, grid);
    }

    @Test
    void aClickRunsTheAction() {
        clickOn("#train-button");
        clickOn("#step-button");
        assertThat(clicks).hasValue(2);
    }

    @Test
    void theShortcutStandsInTheTooltip() {
        assertThat(Tooltips.on(train)).isEqualTo("Start training. (Ctrl+T)");
    }

    @Test
    void aButtonWithoutTooltipTextIsExplainedByItsLabel() {
        assertThat(Tooltips.on(step)).isEqualTo("Step");
        assertThat(step.getAccessibleText()).isEqualTo("Step");
        assertThat(step.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    }

    @Test
    void aToggleStaysPressed() {
        clickOn("#grid-button");
        assertThat(grid.isSelected()).isTrue();
    }

    @Test
    void theKeyboardPressesAFocusedButton() {
        interact(step::requestFocus);
        type(KeyCode.SPACE);
        assertThat(clicks).hasValue(1);
    }

    @Test
    void theIconCanChange() {
        interact(() -> IconButtons.setIcon(train, Feather.PAUSE));
        assertThat(((FontIcon) train.getGraphic()).getIconCode()).isEqualTo(Feather.PAUSE);
    }
}
