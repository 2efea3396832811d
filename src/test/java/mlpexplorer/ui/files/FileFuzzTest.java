package mlpexplorer.ui.files;

import static mlpexplorer.faults.Damage.INPUTS;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.faults.Damage;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.SvgFile;
import mlpexplorer.ui.export.PictureMetadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Thousands of corrupted pictures and weights: each opens or is rejected with a one-sentence
/// error, regardless of its first bytes.
class FileFuzzTest {
    private static final RunStart WORKED = Presets.named("worked-example").start();

    @TempDir Path folder;

    @Test
    void spoiltSvgFilesGiveOneSentence() throws IOException {
        byte[] picture =
                new SvgFile(2, 2, Color.WHITE, _ -> false)
                        .bytes(PictureMetadata.of("network", "a run", WORKED));
        int whole = Damage.wholeOf(i -> opens(Damage.of(picture, new RandomStream(6, i))));
        assertThat(whole).isPositive();
    }

    @Test
    void spoiltPicturesGiveOneSentence() throws IOException {
        byte[] picture =
                PngFile.bytes(
                        new WritableImage(2, 2), PictureMetadata.of("network", "a run", WORKED));
        byte[] old = inserted(picture, "\0\0\0\13tEXtTitle\0hello\1\2\3\4".getBytes(ISO_8859_1));
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(5, i);
                    return opens(Damage.of(i % 2 == 0 ? picture : old, random));
                });
        assertThat(whole).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    @Test
    void spoiltWeightsGiveOneSentence() throws IOException {
        byte[] npz = Npz.bytes(WORKED.weights().orElseThrow());
        Map<String, byte[]> arrays = arrays(npz);
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(6, i);
                    // One half are corrupted zip files, the other half valid zip files of corrupted
                    // arrays.
                    return opens(i % 2 == 0 ? Damage.of(npz, random) : zipped(arrays, random));
                });
        assertThat(whole).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    @Test
    void spoiltWeightsOfTheStoreGiveOneSentence() throws IOException {
        byte[] npz = Npz.bytes(WORKED.weights().orElseThrow());
        Map<String, byte[]> arrays = arrays(npz);
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(7, i);
                    try {
                        Npz.read(i % 2 == 0 ? Damage.of(npz, random) : zipped(arrays, random));
                        return true;
                    } catch (UserError e) {
                        assertThat(e.getMessage())
                                .startsWith("The stored weights cannot be used: ")
                                .endsWith(".")
                                .hasSizeLessThan(400);
                        return false;
                    }
                });
        assertThat(whole).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    private boolean opens(byte[] bytes) {
        Path file = folder.resolve("f");
        try {
            Files.write(file, bytes);
            assertThat(FileReading.read(List.of(file), WORKED.spec())).isNotNull();
            return true;
        } catch (IOException | UserError e) {
            assertThat(e.getMessage())
                    .contains(file.toString())
                    .doesNotContainPattern("[\\n\\r]")
                    .hasSizeLessThan(file.toString().length() + 600);
            return false;
        }
    }

    private static byte[] inserted(byte[] picture, byte[] chunk) {
        int header = 8 + 25;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, header);
        bytes.writeBytes(chunk);
        bytes.write(picture, header, picture.length - header);
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> arrays(byte[] npz) throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(npz));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            arrays.put(entry.getName(), zip.readAllBytes());
        }
        return arrays;
    }

    private static byte[] zipped(Map<String, byte[]> arrays, RandomStream random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey()));
                zip.write(
                        random.nextInt(3) == 0
                                ? Damage.of(array.getValue(), random)
                                : array.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
