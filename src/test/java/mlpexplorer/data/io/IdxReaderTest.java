package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

class IdxReaderTest {
    private static final byte[] PICTURES = IdxBytes.pictures(4);
    private static final byte[] LABELS = IdxBytes.labels(3, 0, 1, 3);

    @TempDir private Path folder;

    private Dataset read(byte[] pictures, byte[] labels) throws IOException {
        return read(pictures, labels, Optional.empty());
    }

    private Dataset read(byte[] pictures, byte[] labels, Optional<Integer> limit)
            throws IOException {
        Path images = Files.write(folder.resolve("images"), pictures);
        return DataLoader.load(
                new DataSpec.Idx(
                        images.toString(),
                        Files.write(folder.resolve("labels"), labels).toString(),
                        limit),
                1);
    }

    private void refused(byte[] pictures, byte[] labels, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> read(pictures, labels))
                .withMessage(
                        message.replace("IMAGES", folder.resolve("images").toString())
                                .replace("LABELS", folder.resolve("labels").toString()));
    }

    @Test
    void pixelsAreSharesOfWhite() throws IOException {
        Dataset dataset =
                read(
                        IdxBytes.file(0x803, new byte[] {0, 51, (byte) 255, (byte) 128}, 2, 1, 2),
                        IdxBytes.labels(0, 1));
        assertThat(dataset.samples().feature(0, 0)).isZero();
        assertThat(dataset.samples().feature(0, 1)).isEqualTo(51 / 255.0);
        assertThat(dataset.samples().feature(1, 0)).isEqualTo(1);
        assertThat(dataset.samples().feature(1, 1)).isEqualTo(128 / 255.0);
    }

    @Test
    void labelsAreTheClasses() throws IOException {
        Dataset dataset = read(PICTURES, LABELS);
        assertThat(dataset.classNames()).containsExactly("0", "1", "2", "3");
        assertThat(dataset.samples().label(0)).isEqualTo(3);
        assertThat(dataset.samples().label(2)).isEqualTo(1);
    }

    @Test
    void imagesAreReadOneByOne() throws IOException {
        byte[] file = IdxBytes.file(0x803, new byte[] {1, 2, 3, 4}, 2, 1, 2);
        Path path = Files.write(folder.resolve("images"), file);
        try (IdxReader.Images images = new IdxReader.Images(path)) {
            assertThat(images.count()).isEqualTo(2);
            assertThat(images.size()).isEqualTo(new ImageSize(1, 2));
            assertThat(images.next()).containsExactly(1, 2);
            assertThat(images.next()).containsExactly(3, 4);
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(file);
            out.write(5);
        }
        Files.write(path, zipped.toByteArray());
        try (IdxReader.Images images = new IdxReader.Images(path)) {
            assertThat(images.next()).containsExactly(1, 2);
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(images::next)
                    .withMessage(path + " continues after the 4 bytes that its header specifies.");
        }
    }

    @Test
    void picturesKeepTheirSize() throws IOException {
        Dataset dataset = read(PICTURES, LABELS);
        assertThat(dataset.image()).contains(new ImageSize(2, 3));
        assertThat(dataset.featureNames())
                .containsExactly(
                        "pixel_1_1",
                        "pixel_1_2",
                        "pixel_1_3",
                        "pixel_2_1",
                        "pixel_2_2",
                        "pixel_2_3");
    }

    @Test
    void zippedFilesAreReadLikeOthers() throws IOException {
        assertThat(read(IdxBytes.zipped(PICTURES), IdxBytes.zipped(LABELS)).samples().feature(3, 5))
                .isEqualTo(23 / 255.0);
    }

    @Test
    void aLimitTakesTheFirstPicturesAndKeepsAllClasses() throws IOException {
        Dataset dataset =
                read(IdxBytes.pictures(5), IdxBytes.labels(1, 0, 1, 0, 7), Optional.of(4));
        assertThat(dataset.rows()).isEqualTo(4);
        assertThat(dataset.classes()).isEqualTo(8);
        assertThat(dataset.samples().feature(3, 5)).isEqualTo(23 / 255.0);
        assertThat(
                        read(IdxBytes.pictures(5), IdxBytes.labels(1, 0, 1, 0, 7), Optional.of(99))
                                .rows())
                .isEqualTo(5);
    }

    @Test
    void otherFilesAreRefused() {
        refused(
                LABELS,
                LABELS,
                "IMAGES must be IDX images, but this looks like IDX labels (4); give the images"
                        + " first, then their labels.");
        refused(
                PICTURES,
                PICTURES,
                "LABELS must be IDX labels, but this looks like IDX images (4 of 2 × 3 pixels);"
                        + " give the images first, then their labels.");
        refused(
                IdxBytes.zipped(IdxBytes.file(0x0d03, IdxBytes.counting(96), 4, 2, 3)),
                LABELS,
                "IMAGES must be IDX images, but this looks like an IDX file of 4 × 2 × 3"
                        + " floating-point numbers; images must have one byte for each pixel,"
                        + " images × rows × columns.");
        refused(
                "<!DOCTYPE html><html>Not found</html>".getBytes(StandardCharsets.UTF_8),
                LABELS,
                "IMAGES must be IDX images, but this looks like a web page.");
        refused(
                "7,2,1,0,4\n".getBytes(StandardCharsets.UTF_8),
                LABELS,
                "IMAGES must be IDX images, but this looks like a text file.");
        refused(
                new byte[] {1, 2, 3, 4, 5},
                LABELS,
                "IMAGES starts with 0x01020304, but IDX images start with 0x00000803.");
    }

    @Test
    void truncatedFilesAreRefused() {
        refused(
                Arrays.copyOf(PICTURES, 2),
                LABELS,
                "IMAGES ends within its header, but must be IDX images.");
        refused(
                Arrays.copyOf(PICTURES, 15),
                LABELS,
                "IMAGES ends within its header, but must be IDX images.");
        refused(new byte[0], LABELS, "IMAGES ends within its header, but must be IDX images.");
        refused(
                Arrays.copyOf(PICTURES, 39),
                LABELS,
                "IMAGES specifies 4 × 2 × 3 bytes in its header, but has 39 bytes.");
        refused(
                PICTURES,
                Arrays.copyOf(LABELS, 11),
                "LABELS specifies 4 bytes in its header, but has 11 bytes.");
        refused(
                IdxBytes.zipped(Arrays.copyOf(PICTURES, 39)),
                LABELS,
                "IMAGES ends after 23 bytes of content, but its header specifies 24.");
        byte[] zipped = IdxBytes.zipped(PICTURES);
        refused(
                Arrays.copyOf(zipped, zipped.length - 9),
                LABELS,
                "IMAGES ends too early: its compressed data is incomplete.");
    }

    @Test
    void filesThatGoOnAreRefused() {
        refused(
                Arrays.copyOf(PICTURES, 41),
                LABELS,
                "IMAGES specifies 4 × 2 × 3 bytes in its header, but has 41 bytes.");
        refused(
                IdxBytes.zipped(Arrays.copyOf(PICTURES, 41)),
                LABELS,
                "IMAGES continues after the 24 bytes that its header specifies.");
    }

    @Test
    void hugeHeadersAreRefusedBeforeTheyTakeMemory() {
        refused(
                IdxBytes.file(
                        0x803,
                        new byte[0],
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE),
                LABELS,
                "IMAGES specifies 2,147,483,647 × 2,147,483,647 × 2,147,483,647 bytes in its"
                        + " header, but at most 512 MB can be read.");
        refused(
                IdxBytes.zipped(IdxBytes.file(0x803, new byte[0], 600_000, 28, 28)),
                LABELS,
                "IMAGES specifies 600,000 × 28 × 28 bytes in its header, but cannot hold more than "
                        + String.format(
                                "%,d",
                                IdxBytes.zipped(IdxBytes.file(0x803, new byte[0], 600_000, 28, 28))
                                                .length
                                        * 1_032)
                        + " bytes.");
        refused(
                IdxBytes.file(0x803, new byte[0], 4, -1, 28),
                LABELS,
                "IMAGES has 4294967295 as size 2 in its header, but a size must be from 1 to"
                        + " 2,147,483,647.");
        refused(
                IdxBytes.file(0x803, new byte[0], 4, 0, 28),
                LABELS,
                "IMAGES has 0 as size 2 in its header, but a size must be from 1 to"
                        + " 2,147,483,647.");
    }

    @Test
    void picturesLargerThanANetworkWantsAreRefused() {
        refused(
                IdxBytes.file(0x803, new byte[4 * 101 * 100], 4, 101, 100),
                LABELS,
                "IMAGES has images of 101 × 100 pixels, but at most 10,000 pixels can be read.");
    }

    @Test
    void picturesAndLabelsMustBelongTogether() {
        refused(
                PICTURES,
                IdxBytes.labels(0, 1, 0),
                "IMAGES has 4 images, but LABELS has 3 labels; the two files must belong"
                        + " together.");
    }

    @Test
    void oneClassOnlyIsRefused() {
        refused(
                PICTURES,
                IdxBytes.labels(7, 7, 7, 7),
                "LABELS has only one class, 7, but at least 2 are needed.");
    }

    @Test
    void damagedCompressionIsRefused() {
        byte[] damaged = IdxBytes.zipped(PICTURES);
        damaged[damaged.length - 6] ^= 1;
        refused(damaged, LABELS, "IMAGES is damaged: its compressed data cannot be read.");
    }

    @Test
    void missingFilesAreTold() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() ->
                        IdxReader.read(folder.resolve("a"), folder.resolve("b"), Optional.empty()))
                .withMessage(
                        folder.resolve("b") + " cannot be read: there is no such file or folder.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> IdxReader.read(folder, folder, Optional.empty()))
                .withMessage(folder + " is not a regular file, but must be IDX labels.");
    }
}
