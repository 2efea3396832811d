package mlpexplorer.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The diagram of the default network, 2-8-8-2, in a tab as in the window.
class NetworkViewIT extends RobotTestCase {
    private static final ParameterPlace BIAS = new ParameterPlace.Bias(0, 0);
    private static final ParameterPlace WEIGHT = new ParameterPlace.Weight(0, 0, 0);

    private final AnimationTimer pump =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    workbench.pulse(now);
                    view.pulse(System.nanoTime());
                }
            };
    private Stage stage;
    private Workbench workbench;
    private NetworkView view;

    @Override
    public void start(Stage shared) {
        workbench = new Workbench(new RunSpec());
        view = new NetworkView(workbench);
        stage = new Stage();
        Scene scene = new Scene(new TabPane(new Tab("", view)), 620, 600);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        pump.start();
    }

    @AfterEach
    void close() {
        interact(() -> {
            pump.stop();
            view.close();
            workbench.close();
            stage.hide();
        });
    }

    @Test
    void pointingAtAUnitShowsItLarge() {
        moveToUnit(1, 0);
        await(() -> card().isVisible() && cardText().startsWith("Values from"));
        assertThat(title()).isEqualTo("Hidden 1, unit 1");
        assertThat(lookup("#network-card-field").query().isVisible()).isTrue();
    }

    @Test
    void aTypedNumberReachesTheNetwork() {
        clickOnBias();
        await(this::editorIsOpen);
        write("1.5").type(KeyCode.ENTER);
        await(() -> BIAS.read(frame().parameters()) == 1.5);
        assertThat(editorIsOpen()).isFalse();
        assertThat(frame().adjustments().getFirst().edits().getFirst().place()).isEqualTo(BIAS);
    }

    @Test
    void aNumberTypedBeforeAClickElsewhereReachesTheNetwork() {
        clickOnBias();
        await(this::editorIsOpen);
        write("2,5");
        hoverOver(3, 3);
        clickOn(MouseButton.PRIMARY);
        await(() -> BIAS.read(frame().parameters()) == 2.5);
        assertThat(editorIsOpen()).isFalse();
    }

    @Test
    void escapeLeavesTheNumberAsItWas() {
        double before = BIAS.read(await0().parameters());
        clickOnBias();
        await(this::editorIsOpen);
        write("99").type(KeyCode.ESCAPE);
        await(() -> !editorIsOpen());
        assertThat(BIAS.read(frame().parameters())).isEqualTo(before);
    }

    @Test
    void aWeightIsShownWithSixDigitsAndKeepsTheOthersUnlessItIsChanged() {
        interact(() -> workbench.stepEpoch());
        await(() -> frame().epoch() == 1);
        double before = BIAS.read(frame().parameters());
        assertThat(String.valueOf(before).length()).isGreaterThan(12);
        clickOnBias();
        await(this::editorIsOpen);
        String text = lookup("#network-editor-field").queryAs(TextField.class).getText();
        assertThat(text.replace("−", "-")).hasSizeLessThan(12);
        type(KeyCode.ENTER);
        await(() -> !editorIsOpen());
        assertThat(frame().adjustments()).isEmpty();
        assertThat(BIAS.read(frame().parameters())).isEqualTo(before);
    }

    @Test
    void whatIsNoNumberStaysWithTheReason() {
        clickOnBias();
        await(this::editorIsOpen);
        write("much").type(KeyCode.ENTER);
        await(() -> lookup("#network-editor-hint").queryAs(Label.class).getText().contains("much"));
        assertThat(editorIsOpen()).isTrue();
    }

    @Test
    void theArrowKeysSetANumberStepByStep() {
        clickOnBias();
        await(this::editorIsOpen);
        interact(() -> lookup("#network-editor-field").queryAs(TextField.class).setText("0.5"));
        type(KeyCode.UP).type(KeyCode.UP);
        await(() -> BIAS.read(frame().parameters()) == 0.7);
        assertThat(editorIsOpen()).isTrue();
    }

    @Test
    void aWeightIsEditedWhileTrainingGoesOn() {
        await0();
        interact(() ->
                workbench.change(spec ->
                        spec.withTraining(
                                spec.training()
                                        .withStop(
                                                spec.training()
                                                        .stop()
                                                        .withEpochs(1_000_000_000)))));
        interact(() -> workbench.play());
        await(() -> frame().epoch() > 2);
        interact(() -> board().requestFocus());
        type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.DOWN);
        type(KeyCode.ENTER);
        await(this::editorIsOpen);
        write("3").type(KeyCode.ENTER);
        await(() -> !frame().adjustments().isEmpty());
        assertThat(frame().adjustments().getFirst().edits().getFirst().place())
                .isInstanceOf(ParameterPlace.Weight.class);
    }

    @Test
    void theKeysReachEveryUnitAndNumber() {
        await(() -> !title().isEmpty() || layoutIsThere());
        interact(() -> board().requestFocus());
        type(KeyCode.RIGHT);
        await(() -> board().getAccessibleText().equals("Hidden 1, unit 1"));
        type(KeyCode.DOWN);
        await(() -> board().getAccessibleText().equals("Hidden 1, unit 2"));
        push(KeyCode.SHIFT, KeyCode.DOWN);
        await(() -> board().getAccessibleText().startsWith("Bias of Hidden 1, unit 2"));
        push(KeyCode.SHIFT, KeyCode.DOWN);
        await(() -> board().getAccessibleText().startsWith("Input x₁ → Hidden 1, unit 2"));
    }

    @Test
    void aHiddenDiagramDoesNoWork() {
        await(this::layoutIsThere);
        interact(() -> view.setVisible(false));
        interact(() -> workbench.change(spec -> spec.withData(new DataSpec.Iris())));
        await(() -> frame().mlp().inputs() == 4);
        awaitPulse();
        assertThat(layout().size(0)).isEqualTo(2);
        interact(() -> view.setVisible(true));
        await(() -> layout().size(0) == 4);
    }

    @Test
    void theValueOfAWeightIsSeenUnderTheMouse() {
        double value = WEIGHT.read(await0().parameters());
        DiagramLayout layout = layout();
        double x = (layout.x(0) + layout.box() + layout.x(1)) / 2;
        double y =
                (layout.middle(new DiagramElement.Unit(0, 0))
                                + layout.middle(new DiagramElement.Unit(1, 0)))
                        / 2;
        hoverOver(x, y);
        await(() -> card().isVisible() && cardText().equals("w = " + Numbers.number(value)));
        assertThat(title()).isEqualTo("Input x₁ → Hidden 1, unit 1");
    }

    private Frame await0() {
        await(this::layoutIsThere);
        return frame();
    }

    private boolean layoutIsThere() {
        return view.drawn().isPresent();
    }

    private DiagramLayout layout() {
        return view.drawn().orElseThrow();
    }

    private void moveToUnit(int column, int index) {
        await0();
        DiagramLayout layout = layout();
        hoverOver(
                layout.x(column) + layout.box() / 2,
                layout.middle(new DiagramElement.Unit(column, index)));
    }

    private void clickOnBias() {
        await0();
        DiagramLayout layout = layout();
        hoverOver(layout.biasX(1), layout.biasY(new DiagramElement.Unit(1, 0)));
        press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
    }

    private void hoverOver(double x, double y) {
        Bounds bounds = board().localToScreen(board().getBoundsInLocal());
        moveTo(new Point2D(bounds.getMinX() + x, bounds.getMinY() + y));
    }

    private Region board() {
        return lookup("#network-diagram").queryAs(Region.class);
    }

    private Node card() {
        return lookup("#network-card").query();
    }

    private String title() {
        return lookup("#network-card-title").queryAs(Label.class).getText();
    }

    private String cardText() {
        return lookup("#network-card-text").queryAs(Label.class).getText();
    }

    private boolean editorIsOpen() {
        return lookup("#network-editor").query().isVisible();
    }

    private Frame frame() {
        return workbench.frameProperty().get().orElseThrow();
    }
}
