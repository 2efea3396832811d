package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Arrays that NumPy wrote, see `numpy_data.py`.
class NumpyReaderTest {
    private static final Path FILES = Path.of("src/test/resources/mlpexplorer/data/io");

    private static Dataset read(String name) {
        return DataLoader.load(new DataSpec.Numpy(FILES.resolve(name).toString(), ""), 1);
    }

    private static List<Double> row(Dataset dataset, int row) {
        return IntStream.range(0, dataset.samples().columns())
                .mapToObj(c -> dataset.samples().feature(row, c))
                .toList();
    }

    private static List<String> labels(Dataset dataset) {
        return IntStream.range(0, dataset.rows())
                .mapToObj(i -> dataset.classNames().get(dataset.samples().label(i)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "plain.npz, 10 2 10 2, 2 10",
        "fortran.npz, été b été b, b été",
        "half.npz, 1 0 1 0, 0 1",
        "table.npy, 0 1 0 1, 0 1",
    })
    void featuresAndClassesAreRead(String name, String labels, String classes) {
        Dataset dataset = read(name);
        assertThat(row(dataset, 0)).containsExactly(0.5, 1.5);
        assertThat(row(dataset, 3)).containsExactly(6.5, 7.5);
        assertThat(String.join(" ", labels(dataset))).isEqualTo(labels);
        assertThat(String.join(" ", dataset.classNames())).isEqualTo(classes);
        assertThat(dataset.featureNames()).containsExactly("x1", "x2");
        assertThat(dataset.image()).isEmpty();
    }

    @Test
    void bytesOfImagesArePixels() {
        Dataset dataset = read("keras.npz");
        assertThat(dataset.image()).contains(new ImageSize(2, 3));
        assertThat(row(dataset, 1)).startsWith(6 / 255.0, 7 / 255.0).hasSize(6);
        assertThat(labels(dataset)).containsExactly("0", "1", "0", "1");
        assertThat(dataset.featureNames()).startsWith("pixel_1_1").endsWith("pixel_2_3");
    }

    @Test
    void twoFilesBelongTogether() {
        Dataset dataset =
                DataLoader.load(
                        new DataSpec.Numpy(
                                FILES.resolve("X_test.npy").toString(),
                                FILES.resolve("y_test.npy").toString()),
                        1);
        assertThat(row(dataset, 3)).startsWith(18 / 255.0, 19 / 255.0);
        assertThat(labels(dataset)).startsWith("9007199254740993", "9007199254740992");
        assertThat(NumpyReader.isLabels(FILES.resolve("y_test.npy"))).isTrue();
        assertThat(NumpyReader.isLabels(FILES.resolve("X_test.npy"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names.npz | ' must contain the arrays X and y, but has inputs, outputs.'",
                "price.npz | , array y contains 1.5 at [0], but classes must be whole numbers or"
                        + " strings.",
                "short.npz | ', array y has 3 rows, but FILE, array X has 4; they must belong"
                        + " together.'",
                "nan.npz | , array X contains NaN at [1, 1], but must contain numbers from -1e100"
                        + " to 1e100.",
                "objects.npz | , array y cannot be read as a NumPy array: it contains Python"
                        + " objects; convert it to an array of numbers or strings.",
                "cube.npz | , array X has shape (4, 2, 2, 3), but must be a matrix of samples ×"
                        + " features or images of samples × rows × columns.",
                "X_test.npy | ' has shape (4, 2, 3), but needs features and, in its last column,"
                        + " classes; or give the file of the classes, too.'",
                "numpy_data.py | ' cannot be read as a NumPy array: it is not a NumPy array.'",
            })
    void whatCannotBeUsedIsToldInOneSentence(String name, String message) {
        String file = FILES.resolve(name).toString();
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> read(name))
                .withMessage(file + message.replace("FILE", file));
    }

    @Test
    void damagedFilesAreTold(@TempDir Path folder) throws IOException {
        for (String name : List.of("plain.npz", "table.npy")) {
            byte[] whole = Files.readAllBytes(FILES.resolve(name));
            for (int length = 0; length < whole.length; length += 7) {
                Path file = Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(
                                () -> DataLoader.load(new DataSpec.Numpy(file.toString(), ""), 1))
                        .withMessageStartingWith(file.toString())
                        .withMessageEndingWith(".");
            }
        }
    }
}
