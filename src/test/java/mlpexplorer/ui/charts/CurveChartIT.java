package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.css.CssParser;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.Axis;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.RobotTestCase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class CurveChartIT extends RobotTestCase {
    private static final ChartText TEXT =
            new ChartText("Loss", "epoch", "Click Train to see the loss fall");

    private final Curves.Growing train = Curves.growing(Curves.loss(50_000, 1.1, 0.02, 0.02, 1));
    private final Curves.Growing validation =
            Curves.growing(Curves.loss(50_000, 1.1, 0.1, 0.02, 2));
    private ChartView view;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        CssParser.errorsProperty().clear();
        view = new ChartView(TEXT, Measure.LOSS);
        stage.setScene(new Scene(view, 420, 280));
        stage.show();
    }

    private void grow(int samples) {
        train.grow(samples);
        validation.grow(samples);
        interact(() ->
                view.show(
                        List.of(
                                new CurveSeries("train", CurveSeries.TRAIN, train, false),
                                new CurveSeries(
                                        "validation", CurveSeries.VALIDATION, validation, false))));
    }

    private <T extends Node> List<T> visible(String query, Class<T> type) {
        return lookup(query).queryAllAs(type).stream().filter(CurveChartIT::isShown).toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible()
                && node.getOpacity() > 0
                && (node.getParent() == null || isShown(node.getParent()));
    }

    private Region plot() {
        return lookup(".chart-plot-background").queryAs(Region.class);
    }

    private void hover(double across, double down) {
        moveTo(plot().localToScreen(plot().getWidth() * across, plot().getHeight() * down));
    }

    @Test
    void anEmptyChartSaysWhatToDo() {
        assertThat(visible(".chart-placeholder", Text.class))
                .extracting(Text::getText)
                .containsExactly("Click Train to see the loss fall");
        grow(1);
        assertThat(visible(".chart-placeholder", Text.class)).isEmpty();
    }

    @Test
    void thePlotKeepsItsPlaceWhileARunGrows() {
        var before = plot().localToScene(plot().getBoundsInLocal());
        for (int samples : new int[] {1, 2, 100, 1_000, 40_000}) {
            grow(samples);
            assertThat(plot().localToScene(plot().getBoundsInLocal())).isEqualTo(before);
        }
    }

    @Test
    void moreSamplesInsideTheAxesLayOutNothing() {
        grow(410);
        interact(() -> {
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
            train.grow(20);
            view.show(
                    List.of(
                            new CurveSeries("train", CurveSeries.TRAIN, train, false),
                            new CurveSeries(
                                    "validation", CurveSeries.VALIDATION, validation, false)));
            assertThat(view.isNeedsLayout()).isFalse();
            assertThat(view.chart().isNeedsLayout()).isFalse();
            assertThat(((Region) lookup(".chart-content").query()).isNeedsLayout()).isFalse();
        });
    }

    @Test
    void everySeriesIsOnePathWhateverItsLength() {
        grow(50_000);
        List<Path> paths = visible(".curve", Path.class);
        assertThat(paths).hasSize(2);
        assertThat(paths)
                .allSatisfy(path -> assertThat(path.getElements().size()).isBetween(200, 4 * 420));
    }

    @Test
    void seriesHaveTheColoursOfOkabeAndIto() {
        grow(10);
        assertThat(((Shape) lookup(".curve.train").query()).getStroke())
                .isEqualTo(Color.web("#0072B2"));
        assertThat(((Shape) lookup(".curve.validation").query()).getStroke())
                .isEqualTo(Color.web("#E69F00"));
    }

    @Test
    void theLegendTellsTheNewestValues() {
        grow(100);
        assertThat(lookup("#legend-train .chart-value").queryAllAs(Text.class))
                .extracting(Text::getText)
                .contains(Numbers.loss(train.y(99)));
        assertThat(lookup(".legend-name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactlyInAnyOrder("train", "validation");
    }

    @Test
    void aReferenceIsPaleAndNotInTheLegend() {
        train.grow(50);
        validation.grow(80);
        interact(() ->
                view.show(
                        List.of(
                                new CurveSeries("train", CurveSeries.TRAIN, train, false),
                                new CurveSeries(
                                        "train before", CurveSeries.TRAIN, validation, true))));
        assertThat(lookup(".legend-name").queryAllAs(Label.class)).hasSize(1);
        List<Path> paths =
                view.chart().lookupAll(".curve").stream()
                        .map(Path.class::cast)
                        .filter(Path::isVisible)
                        .toList();
        assertThat(paths).extracting(Node::getOpacity).containsExactly(0.35, 1.0);
    }

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
        interact(view::pulse);
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

    @Test
    void aMarkIsALineWithItsLabel() {
        grow(501);
        interact(() -> view.chart().marks(List.of(new Mark(250, "rate 0.03"))));
        assertThat(visible(".mark-label", Text.class))
                .extracting(Text::getText)
                .containsExactly("rate 0.03");
        double x =
                plot().sceneToLocal(
                                        visible(".mark-line", Shape.class)
                                                .getFirst()
                                                .localToScene(0, 0))
                                .getX()
                        + visible(".mark-line", Shape.class)
                                .getFirst()
                                .getBoundsInLocal()
                                .getCenterX();
        assertThat(x / plot().getWidth()).isBetween(0.40, 0.51);
    }

    @Test
    void aRingAtTheEdgeOfThePlotIsWhole() {
        grow(501);
        interact(() ->
                view.chart().marks(List.of(Mark.point(500, 0, "best", CurveSeries.VALIDATION))));
        Shape ring = visible(".mark-ring", Shape.class).getFirst();
        Point2D centre =
                plot().sceneToLocal(
                                ring.localToScene(
                                        ring.getBoundsInLocal().getCenterX(),
                                        ring.getBoundsInLocal().getCenterY()));
        assertThat(centre.getX()).isCloseTo(plot().getWidth(), within(1.5));
        assertThat(centre.getY()).isCloseTo(plot().getHeight(), within(1.5));
        for (Node above = ring; above != null; above = above.getParent()) {
            assertThat(above.getClip()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1.1", "250, 0.5", "250, 0", "500, 1"})
    void theTagOfAMarkedPointStandsAboveThePlotWhereNoCurveRuns(double x, double y) {
        grow(501);
        interact(() ->
                view.chart().marks(List.of(Mark.point(x, y, "best", CurveSeries.VALIDATION))));
        Bounds tag = inPlot(visible(".mark-tag", Shape.class).getFirst());
        assertThat(tag.getMaxY()).isLessThanOrEqualTo(0);
        assertThat(tag.getMinX()).isGreaterThanOrEqualTo(-1);
        assertThat(tag.getMaxX()).isLessThanOrEqualTo(plot().getWidth() + 1);
        assertThat(tag.contains(inPlot(visible(".mark-label", Text.class).getFirst()))).isTrue();
        Node legend = lookup(".curve-legend").query();
        assertThat(plot().localToScene(0, tag.getMinY()).getY())
                .isGreaterThanOrEqualTo(legend.localToScene(legend.getLayoutBounds()).getMaxY());
    }

    @Test
    void aMarkedPointAboveWhatIsSeenKeepsItsTag() {
        grow(501);
        interact(() ->
                view.chart().marks(List.of(Mark.point(250, 1e6, "best", CurveSeries.VALIDATION))));
        assertThat(visible(".mark-tag", Shape.class)).hasSize(1);
        assertThat(visible(".mark-ring", Shape.class)).isEmpty();
    }

    private Bounds inPlot(Node node) {
        return plot().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void labelsOfManyMarksNeverOverlap() {
        grow(501);
        interact(() ->
                view.chart()
                        .marks(
                                IntStream.range(0, 60)
                                        .mapToObj(i -> new Mark(200 + 2 * i, "rate " + i))
                                        .toList()));
        List<Text> labels = visible(".mark-label", Text.class);
        assertThat(labels).extracting(Text::getText).contains("rate 59").hasSizeBetween(3, 30);
        for (Text a : labels) {
            for (Text b : labels) {
                assertThat(a == b || !a.getLayoutBounds().intersects(b.getLayoutBounds())).isTrue();
            }
        }
    }

    @Test
    void aLogarithmicAxisIsLabelledInDecades() {
        grow(501);
        interact(() -> view.chart().logYProperty().set(true));
        assertThat(view.chart().getYAxis().getChildrenUnmodifiable())
                .filteredOn(Text.class::isInstance)
                .extracting(label -> ((Text) label).getText())
                .contains("1", "0.1")
                .doesNotContain("0");
    }

    @Test
    void aLossOfZeroOrBeyondAllBoundsDoesNotBreakTheLogarithmicAxis() {
        Curve odd = Curves.of(1, 0, Double.NaN, Double.POSITIVE_INFINITY, 1e300, 0.5);
        interact(() -> {
            view.chart().logYProperty().set(true);
            view.show(List.of(new CurveSeries("train", CurveSeries.TRAIN, odd, false)));
        });
        assertThat(visible(".curve", Path.class).getFirst().getBoundsInLocal().getHeight())
                .isFinite();
    }

    @Test
    void aRewoundCurveIsDrawnAsFarAsItGoes() {
        grow(300);
        double width = visible(".curve.train", Path.class).getFirst().getBoundsInLocal().getWidth();
        train.rewind(260);
        validation.rewind(260);
        grow(0);
        assertThat(visible(".curve.train", Path.class).getFirst().getBoundsInLocal().getWidth())
                .isLessThan(width - 20);
    }

    @Test
    void aScreenReaderHearsTheNewestValues() {
        grow(10);
        assertThat(view.chart().queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo(
                        "Loss: train "
                                + Numbers.loss(train.y(9))
                                + ", validation "
                                + Numbers.loss(validation.y(9)));
    }

    @Test
    void buttonsStandToTheRightOfTheTitle() {
        Button save = new Button("Save");
        interact(() -> view.toolbar().add(save));
        Label title = lookup(".chart-view-title").queryAs(Label.class);
        assertThat(save.localToScene(0, 0).getX())
                .isGreaterThan(title.localToScene(title.getWidth(), 0).getX() + 200);
    }

    @Test
    void theStylesheetHasNoErrors() {
        grow(100);
        interact(() -> view.chart().marks(List.of(new Mark(5, "a"))));
        hover(0.5, 0.5);
        assertThat(Set.copyOf(CssParser.errorsProperty())).isEmpty();
    }
}
