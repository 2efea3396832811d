package mlpexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;

class TooltipsTest extends ControlTest {
    /// Where JavaFX puts a tooltip, seen from the mouse.
    private static final double RIGHT = 10;
    private static final double DOWN = 7;

    private final Button button = new Button("Explained");

    @Override
    Node control() {
        return button;
    }

    @Test
    void aTooltipWithItsShadowStaysClearOfTheMouseThatWouldHideIt() {
        Tooltip tip = Tooltips.of("What the button does");
        interact(() -> tip.show(button.getScene().getWindow(), 100 + RIGHT, 100 + DOWN));
        assertThat(tip.getX()).isGreaterThan(100);
        assertThat(tip.getY()).isGreaterThan(100);
    }

    @Test
    void aLongTooltipIsWrapped() {
        Tooltip tip = Tooltips.of("word ".repeat(40));
        interact(() -> tip.show(button.getScene().getWindow(), 20, 20));
        assertThat(tip.getWidth()).isLessThan(340);
    }
}
