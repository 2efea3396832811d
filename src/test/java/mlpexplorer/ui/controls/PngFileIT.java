package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

class PngFileIT extends RobotTestCase {

    @TempDir private Path folder;

    @Override
    public void start(Stage stage) {
        stage.show();
    }

    private static WritableImage pattern(int width, int height, boolean opaque) {
        WritableImage image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = opaque ? 0xff : (x * 37 + y * 11) % 256;
                image.getPixelWriter()
                        .setArgb(x, y, alpha << 24 | x * 7919 + y * 104_729 & 0xffffff);
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
                assertThat(actual.getPixelReader().getArgb(x, y))
                        .isEqualTo(expected.getPixelReader().getArgb(x, y));
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
    void textsOfOtherProgramsAreReadAndCompressedOnesCut() throws IOException {
        byte[] png =
                Files.readAllBytes(
                        PngFile.write(
                                folder.resolve("a.png"),
                                pattern(2, 2, true),
                                Map.of("Title", "loss")));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write("bomb\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream zip = new DeflaterOutputStream(bomb)) {
            zip.write(new byte[1 << 24]);
        }
        Path file =
                Files.write(
                        folder.resolve("b.png"),
                        withChunks(
                                png,
                                chunk("tEXt", "Author\0Ada".getBytes(StandardCharsets.ISO_8859_1)),
                                chunk("iTXt", bomb.toByteArray())));
        assertThat(PngFile.texts(file))
                .containsEntry("Title", "loss")
                .containsEntry("Author", "Ada");
        assertThat(PngFile.texts(file).get("bomb")).hasSizeLessThanOrEqualTo(1 << 18);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] content =
                ByteBuffer.allocate(4 + data.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(data)
                        .array();
        CRC32 crc = new CRC32();
        crc.update(content);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    /// The picture with more chunks after its header, which is 33 bytes long.
    private static byte[] withChunks(byte[] png, byte[]... chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, 33);
        List.of(chunks).forEach(bytes::writeBytes);
        bytes.write(png, 33, png.length - 33);
        return bytes.toByteArray();
    }

    @Test
    void aFileThatIsNoPngIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "no picture at all");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> PngFile.texts(file))
                .withMessage("Cannot read " + file + ": it is not a PNG image");
    }

    @Test
    void aTruncatedPngIsDamaged() throws IOException {
        Path file =
                PngFile.write(
                        folder.resolve("a.png"),
                        pattern(9, 9, true),
                        Map.of("spec", "x".repeat(100)));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 90));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> PngFile.texts(file))
                .withMessage("Cannot read " + file + ": the PNG image is damaged");
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
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> PngFile.write(file, pattern(2, 2, true), Map.of()))
                .withMessage(file + " cannot be written: its folder does not exist.");
    }

    @Test
    void aSnapshotIsEnlargedInVectors() {
        AtomicReference<WritableImage> image = new AtomicReference<>();
        interact(
                () -> image.set(PngFile.snapshot(new Rectangle(10, 5, Color.RED), 4, Color.WHITE)));
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
