package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The written format, and that it is read back unchanged.
class CsvTableTest {
    @TempDir private Path folder;

    private Dataset writtenAndRead(Dataset dataset) throws IOException {
        Path file = AtomicFile.write(folder.resolve("table.csv"), CsvTable.of(dataset));
        return CsvReader.read(file, new DataSpec.Csv());
    }

    private static Dataset dataset(List<String> features, List<String> classes) {
        double[] values =
                IntStream.range(0, 4 * features.size()).mapToDouble(i -> i / 7.0 - 1).toArray();
        return new Dataset(
                new Samples(values, features.size(), new int[] {0, 1, 1, 0}), features, classes);
    }

    @Test
    void aDatasetIsAHeaderAndARowForEachSample() {
        assertThat(CsvTable.of(dataset(List.of("x1", "x2"), List.of("0", "1"))).text())
                .startsWith("x1,x2,class\n-1.0,-0.8571428571428572,0\n")
                .hasLineCount(5);
    }

    @Test
    void numbersAreReadBackToTheSameBits() throws IOException {
        Dataset written = new DataSpec.Gaussians(500, 5, 0.3).generate(3);
        Dataset read = writtenAndRead(written);
        assertThat(read.shape()).isEqualTo(written.shape());
        assertThat(IntStream.range(0, 1000).mapToDouble(i -> read.samples().feature(i / 2, i % 2)))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> written.samples().feature(i / 2, i % 2))
                                .toList());
        assertThat(IntStream.range(0, 500).map(read.samples()::label))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(written.samples()::label).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                "a;b",
                "a\tb",
                "a \"b\" c",
                "\"",
                "#1",
                "!",
                "größe",
                "花",
                "\uD83C\uDF38",
                "a  b",
                "\u00A0a\u00A0",
                "\uFEFFa",
                "'a'",
                "a\\b",
                "-"
            })
    void namesAreReadBackUnchanged(String name) throws IOException {
        Dataset read =
                writtenAndRead(
                        dataset(
                                List.of(name, name + "2"),
                                List.of(name.replaceAll("\\s+", " "), "\uFFFD")));
        assertThat(read.featureNames()).containsExactly(name, name + "2");
        assertThat(read.classNames()).containsExactly(name.replaceAll("\\s+", " "), "\uFFFD");
        assertThat(read.rows()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "1960", "1e3", "NA", "?"})
    void namesOfFeaturesAreReadBackUnchanged(String name) throws IOException {
        Dataset read = writtenAndRead(dataset(List.of(name, name), List.of("no", "yes")));
        assertThat(read.featureNames()).containsExactly(name, name);
        assertThat(read.rows()).isEqualTo(4);
    }

    @Test
    void whatWasReadFromAForeignFileIsReadBackUnchanged() throws IOException {
        Dataset foreign = dataset(List.of(" a ", "b\n"), List.of(" x\ny ", "\tz"));
        Dataset once = writtenAndRead(foreign);
        Dataset twice = writtenAndRead(once);
        assertThat(once.featureNames()).containsExactly("a", "b");
        assertThat(once.classNames()).containsExactly("x y", "z");
        assertThat(twice.featureNames()).isEqualTo(once.featureNames());
        assertThat(twice.classNames()).isEqualTo(once.classNames());
    }

    @Test
    void separatorsInEveryRowDoNotMisleadTheReader() throws IOException {
        Dataset read =
                writtenAndRead(dataset(List.of("length;mm", "width"), List.of("a;1", "b;2")));
        assertThat(read.featureNames()).containsExactly("length;mm", "width");
        assertThat(read.classNames()).containsExactly("a;1", "b;2");
    }
}
