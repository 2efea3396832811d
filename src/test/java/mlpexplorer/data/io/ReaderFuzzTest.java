package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.faults.Damage;
import mlpexplorer.nn.RandomStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Thousands of damaged files: each yields a complete dataset or a one-sentence error that names
/// the file.
class ReaderFuzzTest {
    private static final int FILES = Damage.INPUTS;
    private static final List<String> PIECES =
            List.of(
                    "1",
                    "-2.5",
                    "0",
                    "3e4",
                    "a",
                    "setosa",
                    "\"",
                    "\"\"",
                    ",",
                    ",",
                    ";",
                    "\t",
                    "\n",
                    "\n",
                    "\r\n",
                    "\r",
                    " ",
                    "",
                    "nan",
                    "-inf",
                    "1e999",
                    "?",
                    "x,y,z\n",
                    "1,2,0\n",
                    "3,4,1\n",
                    "\uFEFF",
                    "\u0000",
                    "é",
                    "#",
                    "'",
                    "\\",
                    "1,2\n3",
                    "\"a\nb\"",
                    "0x1",
                    "9999999999999999999999",
                    "=1+1",
                    "sep=;\n");
    private static final List<byte[]> TABLES =
            List.of(
                    bytes("a,b,kind\n1,2,x\n3,4,y\n5,6,x\n"),
                    bytes("1;2;0\r\n3;4;1\r\n5;6;1\r\n"),
                    bytes("\uFEFF\"p\"\t\"q\"\n1\tu\n2\tv\n"));

    @TempDir private Path folder;

    @Test
    void damagedTablesGiveOneSentence() {
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(1, i);
                    byte[] bytes =
                            i % 2 == 0
                                    ? Damage.of(TABLES.get(random.nextInt(TABLES.size())), random)
                                    : pieces(random);
                    Path file = written("f.csv", bytes);
                    Optional<String> column =
                            i % 3 == 0
                                    ? Optional.of(PIECES.get(random.nextInt(PIECES.size())))
                                    : Optional.empty();
                    return wholeOrRefused(
                            file, () -> CsvReader.read(file, new DataSpec.Csv("", column)));
                });
        assertThat(whole).isBetween(FILES / 50, FILES / 2);
    }

    @Test
    void damagedPicturesGiveOneSentence() {
        byte[] labels = IdxBytes.labels(0, 1, 2, 1);
        byte[] pictures = IdxBytes.pictures(4);
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(2, i);
                    byte[] first =
                            i % 3 == 0
                                    ? IdxBytes.zipped(Damage.of(pictures, random))
                                    : Damage.of(zippedSometimes(pictures, random), random);
                    byte[] second =
                            i % 2 == 0
                                    ? labels
                                    : Damage.of(zippedSometimes(labels, random), random);
                    Path images = written("f.images", first);
                    Path classes = written("f.labels", second);
                    Optional<Integer> limit = i % 5 == 0 ? Optional.of(4) : Optional.empty();
                    return wholeOrRefused(
                            folder.resolve("f."), () -> IdxReader.read(images, classes, limit));
                });
        assertThat(whole).isBetween(FILES / 50, FILES / 2);
    }

    private static boolean wholeOrRefused(Path file, Supplier<Dataset> reader) {
        try {
            Dataset dataset = reader.get();
            assertThat(isWhole(dataset)).isTrue();
            return true;
        } catch (UserError e) {
            assertThat(e.getMessage())
                    .startsWith(file.toString())
                    .endsWith(".")
                    .doesNotContainPattern("\\p{Cntrl}");
            assertThat(e.getMessage().length()).isLessThan(file.toString().length() + 300);
            return false;
        }
    }

    private static boolean isWhole(Dataset dataset) {
        boolean whole = dataset.rows() >= 2 && dataset.classes() >= 2;
        for (int row = 0; row < dataset.rows(); row++) {
            whole &=
                    dataset.samples().label(row) >= 0
                            && dataset.samples().label(row) < dataset.classes();
            for (int column = 0; column < dataset.samples().columns(); column++) {
                whole &= Double.isFinite(dataset.samples().feature(row, column));
            }
        }
        return whole;
    }

    private static byte[] zippedSometimes(byte[] bytes, RandomStream random) {
        return random.nextInt(2) == 0 ? bytes : IdxBytes.zipped(bytes);
    }

    private Path written(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pieces(RandomStream random) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(30); count >= 0; count--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
