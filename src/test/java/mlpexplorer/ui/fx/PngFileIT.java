package mlpexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class PngFileIT extends ApplicationTest {

    @TempDir
    private Path folder;

    @Override
    public void start(Stage stage) {
        stage.show();
    }

    private static WritableImage pattern(int width, int height, boolean opaque) {
        WritableImage image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = opaque ? 0xff : (x * 37 + y * 11) % 256;
                image.getPixelWriter().setArgb(x, y, alpha << 24 | x * 7919 + y * 104_729 & 0xffffff);
            }
        }
        return image;
    }

    private Image readBack(Path file) throws IOException {
        return new Image(Files.newInputStream(file));
    }

    private static void assertSamePixels(Image actual, Image expected) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                assertThat(actual.getPixelReader().getArgb(x, y)).isEqualTo(expected.getPixelReader().getArgb(x, y));
            }
        }
    }

    @Test
    void anOpaquePictureComesBackPixelForPixel() throws IOException {
        WritableImage image = pattern(61, 23, true);
        assertSamePixels(readBack(PngFile.write(folder.resolve("a.png"), image, Map.of())), image);
    }

    @Test
    void aTransparentPictureKeepsItsAlpha() throws IOException {
        WritableImage image = new WritableImage(3, 1);
        image.getPixelWriter().setColor(1, 0, Color.RED);
        image.getPixelWriter().setColor(2, 0, Color.rgb(0, 255, 0, 128 / 255.0));
        assertSamePixels(readBack(PngFile.write(folder.resolve("a.png"), image, Map.of())), image);
    }

    @Test
    void theTextsComeBackToTheLetter() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("mlp-explorer-spec", "{\"data\": {\"noise\": 0.1}, \"note\": \"λ → η, 日本\"}");
        texts.put("Title", "");
        Path file = PngFile.write(folder.resolve("a.png"), pattern(4, 4, true), texts);
        assertThat(PngFile.texts(file)).containsExactlyEntriesOf(texts);
    }

    @Test
    void aFileThatIsNoPngIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "no picture at all");
        assertThatIOException().isThrownBy(() -> PngFile.texts(file)).withMessage("Cannot read " + file + ": it is not a PNG picture");
    }

    @Test
    void aTruncatedPngIsDamaged() throws IOException {
        Path file = PngFile.write(folder.resolve("a.png"), pattern(9, 9, true), Map.of("spec", "x".repeat(100)));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 90));
        assertThatIOException().isThrownBy(() -> PngFile.texts(file)).withMessage("Cannot read " + file + ": the PNG is damaged");
    }

    @Test
    void anExistingFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        PngFile.write(file, pattern(2, 2, true), Map.of());
        assertThat(readBack(file).getWidth()).isEqualTo(2);
        assertThat(folder.toFile().list()).containsExactly("a.png");
    }

    @Test
    void aMissingFolderIsSaidInOneSentence() {
        Path file = folder.resolve("nowhere").resolve("a.png");
        assertThatIOException().isThrownBy(() -> PngFile.write(file, pattern(2, 2, true), Map.of()))
                .withMessage(file + " cannot be written: its folder does not exist.");
    }

    @Test
    void aSnapshotIsEnlargedInVectors() {
        AtomicReference<WritableImage> image = new AtomicReference<>();
        interact(() -> image.set(PngFile.snapshot(new Rectangle(10, 5, Color.RED), 4, Color.WHITE)));
        assertThat(image.get().getWidth()).isEqualTo(40);
        assertThat(image.get().getHeight()).isEqualTo(20);
        assertThat(image.get().getPixelReader().getArgb(39, 19)).isEqualTo(0xffff0000);
    }

    @Test
    void aCopyIsOnTheClipboard() {
        AtomicReference<Boolean> there = new AtomicReference<>(false);
        interact(() -> {
            PngFile.copyToClipboard(pattern(3, 2, true));
            there.set(Clipboard.getSystemClipboard().hasImage());
        });
        assertThat(there).hasValue(true);
    }
}
