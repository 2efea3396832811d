package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/// Points drawn on the plot by mouse and keys.
class DrawIT extends WindowTestCase {

    @Test
    void aDrawingFromTheFirstPointOn() throws IOException {
        open(ThemeChoice.DARK, new RunSpec());
        click("#dataset-points");
        await(() -> workbench().frameProperty().get().isEmpty());
        assertThat(labelText("#draw-hint")).startsWith("No points yet");
        take("draw-blank");
        place(0.3, 0.3);
        await(() -> workbench().frameProperty().get().isPresent() && frame().epoch() > 0);
        assertThat(labelText("#draw-hint")).startsWith("1 point, but only one class");
        place(0.35, 0.25);
        place(0.7, 0.7, true, false);
        assertThat(points()).extracting(LabeledPoint::label).containsExactly(0, 0, 1);
        assertThat(points().getFirst().x1()).isBetween(-2.45, -2.35);
        assertThat(points().getFirst().x2()).isBetween(2.35, 2.45);
        brush(0.2, 0.75, 0.75, 0.2);
        click("#draw-class-1");
        brush(0.6, 0.85, 0.9, 0.5);
        click("#draw-add-class");
        brush(0.1, 0.9, 0.4, 0.9);
        assertThat(labelText("#draw-hint")).contains("points. Click to add");
        await(() -> frame().split().dataset().rows() == points().size() && frame().epoch() > 20);
        // the curves depend on the training time between the strokes, the rest does not
        selectTab("#side-tabs", "network-tab");
        interact(() -> workbench().rewind());
        await(() -> epoch() == 0);
        take("draw");
        assertThat(points()).extracting(LabeledPoint::label).contains(0, 1, 2);
    }

    @Test
    void ctrlClickRemovesTheNearestPointAndUndoBringsItBack() {
        open(ThemeChoice.LIGHT, new RunSpec());
        click("#dataset-points");
        place(0.2, 0.2);
        place(0.8, 0.8);
        place(0.7, 0.6, false, true);
        assertThat(points()).singleElement().satisfies(left -> assertThat(left.x1()).isNegative());
        click("#draw-undo");
        assertThat(points()).hasSize(2);
        click("#draw-redo");
        assertThat(points()).hasSize(1);
    }

    @Test
    void aBrushStrokeIsOneStep() {
        open(ThemeChoice.LIGHT, new RunSpec());
        click("#dataset-points");
        brush(0.2, 0.2, 0.8, 0.8);
        assertThat(points().size()).isGreaterThan(5);
        click("#draw-undo");
        assertThat(points()).isEmpty();
    }

    @Test
    void theNetworkKeepsItsWeightsWhileItsPointsAreEdited() {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Moons()));
        interact(() -> workbench().play());
        await(() -> frame().epoch() > 20);
        click("#data-edit");
        await(() -> frame().split().train().rows() == 300);
        place(0.5, 0.1);
        await(() -> frame().split().train().rows() == 301);
        assertThat(frame().epoch()).isGreaterThan(20);
        assertThat(phase()).isInstanceOf(Phase.Running.class);
    }

    @Test
    void theKeysDrawToo() {
        open(ThemeChoice.LIGHT, new RunSpec());
        click("#dataset-points");
        interact(() -> lookup("#boundary-surface").query().requestFocus());
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        push(KeyCode.DIGIT2);
        push(KeyCode.UP);
        push(KeyCode.ENTER);
        assertThat(points()).extracting(LabeledPoint::label).containsExactly(0, 1);
        push(KeyCode.DELETE);
        assertThat(points()).extracting(LabeledPoint::label).containsExactly(0);
    }

    @Test
    void clearLeavesABlankPlaneAndTheWayBackFromAnotherDatasetLeadsToTheDrawing() {
        open(ThemeChoice.LIGHT, new RunSpec());
        click("#dataset-points");
        place(0.2, 0.2);
        await(() -> points().size() == 1);
        place(0.8, 0.8);
        await(() -> points().size() == 2);
        click("#dataset-moons");
        assertThat(workbench().spec().split().train()).isEqualTo(0.6);
        click("#dataset-points");
        assertThat(points()).hasSize(2);
        click("#draw-clear");
        await(() -> workbench().frameProperty().get().isEmpty());
        assertThat(phase()).isEqualTo(new Phase.Ready());
        assertThat(labelText("#data-points")).isEqualTo("No points yet");
    }

    private List<LabeledPoint> points() {
        return ((DataSpec.Points) workbench().spec().data()).points();
    }

    private void place(double across, double down) {
        clickOn(on("#boundary-surface", across, down));
    }

    /// The headless robot does not support modifiers of mouse events.
    private void place(double across, double down, boolean shift, boolean control) {
        Node surface = lookup("#boundary-surface").query();
        Bounds bounds = surface.getLayoutBounds();
        Point2D place = surface.localToScene(across * bounds.getWidth(), down * bounds.getHeight());
        interact(() -> {
            for (EventType<MouseEvent> type :
                    List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                surface.fireEvent(
                        new MouseEvent(
                                type,
                                place.getX(),
                                place.getY(),
                                place.getX(),
                                place.getY(),
                                MouseButton.PRIMARY,
                                1,
                                shift,
                                control,
                                false,
                                false,
                                true,
                                false,
                                false,
                                false,
                                false,
                                true,
                                null));
            }
        });
    }

    private void brush(double fromAcross, double fromDown, double toAcross, double toDown) {
        moveTo(on("#boundary-surface", fromAcross, fromDown)).press(MouseButton.PRIMARY);
        for (double share = 0.1; share < 1.01; share += 0.1) {
            Point2D place =
                    on(
                            "#boundary-surface",
                            fromAcross + share * (toAcross - fromAcross),
                            fromDown + share * (toDown - fromDown));
            moveTo(place);
        }
        release(MouseButton.PRIMARY);
    }
}
