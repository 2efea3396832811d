package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import mlpexplorer.training.Frame;
import mlpexplorer.training.Trainer;
import mlpexplorer.ui.controls.FixedWidthText;
import mlpexplorer.ui.field.Runs;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The plot under mouse and keys: numbers, zoom and pan.
class BoundaryHandIT extends BoundaryTestCase {
    @Test
    void theWheelZoomsAroundTheMouseAndTheButtonShowsAllAgain() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        wheel(3, 3, 6);
        moveToCorner();

        assertThat(number("#boundary-x1")).isBetween(-0.05, 0.05);
        assertThat(number("#boundary-x2")).isBetween(3.95, 4.05);
        clickOn("#boundary-fit-button");
        moveToCorner();

        assertThat(number("#boundary-x1")).isLessThan(-5.8);
        assertThat(lookup("#boundary-fit-button").query().isDisabled()).isTrue();
    }

    @Test
    void aDragPansAndADoubleClickShowsAllAgain() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        moveToPlace(0, 0);
        double quarter = surface().getWidth() / 4;
        drag(MouseButton.PRIMARY).moveBy(quarter, 0).drop();
        pulse();
        assertThat(number("#boundary-x1")).isBetween(-0.1, 0.1);
        moveToPlace(0, 0);
        assertThat(number("#boundary-x1")).isBetween(-3.1, -2.9);

        doubleClickOn(MouseButton.PRIMARY);
        moveBy(1, 0);
        pulse();

        assertThat(number("#boundary-x1")).isBetween(-0.1, 0.1);
    }

    @Test
    void theLeftButtonCanBeLentWhileTheRightOnePansOn() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        interact(() -> view.panByLeftProperty().set(false));
        moveToPlace(0, 0);
        double quarter = surface().getWidth() / 4;
        drag(MouseButton.PRIMARY).moveBy(quarter, 0).drop();
        moveToPlace(0, 0);
        assertThat(number("#boundary-x1")).isBetween(-0.1, 0.1);

        drag(MouseButton.SECONDARY).moveBy(quarter, 0).drop();
        moveToPlace(0, 0);

        assertThat(number("#boundary-x1")).isBetween(-3.1, -2.9);
    }

    @Test
    void plusAndZeroZoomByKeyboard() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        interact(() -> surface().requestFocus());

        write("+++");
        assertThat(lookup("#boundary-fit-button").query().isDisabled()).isFalse();
        write("0");

        assertThat(lookup("#boundary-fit-button").query().isDisabled()).isTrue();
    }

    @Test
    void theReadoutTellsTheProbabilitiesUnderTheMouse() {
        Frame frame = Runs.trained(circles, Runs.TANH_16_16, 60);
        show(frame);

        moveToPlace(0, 0);

        assertThat(number("#boundary-x1")).isBetween(-0.1, 0.1);
        assertThat(number("#boundary-x2")).isBetween(-0.1, 0.1);
        assertThat(number("#boundary-p0")).isGreaterThan(0.9);
        assertThat(number("#boundary-p0") + number("#boundary-p1")).isBetween(0.999, 1.001);
    }

    @Test
    void theReadoutFollowsTrainingWhileTheMouseRests() {
        Trainer trainer = Runs.trainer(circles, Runs.TANH_16_16);
        show(Runs.frame(trainer));
        moveToPlace(1, 1);
        String before = text("#boundary-p0");

        trainer.epoch();
        show(Runs.frame(trainer));

        assertThat(text("#boundary-p0")).isNotEqualTo(before);
    }

    @Test
    void theReadoutIsEmptyOnceTheMouseHasLeft() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        moveToPlace(1, 1);

        moveTo("#discretize-check");
        pulse();

        assertThat(text("#boundary-p0")).isEqualTo("–");
    }

    @Test
    void numbersMoveNothing() {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        List<Bounds> before = places();

        moveToPlace(-5.5, -5.5);

        assertThat(places()).isEqualTo(before);
    }

    @Test
    void theArrowKeysMoveTheCursor() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        interact(() -> surface().requestFocus());

        type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.UP);
        pulse();

        assertThat(number("#boundary-x1")).isEqualTo(0.3);
        assertThat(number("#boundary-x2")).isEqualTo(0.3);
    }

    @Test
    void escapeTakesTheCursorAway() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));
        interact(() -> surface().requestFocus());
        type(KeyCode.RIGHT);

        type(KeyCode.ESCAPE);
        pulse();

        assertThat(text("#boundary-x1")).isEqualTo("–");
    }

    /// Close to the top left corner of the plot.
    private void moveToCorner() {
        moveTo(surface().localToScreen(2, 2));
        pulse();
    }

    private String text(String query) {
        return lookup(query).queryAs(FixedWidthText.class).getText();
    }

    private double number(String query) {
        return Double.parseDouble(text(query).replace('−', '-'));
    }

    private List<Bounds> places() {
        return lookup(".boundary-reading").queryAll().stream()
                .map(Node::getBoundsInParent)
                .toList();
    }
}
