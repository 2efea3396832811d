package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.images.SyntheticDigits;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;

/// A selected cell of the confusion matrix shows its points or images in the plot beside it.
class ConfusionCellIT extends WindowTestCase {
    @Test
    void theImagesOfAClickedCellAreShown() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(SyntheticDigits.write(home, 600)));
        clickOn("#confusion-tab");
        await(() -> text("#confusion-accuracy").contains("correct"));
        interact(() -> lookup("#confusion-matrix").query().requestFocus());

        type(KeyCode.DOWN);
        String counted = text("#confusion-reading");
        type(KeyCode.ENTER);

        await(() -> text("#images-note").contains("predicted as"));
        assertThat(lookup("#images-mistakes").<ToggleButton>query().isSelected()).isTrue();
        assertThat(text("#images-note"))
                .startsWith(counted.split(" ")[0].replaceFirst("^0$", "No") + " image");
        clickOn(lookup(".confusion-selected").<Node>query());
        await(() -> text("#images-note").contains("errors in"));
    }

    @Test
    void thePointsOfAClickedCellAreCircled() {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Iris()));
        trainToTheEnd();
        clickOn("#confusion-tab");
        await(() -> text("#confusion-accuracy").contains("correct"));
        moveTo("#status-line");
        int[] before = boundary();

        clickOn("#confusion-matrix").moveTo("#status-line");
        await(() -> !Arrays.equals(before, boundary()));
        clickOn("#curves-tab").moveTo("#status-line");

        await(() -> Arrays.equals(before, boundary()));
    }

    private int[] boundary() {
        return call(() -> {
            Node surface = lookup("#boundary-surface").query();
            BoundingBox at = (BoundingBox) surface.localToScene(surface.getBoundsInLocal());
            return pixels(
                    picture(
                            new Rectangle2D(
                                    at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight())));
        });
    }

    private String text(String query) {
        return lookup(query).queryAs(Label.class).getText();
    }
}
