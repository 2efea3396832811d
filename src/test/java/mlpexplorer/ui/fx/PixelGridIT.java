package mlpexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PixelGridIT extends ControlTestCase {

    private static final ColorRamp GREYS = ColorRamp.between(0x000000, 0xffffff);

    private PixelGrid grid;

    @Override
    Node control() {
        grid = new PixelGrid();
        grid.setMinSize(120, 120);
        grid.setMaxSize(120, 120);
        return grid;
    }

    private int[] pixelsAlong(int y) {
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        interact(() -> {
            grid.applyCss();
            grid.layout();
            picture.set(PngFile.snapshot(grid, 1, Color.RED));
        });
        int[] row = new int[120];
        for (int x = 0; x < 120; x++) {
            row[x] = picture.get().getPixelReader().getArgb(x, y) & 0xff;
        }
        return row;
    }

    private Image image() {
        return ((ImageView) grid.getChildrenUnmodifiable().getFirst()).getImage();
    }

    @Test
    void theFirstCellIsTopLeftAndRowsRunToTheRight() {
        interact(() -> {
            grid.setSmooth(false);
            grid.showValues(new float[] {0, 1, 1, 0.5f}, 2, GREYS, 0, 1);
        });
        assertThat(pixelsAlong(20)[20]).isZero();
        assertThat(pixelsAlong(20)[100]).isEqualTo(255);
        assertThat(pixelsAlong(100)[20]).isEqualTo(255);
        assertThat(pixelsAlong(100)[100]).isBetween(126, 129);
    }

    @Test
    void hardSquaresHaveNoColoursBetween() {
        interact(() -> {
            grid.setSmooth(false);
            grid.showValues(new float[] {0, 1, 1, 0}, 2, GREYS, 0, 1);
        });
        int[] row = pixelsAlong(30);
        assertThat(row[1]).isZero();
        assertThat(row[57]).isZero();
        assertThat(row[62]).isEqualTo(255);
        assertThat(row[118]).isEqualTo(255);
    }

    @Test
    void smoothCellsMeltIntoOneAnotherAndReachTheEdgesUndimmed() {
        interact(() -> grid.showValues(new float[] {0, 1, 0, 1}, 2, GREYS, 0, 1));
        int[] row = pixelsAlong(60);
        assertThat(row[0]).isLessThan(10);
        assertThat(row[60]).isBetween(110, 145);
        assertThat(row[119]).isGreaterThan(245);
        assertThat(row).isSorted();
    }

    @Test
    void drawingAgainInTheSameSizeReusesThePicture() {
        interact(() -> grid.showValues(new float[4], 2, GREYS, 0, 1));
        Image coarse = image();
        interact(() -> grid.showValues(new float[16], 4, GREYS, 0, 1));
        assertThat(image()).isNotSameAs(coarse);
        interact(() -> grid.showValues(new float[] {1, 1, 1, 1}, 2, GREYS, 0, 1));
        assertThat(image()).isSameAs(coarse);
        assertThat(pixelsAlong(60)[60]).isEqualTo(255);
    }

    @Test
    void classesAreColoured() {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);
        interact(() -> grid.showClasses(new float[] {1, 1, 1, 1}, 2, colors, false));
        assertThat(pixelsAlong(60)[60]).isEqualTo(colors.twoClass(1, false) & 0xff);
    }

    @Test
    void aFieldOfTheWrongSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> grid.showValues(new float[3], 2, GREYS, 0, 1));
    }
}
