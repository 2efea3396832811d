package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.stage.Stage;

import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class ChartZoomIT extends RobotTestCase {
    private final Curves.Growing curve = Curves.growing(Curves.loss(5_000, 1.1, 0.02, 0.02, 1));
    private Stage stage;
    private ChartView view;

    @Override
    public void start(Stage shared) {
        view = new ChartView(new ChartText("Loss", "epoch", ""), Measure.LOSS);
        stage = new Stage();
        Scene scene = new Scene(view, 560, 340);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        curve.grow(501);
        view.show(series());
    }

    @AfterEach
    void hide() {
        interact(stage::hide);
    }

    private List<CurveSeries> series() {
        return List.of(new CurveSeries("train", CurveSeries.TRAIN, curve, false));
    }

    private AxisRange x() {
        return view.chart().viewport().x();
    }

    private AxisRange y() {
        return view.chart().viewport().y();
    }

    private Region plot() {
        return lookup(".chart-plot-background").queryAs(Region.class);
    }

    private Point2D at(double across, double down) {
        return plot().localToScreen(plot().getWidth() * across, plot().getHeight() * down);
    }

    private void box(double fromX, double fromY, double toX, double toY) {
        drag(at(fromX, fromY), MouseButton.PRIMARY).dropTo(at(toX, toY));
    }

    @Test
    void aBoxZoomsToWhatItEncloses() {
        AxisRange beforeX = x();
        AxisRange beforeY = y();
        box(0.2, 0.5, 0.6, 0.75);
        assertThat(x().lower()).isCloseTo(beforeX.upper() * 0.2, within(2.0));
        assertThat(x().upper()).isCloseTo(beforeX.upper() * 0.6, within(2.0));
        assertThat(y().lower()).isCloseTo(beforeY.upper() * 0.25, within(0.01));
        assertThat(y().upper()).isCloseTo(beforeY.upper() * 0.5, within(0.01));
    }

    @Test
    void aFlatBoxZoomsAlongXAndLetsYFollow() {
        AxisRange before = x();
        box(0.5, 0.5, 0.9, 0.505);
        assertThat(x().span()).isCloseTo(before.span() * 0.4, within(3.0));
        assertThat(y().lower()).isZero();
        assertThat(y().upper()).isLessThan(0.8);
    }

    @Test
    void theBoxIsSeenOnlyWhileItIsDrawn() {
        drag(at(0.2, 0.2), MouseButton.PRIMARY).moveTo(at(0.5, 0.6));
        assertThat(lookup(".zoom-box").query().isVisible()).isTrue();
        drop();
        assertThat(lookup(".zoom-box").query().isVisible()).isFalse();
    }

    @Test
    void aDoubleClickFits() {
        AxisRange before = x();
        box(0.2, 0.2, 0.6, 0.8);
        doubleClickOn(at(0.5, 0.5));
        assertThat(x()).isEqualTo(before);
        assertThat(y().lower()).isZero();
    }

    @Test
    void theFitButtonFitsAndIsIdleWhileAllIsShown() {
        Button fit = lookup("#fit-loss-button").queryButton();
        assertThat(fit.isDisabled()).isTrue();
        AxisRange before = x();
        box(0.2, 0.2, 0.6, 0.8);
        assertThat(fit.isDisabled()).isFalse();
        clickOn(fit);
        assertThat(x()).isEqualTo(before);
        assertThat(fit.isDisabled()).isTrue();
    }

    @Test
    void theAxisFollowsTheCurveUntilTheUserZooms() {
        box(0.2, 0.2, 0.6, 0.8);
        AxisRange zoomed = x();
        curve.grow(4_000);
        interact(() -> view.show(series()));
        assertThat(x()).isEqualTo(zoomed);
        interact(view.chart()::fit);
        assertThat(x().upper()).isGreaterThan(4_000);
    }

    @Test
    void theRightButtonMovesWhatIsShown() {
        box(0.4, 0.2, 0.6, 0.8);
        AxisRange before = x();
        drag(at(0.5, 0.5), MouseButton.SECONDARY).dropTo(at(0.25, 0.5));
        assertThat(x().lower()).isCloseTo(before.lower() + before.span() * 0.25, within(1.0));
        assertThat(x().span()).isCloseTo(before.span(), within(1e-6));
    }

    @Test
    void shiftAndTheLeftButtonMoveToo() {
        box(0.4, 0.2, 0.6, 0.8);
        AxisRange before = y();
        interact(() -> {
            view.chart().fireEvent(withShift(MouseEvent.MOUSE_PRESSED, 0.4));
            view.chart().fireEvent(withShift(MouseEvent.MOUSE_DRAGGED, 0.6));
            view.chart().fireEvent(withShift(MouseEvent.MOUSE_RELEASED, 0.6));
        });
        assertThat(y().lower()).isCloseTo(before.lower() + before.span() * 0.2, within(0.02));
    }

    /// The mouse of the headless robot ignores pressed keys.
    private MouseEvent withShift(EventType<MouseEvent> type, double down) {
        Point2D at = plot().localToScene(plot().getWidth() * 0.5, plot().getHeight() * down);
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                new PickResult(view.chart(), at.getX(), at.getY()));
    }

    @Test
    void movingEndsWhereTheCurvesEnd() {
        box(0.1, 0.2, 0.3, 0.8);
        drag(at(0.1, 0.5), MouseButton.SECONDARY).dropTo(at(0.9, 0.5));
        assertThat(x().lower()).isZero();
    }

    @Test
    void theWheelZoomsAtTheMouse() {
        moveTo(at(0.5, 0.5));
        double middle = x().lower() + x().span() / 2;
        double before = x().span();
        scroll(5, VerticalDirection.UP);
        double after = x().span();
        assertThat(after).isNotEqualTo(before).isLessThan(before);
        assertThat(x().lower() + after / 2).isCloseTo(middle, within(2.0));
        scroll(40, VerticalDirection.DOWN);
        assertThat(x().span()).isEqualTo(before);
    }

    @Test
    void ctrlAndTheWheelZoomTheYAxis() {
        moveTo(at(0.5, 0.5));
        AxisRange x = x();
        double before = view.chart().viewport().y().span();
        Point2D at = view.chart().screenToLocal(at(0.5, 0.5));
        interact(() -> view.chart().fireEvent(ctrlWheel(view.chart().localToScene(at))));
        assertThat(x()).isEqualTo(x);
        assertThat(view.chart().viewport().y().span()).isLessThan(before);
    }

    private static ScrollEvent ctrlWheel(Point2D at) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                200,
                0,
                0,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void keysZoomMoveAndFit() {
        interact(view.chart()::requestFocus);
        AxisRange before = x();
        type(KeyCode.PLUS);
        assertThat(x().span()).isCloseTo(before.span() * 0.8, within(1e-6));
        double lower = x().lower();
        press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(x().lower()).isGreaterThan(lower);
        type(KeyCode.HOME);
        assertThat(x()).isEqualTo(before);
    }

    @Test
    void arrowsWalkTheCursorAndEscapeTakesItAway() {
        interact(view.chart()::requestFocus);
        type(KeyCode.RIGHT, 2);
        assertThat(view.chart().cursorXProperty().get()).isGreaterThan(x().span() / 2);
        type(KeyCode.ESCAPE);
        assertThat(view.chart().cursorXProperty().get()).isNaN();
    }

    @Test
    void aZoomedLogarithmicAxisHasLabelsWithinADecade() {
        interact(() -> view.chart().logYProperty().set(true));
        interact(() -> view.chart().showY(new AxisRange(0.2, 0.35)));
        assertThat(view.chart().getYAxis().getTickMarks().size()).isGreaterThan(2);
    }

    @Test
    void linkedChartsShowTheSamePartOfXAndHideTheSameCurves() {
        ChartView other = new ChartView(new ChartText("Accuracy", "epoch", ""), Measure.FRACTION);
        interact(() -> {
            view.link(other);
            other.show(series());
        });
        box(0.2, 0.2, 0.6, 0.8);
        assertThat(other.chart().viewport().x()).isEqualTo(x());
        clickOn("#legend-train");
        assertThat(other.chart().lookupAll(".curve").stream().filter(Path.class::isInstance))
                .isEmpty();
    }

    @Test
    void anotherAxisHasItsOwnWordAndShowsAll() {
        box(0.2, 0.2, 0.6, 0.8);
        interact(() -> view.chart().xAxisProperty().set(XAxis.SECONDS));
        assertThat(x().lower()).isZero();
        assertThat(view.chart().getXAxis().getLabel()).isEqualTo("seconds");
    }
}
