package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.css.CssParser;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

import mlpexplorer.nn.Numbers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class CurveChartIT extends ChartTestCase {
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
    void aCurveOfAMillionSamplesIsCompletedInLaterPulses() {
        int size = 1_000_000;
        Curve million = Curves.of(size, i -> i == size - 5 ? 3 : 1 + 0.1 * Math.sin(i));
        interact(() -> {
            view.chart().smoothingProperty().set(0.9);
            view.show(List.of(new CurveSeries("train", CurveSeries.TRAIN, million, false)));
        });
        await(() -> widths().size() == 2 && widths().stream().allMatch(width -> width > 0.99));
        assertThat(widths()).allSatisfy(width -> assertThat(width).isLessThan(1.01));
        List<Path> paths = visible(".curve", Path.class);
        assertThat(paths)
                .anySatisfy(path ->
                        assertThat(path.getBoundsInLocal().getMinY())
                                .isCloseTo(view.chart().viewport().py(3), within(2.0)));
    }

    /// Width of each visible curve as a fraction of the plot's.
    private List<Double> widths() {
        return visible(".curve", Path.class).stream()
                .map(path -> path.getBoundsInLocal().getWidth() / plot().getWidth())
                .toList();
    }

    @Test
    void seriesHaveTheColorsOfTheirParts() {
        grow(10);
        assertThat(((Shape) lookup(".curve.train").query()).getStroke())
                .isEqualTo(Color.web("#24292f"));
        assertThat(((Shape) lookup(".curve.validation").query()).getStroke())
                .isEqualTo(Color.web("#8250df"));
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
        Point2D center =
                plot().sceneToLocal(
                                ring.localToScene(
                                        ring.getBoundsInLocal().getCenterX(),
                                        ring.getBoundsInLocal().getCenterY()));
        assertThat(center.getX()).isCloseTo(plot().getWidth(), within(1.5));
        assertThat(center.getY()).isCloseTo(plot().getHeight(), within(1.5));
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
    void aLogarithmicAxisIsLabeledInDecades() {
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
