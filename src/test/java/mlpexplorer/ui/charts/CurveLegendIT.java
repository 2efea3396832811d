package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class CurveLegendIT extends RobotTestCase {
    private Stage stage;
    private ChartView view;

    @Override
    public void start(Stage shared) {
        view = new ChartView(new ChartText("Loss", "epoch", ""), Measure.LOSS);
        stage = new Stage();
        Scene scene = new Scene(view, 700, 340);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.show(
                List.of(
                        series("Train", CurveSeries.TRAIN, false),
                        series("Validation", CurveSeries.VALIDATION, false),
                        series("Test", CurveSeries.TEST, false),
                        series("Train", CurveSeries.TRAIN, true).ofRun("Earlier run"),
                        series("Test", CurveSeries.TEST, true).ofRun("Earlier run")));
    }

    @AfterEach
    void hide() {
        interact(stage::hide);
    }

    private static CurveSeries series(String name, String styleClass, boolean dimmed) {
        return new CurveSeries(name, styleClass, Curves.of(30, i -> 30 - i), dimmed);
    }

    private long drawn(String part) {
        return view.chart().lookupAll(".curve." + part).stream().filter(Node::isVisible).count();
    }

    private void pressOn(String id) {
        clickOn(id);
        moveTo(view.chart());
    }

    @Test
    void aClickHidesACurveWithItsReferencesAndAnotherShowsThemAgain() {
        pressOn("#legend-train");
        assertThat(drawn("train")).isZero();
        assertThat(drawn("validation")).isEqualTo(1);
        pressOn("#legend-train");
        assertThat(drawn("train")).isEqualTo(2);
    }

    @Test
    void anotherRunHasOneEntryForAllItsCurves() {
        pressOn("#legend-run-earlier-run");
        assertThat(drawn("train")).isEqualTo(1);
        assertThat(drawn("test")).isEqualTo(1);
    }

    @Test
    void altAndAClickShowACurveAloneAndThenAllAgain() {
        altClickOn("#legend-validation");
        assertThat(List.of(drawn("train"), drawn("validation"), drawn("test")))
                .containsExactly(0L, 1L, 0L);
        altClickOn("#legend-validation");
        assertThat(drawn("train")).isEqualTo(2);
    }

    /// The mouse of the headless robot ignores pressed keys.
    private void altClickOn(String id) {
        Node entry = lookup(id).query();
        for (EventType<MouseEvent> type :
                List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            interact(() ->
                    entry.fireEvent(
                            new MouseEvent(
                                    type,
                                    5,
                                    5,
                                    5,
                                    5,
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    new PickResult(entry, 5, 5))));
        }
    }

    @Test
    void aDoubleClickShowsACurveAlone() {
        doubleClickOn("#legend-test");
        assertThat(List.of(drawn("train"), drawn("validation"), drawn("test")))
                .containsExactly(0L, 0L, 2L);
        doubleClickOn("#legend-test");
        assertThat(List.of(drawn("train"), drawn("validation"), drawn("test")))
                .containsExactly(2L, 1L, 2L);
    }

    @Test
    void theKeyboardDoesTheSame() {
        interact(() -> lookup("#legend-train").query().requestFocus());
        type(KeyCode.SPACE);
        assertThat(drawn("train")).isZero();
        type(KeyCode.ENTER);
        assertThat(drawn("train")).isEqualTo(2);
        press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
        assertThat(drawn("validation")).isZero();
    }

    @Test
    void anEntrySaysWhetherItsCurveIsShown() {
        ToggleButton entry = lookup("#legend-train").queryAs(ToggleButton.class);
        assertThat(entry.isSelected()).isTrue();
        assertThat(entry.getAccessibleText()).isEqualTo("Train 1.000, shown");
        pressOn("#legend-train");
        assertThat(entry.isSelected()).isFalse();
        assertThat(entry.getAccessibleText()).isEqualTo("Train 1.000, hidden");
    }

    @Test
    void aHiddenCurveDoesNotStretchTheAxis() {
        interact(() ->
                view.show(
                        List.of(
                                series("Train", CurveSeries.TRAIN, false),
                                new CurveSeries(
                                        "Test",
                                        CurveSeries.TEST,
                                        Curves.of(30, _ -> 1_000),
                                        false))));
        assertThat(view.chart().viewport().y().upper()).isGreaterThan(999);
        pressOn("#legend-test");
        assertThat(view.chart().viewport().y().upper()).isLessThan(50);
    }
}
