package mlpexplorer.ui.boundary;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.Runs;

import org.junit.jupiter.api.AfterEach;

/// The boundary pane in its own window, for two circles.
abstract class BoundaryTestCase extends RobotTestCase {
    final Split circles = Runs.split(new DataSpec.Circles());
    BoundaryView view;
    Scene scene;

    @Override
    public final void start(Stage stage) {
        view = new BoundaryView();
        scene = new Scene(view, 560, 600);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    final void close() {
        interact(view::close);
    }

    /// Scrolls at a position of the plot; TestFX' own wheel does nothing without a display.
    final void wheel(double x, double y, int notches) {
        Point2D at =
                surface()
                        .localToScene(
                                surface().getWidth() * Domain.HOME.across(x),
                                surface().getHeight() * Domain.HOME.down(y));
        interact(() ->
                surface()
                        .fireEvent(
                                new ScrollEvent(
                                        ScrollEvent.SCROLL,
                                        at.getX(),
                                        at.getY(),
                                        at.getX(),
                                        at.getY(),
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        0,
                                        40.0 * notches,
                                        0,
                                        0,
                                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                                        0,
                                        ScrollEvent.VerticalTextScrollUnits.NONE,
                                        0,
                                        0,
                                        null)));
    }

    final void show(Frame frame) {
        interact(() -> view.show(frame));
        pulse();
    }

    final void pulse() {
        interact(() -> view.pulse(System.nanoTime()));
    }

    final Region surface() {
        return lookup("#boundary-surface").queryAs(Region.class);
    }

    final void moveToPlace(double x, double y) {
        moveTo(surface());
        Point2D at =
                surface()
                        .localToScreen(
                                surface().getWidth() * Domain.HOME.across(x),
                                surface().getHeight() * Domain.HOME.down(y));
        moveTo(at);
        pulse();
    }
}
