package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;

import java.util.List;

class TooltipsIT extends ControlTestCase {
    /// Where JavaFX puts a tooltip, seen from the mouse.
    private static final double RIGHT = 10;

    private static final double DOWN = 7;

    private Button button;

    @Override
    Node control() {
        button = new Button("Explained");
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
    void aTooltipIsMadeWhenTheMouseComes() {
        interact(() -> Tooltips.explain(button, "What the button does"));
        assertThat(button.getAccessibleHelp()).isEqualTo("What the button does");
        assertThat(shown()).isEmpty();
        moveTo(button);
        await(() -> shown().equals(List.of("What the button does")));
        interact(() -> Tooltips.explain(button, "What it does now"));
        assertThat(shown()).containsExactly("What it does now");
    }

    @Test
    void whatHasNothingToSayHasNoTooltipEither() {
        interact(() -> Tooltips.explain(button, "What the button does"));
        moveTo(button);
        await(() -> !shown().isEmpty());
        interact(() -> Tooltips.explain(button, ""));
        assertThat(Tooltips.on(button)).isEmpty();
        await(() -> shown().isEmpty());
    }

    @Test
    void aTooltipOfANodeThatHasLeftTheSceneKeepsTheColorsOfTheTheme() {
        interact(() -> Tooltips.explain(button, "What the button does"));
        moveTo(button);
        await(() -> !shown().isEmpty());
        CssParser.errorsProperty().clear();
        Scene scene = button.getScene();
        interact(() -> Theme.DARK.applyTo(scene));
        interact(() -> ((Pane) button.getParent()).getChildren().remove(button));
        interact(() -> Theme.LIGHT.applyTo(scene));
        assertThat(List.copyOf(CssParser.errorsProperty())).isEmpty();
    }

    private static List<String> shown() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(tip -> ((Tooltip) tip).getText())
                .toList();
    }

    @Test
    void aLongTooltipIsWrapped() {
        Tooltip tip = Tooltips.of("word ".repeat(40));
        interact(() -> tip.show(button.getScene().getWindow(), 20, 20));
        assertThat(tip.getWidth()).isLessThan(340);
    }
}
