package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.chart.Axis;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import mlpexplorer.nn.Numbers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// The cursor of a chart and its card of values.
class ChartCursorIT extends ChartTestCase {
    @Test
    void theMouseShowsEpochAndValuesBesideIt() {
        grow(501);
        hover(0.4, 0.5);
        int epoch = (int) Math.round(view.chart().cursorXProperty().get());
        assertThat(epoch).isBetween(190, 250);
        assertThat(visible(".hover-heading", Label.class))
                .extracting(Label::getText)
                .containsExactly("epoch " + epoch);
        assertThat(visible(".hover-card .chart-value", Text.class))
                .extracting(Text::getText)
                .containsExactly(Numbers.loss(train.y(epoch)), Numbers.loss(validation.y(epoch)));
    }

    @Test
    void theCursorStaysUnderTheMouseWhileTheAxisGrows() {
        grow(501);
        hover(0.5, 0.5);
        double before = view.chart().cursorXProperty().get();
        grow(4_500);
        assertThat(view.chart().cursorXProperty().get()).isGreaterThan(5 * before);
    }

    @Test
    void theCursorGoesWhenTheMouseLeavesThePlot() {
        grow(501);
        hover(0.5, 0.5);
        hover(0.5, 1.1);
        assertThat(view.chart().cursorXProperty().get()).isNaN();
        assertThat(visible(".hover-card", Region.class)).isEmpty();
    }

    @Test
    void theCardLeavesTheBeginningOfTheCurvesFree() {
        grow(501);
        for (double across : new double[] {0.1, 0.2, 0.3, 0.4}) {
            hover(across, 0.5);
            Region card = visible(".hover-card", Region.class).getFirst();
            Point2D origin = plot().sceneToLocal(card.localToScene(0, 0));
            assertThat(origin.getX()).isGreaterThan(0.1 * plot().getWidth());
        }
    }

    @Test
    void theCardStaysInsideThePlot() {
        grow(501);
        for (double across : new double[] {0.02, 0.3, 0.6, 0.98}) {
            hover(across, 0.5);
            Region card = visible(".hover-card", Region.class).getFirst();
            Point2D corner =
                    plot().sceneToLocal(card.localToScene(card.getWidth(), card.getHeight()));
            Point2D origin = plot().sceneToLocal(card.localToScene(0, 0));
            assertThat(origin.getX()).isNotNegative();
            assertThat(corner.getX()).isLessThanOrEqualTo(plot().getWidth());
            assertThat(corner.getY()).isLessThanOrEqualTo(plot().getHeight());
        }
    }

    @Test
    void theCursorOfAnotherChartMayLead() {
        grow(501);
        interact(() -> view.chart().cursorXProperty().set(100.3));
        assertThat(visible(".hover-heading", Label.class))
                .extracting(Label::getText)
                .containsExactly("epoch 100");
    }

    @Test
    void theCursorsOfTwoChartsMoveTogether() {
        grow(501);
        DoubleProperty other = new CurveChart(TEXT, Measure.FRACTION).cursorXProperty();
        interact(() -> view.chart().cursorXProperty().bindBidirectional(other));
        hover(0.5, 0.5);
        assertThat(other.get()).isBetween(240.0, 310.0);
        hover(0.5, 1.1);
        assertThat(other.get()).isNaN();
    }

    @Test
    void inALowPlotTheCardIsALineForEachRun() {
        grow(501);
        hover(0.5, 0.5);
        double roomy = visible(".hover-card", Region.class).getFirst().getHeight();
        interact(() -> view.chart().setMaxHeight(140));
        hover(0.5, 0.5);
        assertThat(visible(".hover-card", Region.class).getFirst().getHeight())
                .isLessThan(roomy - 10);
        assertThat(visible(".hover-card .chart-value", Text.class)).hasSize(2);
        assertThat(visible(".hover-name", Label.class)).isEmpty();
    }

    @Test
    void powersOfTenStandAtEqualDistancesOnALogarithmicXAxis() {
        double[] rates = {1e-4, 1e-3, 1e-2, 1e-1};
        interact(() -> {
            view.chart().logXProperty().set(true);
            view.show(
                    List.of(
                            new CurveSeries(
                                    "train",
                                    CurveSeries.TRAIN,
                                    Curve.of(rates, new double[] {0.9, 0.5, 0.2, 0.4}),
                                    false)));
        });
        Axis<Number> axis = view.chart().getXAxis();
        assertThat(
                        axis.getChildrenUnmodifiable().stream()
                                .filter(Text.class::isInstance)
                                .map(node -> ((Text) node).getText()))
                .containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹");
        double decade = axis.getDisplayPosition(1e-3) - axis.getDisplayPosition(1e-4);
        assertThat(decade).isGreaterThan(plot().getWidth() / 4);
        assertThat(axis.getDisplayPosition(1e-1) - axis.getDisplayPosition(1e-2))
                .isCloseTo(decade, within(1e-6));
        hover(0.3, 0.5);
        assertThat(visible(".hover-heading", Label.class))
                .extracting(Label::getText)
                .containsExactly("epoch 0.001");
    }

    @Test
    void theRowNearestToTheMouseIsSetOff() {
        grow(501);
        double low = view.chart().getYAxis().getDisplayPosition(train.y(200)) / plot().getHeight();
        hover(0.4, low);
        assertThat(
                        visible(".hover-name", Label.class).stream()
                                .filter(name ->
                                        name.getPseudoClassStates().toString().contains("nearest")))
                .extracting(Label::getText)
                .containsExactly("train");
    }

    @Test
    void theCardLeavesOutARunThatEndedEarlier() {
        interact(() ->
                view.show(
                        List.of(
                                new CurveSeries(
                                        "Train",
                                        CurveSeries.TRAIN,
                                        Curves.of(50, i -> 1.0 / (i + 1)),
                                        false),
                                new CurveSeries(
                                                "Train",
                                                CurveSeries.TRAIN,
                                                Curves.of(10, i -> 1.0),
                                                true)
                                        .ofRun("Earlier run"))));
        interact(() -> view.chart().cursorXProperty().set(40));
        assertThat(lookup(".hover-heading").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("epoch 40");
    }

    @Test
    void theCardTellsTheNumbersOfAReferenceAlone() {
        train.grow(50);
        interact(() ->
                view.show(
                        List.of(
                                new CurveSeries("train", CurveSeries.TRAIN, train, true)
                                        .ofRun("Earlier run"))));
        hover(0.5, 0.5);
        assertThat(visible(".hover-heading", Label.class))
                .extracting(Label::getText)
                .containsExactly("Earlier run · epoch 25");
        assertThat(visible(".hover-card .chart-value", Text.class))
                .extracting(Text::getText)
                .containsExactly(Numbers.loss(train.y(25)));
    }

    @Test
    void aCardOfManyCurvesCountsThoseItHasNoRoomFor() {
        List<CurveSeries> many =
                IntStream.range(0, 20)
                        .mapToObj(run ->
                                new CurveSeries(
                                                "train",
                                                CurveSeries.TRAIN,
                                                Curves.of(50, i -> run + i),
                                                true)
                                        .ofRun("run " + run))
                        .toList();
        interact(() -> view.show(many));
        hover(0.5, 0.5);
        int told = visible(".hover-card .chart-value", Text.class).size();
        assertThat(told).isBetween(2, 10);
        assertThat(visible(".hover-heading", Label.class))
                .extracting(Label::getText)
                .contains("and " + (20 - told) + " more");
    }
}
