package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.Fields;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.PlaneView;
import mlpexplorer.ui.field.Runs;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The colors of field, points and rings, pixel by pixel.
class BoundaryFieldIT extends BoundaryTestCase {
    @Test
    void theFieldFollowsTheZoom() {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> view.discretizeProperty().set(true));
        int inner = Fields.twoClassColor(new ClassColors(2, Theme.LIGHT), 0, true);
        waitForColor(-5.7, 5.7, Fields.twoClassColor(new ClassColors(2, Theme.LIGHT), 1, true));

        wheel(0, 0, 12);

        waitForColor(-5.7, 5.7, inner);
    }

    @Test
    void aRingStandsAroundEachMisclassifiedPoint() {
        show(Runs.trained(circles, Runs.SOFTMAX_REGRESSION, 0));
        double[] around = ringPlace();
        int before = colorAt(around[0], around[1]);

        clickOn("#mistakes-check");

        await(() -> shownColor(around[0], around[1]) != before);
    }

    @Test
    void theFieldHasTheColorsOfTheRegions() {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> view.discretizeProperty().set(true));
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        waitForColor(-5.7, 5.7, Fields.twoClassColor(colors, 1, true));
    }

    @Test
    void aDarkThemeGetsADarkField() {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> {
            view.discretizeProperty().set(true);
            Theme.DARK.applyTo(scene);
        });

        waitForColor(-5.7, 5.7, Fields.twoClassColor(new ClassColors(2, Theme.DARK), 1, true));
        interact(() -> Theme.LIGHT.applyTo(scene));
    }

    @Test
    void testPointsAreDrawnWhenAskedFor() {
        show(Runs.trained(circles, Runs.SOFTMAX_REGRESSION, 0));
        double[] point = lonelyTestPoint();
        int full =
                new ClassColors(2, Theme.LIGHT)
                        .argb(circles.dataset().samples().label((int) point[2]));
        assertThat(colorAt(point[0], point[1])).isNotEqualTo(full);

        clickOn("#test-points-check");

        waitForColor(point[0], point[1], full);
    }

    @Test
    void aPictureFourTimesAsLargeHasSharpEdges() {
        show(Runs.trained(circles, Runs.TANH_16_16, 60));
        interact(() -> view.discretizeProperty().set(true));
        waitForColor(-5.7, 5.7, Fields.twoClassColor(new ClassColors(2, Theme.LIGHT), 1, true));

        int stretched = mixedPixels(1);

        assertThat(stretched).isPositive();
        assertThat(mixedPixels(4)).isLessThan(stretched / 2);
    }

    /// A place on the ring of a wrongly classified training point where no other point is.
    private double[] ringPlace() {
        Frame frame = Runs.trained(circles, Runs.SOFTMAX_REGRESSION, 0);
        Predictions said =
                Predictions.of(
                                frame.mlp(),
                                frame.parameters(),
                                circles.train(),
                                frame.mlp().workspace(Predictions.CHUNK),
                                () -> false)
                        .orElseThrow();
        Samples samples = circles.dataset().samples();
        for (int position = 0; ; position++) {
            int row = circles.row(position);
            double x = samples.feature(row, 0);
            double y = samples.feature(row, 1);
            double radius =
                    (1.25 * new PlotPoints(plane(), false).radius(surface().getWidth()) + 2.2)
                            * 12
                            / surface().getWidth();
            if (said.predicted()[position] != samples.label(row)
                    && lonely(row, x + radius, y, 0.35)) {
                return new double[] {x + radius, y};
            }
        }
    }

    private boolean lonely(int row, double x, double y, double reach) {
        Samples samples = circles.dataset().samples();
        for (int other = 0; other < samples.rows(); other++) {
            double distance =
                    Math.hypot(samples.feature(other, 0) - x, samples.feature(other, 1) - y);
            if (other != row && distance < reach) {
                return false;
            }
        }
        return true;
    }

    private Content.Plane plane() {
        PlaneView whole = PlaneView.of(circles, PlaneChoice.defaults(2));
        return new Content.Plane(circles, whole, whole.home());
    }

    /// Pixels of neither region on some lines across a snapshot of four times the size, taken at
    /// this density.
    private int mixedPixels(double density) {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);
        int[] mixed = {0};
        interact(() -> {
            view.density(density);
            view.field(density).get().run();
            for (String layer : List.of(".boundary-contour", ".boundary-points")) {
                view.lookup(layer).setVisible(false);
            }
            WritableImage image = PngFile.snapshot(view, 4, Color.WHITE);
            view.density(1);
            view.field(1).get().run();
            for (double down : new double[] {0.42, 0.5, 0.58}) {
                Point2D from = surface().localToScene(0, down * surface().getHeight());
                for (int x = 8; x < 4 * surface().getWidth() - 8; x++) {
                    int argb =
                            image.getPixelReader()
                                    .getArgb((int) (4 * from.getX()) + x, (int) (4 * from.getY()));
                    mixed[0] +=
                            argb == Fields.twoClassColor(colors, 0, true)
                                            || argb == Fields.twoClassColor(colors, 1, true)
                                    ? 0
                                    : 1;
                }
            }
        });
        return mixed[0];
    }

    /// x, y and row of a test point that no other point is near.
    private double[] lonelyTestPoint() {
        Samples samples = circles.dataset().samples();
        for (int position = circles.dataset().rows() - 1; ; position--) {
            int row = circles.row(position);
            double x = samples.feature(row, 0);
            double y = samples.feature(row, 1);
            if (lonely(row, x, y, 0.3)) {
                return new double[] {x, y, row};
            }
        }
    }

    private int colorAt(double x, double y) {
        return call(() -> shownColor(x, y));
    }

    /// FX thread.
    private int shownColor(double x, double y) {
        view.pulse(System.nanoTime());
        Point2D at =
                surface()
                        .localToScene(
                                surface().getWidth() * Domain.HOME.across(x),
                                surface().getHeight() * Domain.HOME.down(y));
        SnapshotParameters pixel = new SnapshotParameters();
        pixel.setViewport(new Rectangle2D((int) at.getX(), (int) at.getY(), 1, 1));
        return view.snapshot(pixel, null).getPixelReader().getArgb(0, 0);
    }

    private void waitForColor(double x, double y, int argb) {
        await(() -> shownColor(x, y) == argb);
    }
}
