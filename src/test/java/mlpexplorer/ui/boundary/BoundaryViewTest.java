package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import mlpexplorer.ui.field.Runs;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Trainer;
import mlpexplorer.nn.Predictions;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.PlaneView;
import mlpexplorer.ui.fx.ClassColors;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class BoundaryViewTest extends ApplicationTest {
    private final Split circles = Runs.split(new DataSpec.Circles());
    private BoundaryView view;
    private Scene scene;

    @Override
    public void start(Stage stage) {
        view = new BoundaryView(ResourceBundle.getBundle("mlpexplorer.ui.messages"));
        scene = new Scene(view, 560, 600);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(view::close);
    }

    @Test
    void aSentenceStandsThereWhileThereIsNothingToShow() {
        assertThat(lookup("#boundary-placeholder").queryAs(Label.class).isVisible()).isTrue();
    }

    @Test
    void aSentenceTellsOfDataThatAreNoPlane() {
        show(Runs.trained(Runs.split(1, 1, 2, 3, 4, 5, 6), Runs.SOFTMAX_REGRESSION, 0));

        assertThat(lookup("#boundary-placeholder").queryAs(Label.class).getText()).contains("one feature");
    }

    @Test
    void twoFeaturesOfManyAreChosenFromLists() {
        show(Runs.trained(Runs.split(3, 1, 2, 3, 4, 5, 6, 0, 2, 9, 1, 1, 1), Runs.SOFTMAX_REGRESSION, 0));
        assertThat(axisNames()).anyMatch(name -> name.startsWith("PC 1 · "));

        choose("#plane-across-field", 2);
        choose("#plane-up-field", 1);
        assertThat(axisNames()).containsExactlyInAnyOrder("f2", "f1");
        choose("#plane-across-field", 1);

        assertThat(axisNames()).containsExactlyInAnyOrder("f1", "f2");
        assertThat(lookup("#plane-up-field").queryAs(ComboBox.class).getValue()).isEqualTo(2);
    }

    @Test
    void aPlaneOfTwoFeaturesLeavesNothingToChoose() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        assertThat(lookup("#boundary-plane").query().isVisible()).isFalse();
    }

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
    void theFieldFollowsTheZoom() throws TimeoutException {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> view.discretizeProperty().set(true));
        int inner = new ClassColors(2, Theme.LIGHT).twoClass(0, true);
        waitForColor(-5.7, 5.7, new ClassColors(2, Theme.LIGHT).twoClass(1, true));

        wheel(0, 0, 12);

        waitForColor(-5.7, 5.7, inner);
    }

    @Test
    void aRingStandsAroundEachMisclassifiedPoint() throws TimeoutException {
        show(Runs.trained(circles, Runs.SOFTMAX_REGRESSION, 0));
        double[] around = ringPlace();
        int before = colorAt(around[0], around[1]);

        clickOn("#mistakes-check");

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> colorAt(around[0], around[1]) != before);
    }

    @Test
    void theFieldHasTheColoursOfTheRegions() throws TimeoutException {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> view.discretizeProperty().set(true));
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        waitForColor(-5.7, 5.7, colors.twoClass(1, true));
    }

    @Test
    void aDarkThemeGetsADarkField() throws TimeoutException {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> {
            view.discretizeProperty().set(true);
            Theme.DARK.applyTo(scene);
        });

        waitForColor(-5.7, 5.7, new ClassColors(2, Theme.DARK).twoClass(1, true));
        interact(() -> Theme.LIGHT.applyTo(scene));
    }

    @Test
    void theCheckBoxesSetTheirProperties() {
        clickOn("#discretize-check").clickOn("#test-points-check");

        assertThat(view.discretizeProperty().get()).isTrue();
        assertThat(view.showTestPointsProperty().get()).isTrue();
    }

    @Test
    void thePropertiesSetTheCheckBoxes() {
        interact(() -> view.showTestPointsProperty().set(true));

        assertThat(lookup("#test-points-check").queryAs(CheckBox.class).isSelected()).isTrue();
    }

    @Test
    void testPointsAreDrawnWhenAskedFor() throws TimeoutException {
        show(Runs.trained(circles, Runs.SOFTMAX_REGRESSION, 0));
        double[] point = lonelyTestPoint();
        int full = new ClassColors(2, Theme.LIGHT).argb(circles.dataset().samples().label((int) point[2]));
        assertThat(colorAt(point[0], point[1])).isNotEqualTo(full);

        clickOn("#test-points-check");

        waitForColor(point[0], point[1], full);
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
    void anotherEpochAsksForNoLayout() {
        Trainer trainer = Runs.trainer(circles, Runs.TANH_16_16);
        show(Runs.frame(trainer));
        moveToPlace(1, 1);
        trainer.epoch();
        boolean[] layout = {false};

        interact(() -> {
            view.layout();
            view.show(Runs.frame(trainer));
            view.pulse();
            layout[0] = view.isNeedsLayout();
        });

        assertThat(layout[0]).isFalse();
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

    @Test
    void thePlotStaysSquareInAnyWindow() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        interact(() -> scene.getWindow().setWidth(380));

        assertThat(surface().getWidth()).isEqualTo(surface().getHeight());
        Bounds plot = surface().localToScene(surface().getBoundsInLocal());
        assertThat(plot.getMinX()).isGreaterThan(20);
        assertThat(plot.getMaxX()).isLessThan(scene.getWidth());
    }

    @Test
    void legendAndReadoutStayCloseToThePlotInATallWindow() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        interact(() -> scene.getWindow().setWidth(360));

        Bounds plot = surface().localToScene(surface().getBoundsInLocal());
        Node readout = lookup("#boundary-readout").query();
        assertThat(readout.localToScene(readout.getBoundsInLocal()).getMinY()).isLessThan(plot.getMaxY() + 90);
    }

    @Test
    void clearingBringsTheSentenceBack() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        interact(view::clear);

        assertThat(lookup("#boundary-placeholder").queryAs(Label.class).isVisible()).isTrue();
    }

    /// A place on the ring of a wrongly classified training point where no other point is.
    private double[] ringPlace() {
        Frame frame = Runs.trained(circles, Runs.SOFTMAX_REGRESSION, 0);
        Predictions said = Predictions.of(
                frame.mlp(), frame.parameters(), circles.train(), frame.mlp().workspace(Predictions.CHUNK), () -> false).orElseThrow();
        Samples samples = circles.dataset().samples();
        for (int position = 0; ; position++) {
            int row = circles.row(position);
            double x = samples.feature(row, 0);
            double y = samples.feature(row, 1);
            double radius = (1.25 * new PlotPoints(plane(), false).radius(surface().getWidth()) + 2.2) * 12 / surface().getWidth();
            if (said.predicted()[position] != samples.label(row) && lonely(row, x + radius, y, 0.35)) {
                return new double[] {x + radius, y};
            }
        }
    }

    private boolean lonely(int row, double x, double y, double reach) {
        Samples samples = circles.dataset().samples();
        for (int other = 0; other < samples.rows(); other++) {
            double distance = Math.hypot(samples.feature(other, 0) - x, samples.feature(other, 1) - y);
            if (other != row && distance < reach) {
                return false;
            }
        }
        return true;
    }

    private Content.Plane plane() {
        PlaneView whole = PlaneView.of(circles, PlaneChoice.usual(2));
        return new Content.Plane(circles, whole, whole.home());
    }

    private List<String> axisNames() {
        return lookup(".boundary-axis-name").queryAllAs(Text.class).stream().map(Text::getText).toList();
    }

    @SuppressWarnings("unchecked")
    private void choose(String query, int value) {
        interact(() -> lookup(query).queryAs(ComboBox.class).setValue(value));
        pulse();
    }

    /// Turns the wheel over a place of the plot; TestFX' own wheel does nothing without a display.
    private void wheel(double x, double y, int notches) {
        Point2D at = surface().localToScene(
                surface().getWidth() * Domain.HOME.across(x), surface().getHeight() * Domain.HOME.down(y));
        interact(() -> surface().fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false, false, false, false, false, false, 0, 40.0 * notches, 0, 0,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    /// Close to the top left corner of the plot.
    private void moveToCorner() {
        moveTo(surface().localToScreen(2, 2));
        pulse();
    }

    @Test
    void aPictureFourTimesAsLargeHasSharpEdges() throws TimeoutException {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> view.discretizeProperty().set(true));
        waitForColor(-5.7, 5.7, new ClassColors(2, Theme.LIGHT).twoClass(1, true));

        int stretched = mixedPixels(1);

        assertThat(stretched).isPositive();
        assertThat(mixedPixels(4)).isLessThan(stretched / 2);
    }

    /// Pixels of neither region on some lines across a snapshot of four times the size, taken at this density.
    private int mixedPixels(double density) {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);
        int[] mixed = {0};
        interact(() -> {
            view.density(density);
            for (String layer : List.of(".boundary-contour", ".boundary-points")) {
                view.lookup(layer).setVisible(false);
            }
            WritableImage image = PngFile.snapshot(view, 4, Color.WHITE);
            view.density(1);
            for (double down : new double[] {0.42, 0.5, 0.58}) {
                Point2D from = surface().localToScene(0, down * surface().getHeight());
                for (int x = 8; x < 4 * surface().getWidth() - 8; x++) {
                    int argb = image.getPixelReader().getArgb((int) (4 * from.getX()) + x, (int) (4 * from.getY()));
                    mixed[0] += argb == colors.twoClass(0, true) || argb == colors.twoClass(1, true) ? 0 : 1;
                }
            }
        });
        return mixed[0];
    }

    private void show(Frame frame) {
        interact(() -> view.show(frame));
        pulse();
    }

    private void pulse() {
        interact(view::pulse);
    }

    private Region surface() {
        return lookup("#boundary-surface").queryAs(Region.class);
    }

    private void moveToPlace(double x, double y) {
        moveTo(surface());
        Point2D at = surface().localToScreen(
                surface().getWidth() * Domain.HOME.across(x), surface().getHeight() * Domain.HOME.down(y));
        moveTo(at);
        pulse();
    }

    private String text(String query) {
        return lookup(query).queryAs(SteadyText.class).getText();
    }

    private double number(String query) {
        return Double.parseDouble(text(query).replace('−', '-'));
    }

    private List<Bounds> places() {
        return lookup(".boundary-reading").queryAll().stream().map(Node::getBoundsInParent).toList();
    }

    /// x, y and row of a test point that no other point is near.
    private double[] lonelyTestPoint() {
        Samples samples = circles.dataset().samples();
        for (int position = circles.dataset().rows() - 1; ; position--) {
            int row = circles.row(position);
            double x = samples.feature(row, 0);
            double y = samples.feature(row, 1);
            boolean lonely = true;
            for (int other = 0; other < samples.rows(); other++) {
                double distance = Math.hypot(samples.feature(other, 0) - x, samples.feature(other, 1) - y);
                lonely &= other == row || distance > 0.3;
            }
            if (lonely) {
                return new double[] {x, y, row};
            }
        }
    }

    private int colorAt(double x, double y) {
        int[] argb = {0};
        interact(() -> {
            view.pulse();
            WritableImage image = PngFile.snapshot(view, 1, Color.TRANSPARENT);
            Point2D at = surface().localToScene(
                    surface().getWidth() * Domain.HOME.across(x), surface().getHeight() * Domain.HOME.down(y));
            argb[0] = image.getPixelReader().getArgb((int) at.getX(), (int) at.getY());
        });
        return argb[0];
    }

    private void waitForColor(double x, double y, int argb) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> colorAt(x, y) == argb);
    }
}
