package mlpexplorer.ui.fx;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// Drives what is shown by mouse and keys, as a hand would, and waits for what comes later. The mouse goes to its place in one
/// step, since TestFX' own glide takes up to half a second of sleep; with a button held it does glide.
public abstract class RobotTestCase extends ApplicationTest {
    private static final int PATIENCE = 60;

    @Override
    public final FxRobot moveTo(PointQuery place, Motion motion) {
        if (robotContext().getMouseRobot().getPressedButtons().isEmpty()) {
            robotContext().getMouseRobot().move(place.query());
            return this;
        }
        return super.moveTo(place, motion);
    }

    @Override
    public final FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        return moveTo(place, motion).clickOn(buttons);
    }

    @Override
    public final FxRobot doubleClickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        return moveTo(place, motion).doubleClickOn(buttons);
    }

    /// Asks on the FX thread again and again until it is so.
    protected final void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within " + PATIENCE + " s", e);
        }
    }

    protected final String words(String id) {
        return lookup(id).queryAs(Labeled.class).getText();
    }
}
