package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How valid files are read.
class CsvReaderTest {
    @TempDir private Path folder;

    private Dataset read(String text) throws IOException {
        return read(text, Optional.empty());
    }

    private Dataset read(String text, Optional<String> classColumn) throws IOException {
        return CsvReader.read(
                Files.writeString(folder.resolve("t.csv"), text),
                new DataSpec.Csv("", classColumn));
    }

    private static List<Double> row(Dataset dataset, int row) {
        return IntStream.range(0, dataset.samples().columns())
                .mapToObj(c -> dataset.samples().feature(row, c))
                .toList();
    }

    private static List<Integer> labels(Dataset dataset) {
        return IntStream.range(0, dataset.rows()).mapToObj(dataset.samples()::label).toList();
    }

    @Test
    void aHeaderNamesTheFeatures() throws IOException {
        Dataset table = read("length,width,kind\n1,2,a\n3,4,b\n");
        assertThat(table.featureNames()).containsExactly("length", "width");
        assertThat(table.classNames()).containsExactly("a", "b");
        assertThat(row(table, 0)).containsExactly(1.0, 2.0);
        assertThat(row(table, 1)).containsExactly(3.0, 4.0);
        assertThat(labels(table)).containsExactly(0, 1);
    }

    @Test
    void withoutAHeaderFeaturesAreNumbered() throws IOException {
        Dataset table = read("1,2,a\n3,4,b\n");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.featureNames()).containsExactly("x1", "x2");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", " , ", "; "})
    void theSeparatorIsFoundOut(String separator) throws IOException {
        Dataset table = read("a,b,c\n1.5,-2e3,x\n+3,.5,y\n".replace(",", separator));
        assertThat(table.featureNames()).containsExactly("a", "b");
        assertThat(row(table, 0)).containsExactly(1.5, -2000.0);
        assertThat(row(table, 1)).containsExactly(3.0, 0.5);
    }

    @Test
    void aSemicolonPartsNamesWithCommas() throws IOException {
        assertThat(read("1;\"Smith, Ada\"\n2;\"Jones, Bob\"\n").classNames())
                .containsExactly("Jones, Bob", "Smith, Ada");
        assertThat(read("1;Smith, Ada\n2;Jones, Bob\n").classNames())
                .containsExactly("Jones, Bob", "Smith, Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWayAndEmptyOnesAreLeftOut(String end) throws IOException {
        Dataset table = read("\na,b\n\n1,x\n2,y\n\n\n3,x".replace("\n", end));
        assertThat(labels(table)).containsExactly(0, 1, 0);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(read("\uFEFFa,b,c\n1,2,x\n3,4,y\n").featureNames()).containsExactly("a", "b");
        assertThat(row(read("\uFEFF1,2,x\n3,4,y\n"), 0)).containsExactly(1.0, 2.0);
        assertThat(read("\uFEFF\"a\",b,c\n1,2,x\n3,4,y\n").featureNames())
                .containsExactly("a", "b");
    }

    @Test
    void quotesHoldSeparatorsQuotesAndLineEnds() throws IOException {
        Dataset table =
                read("\"a,1\",\"say \"\"b\"\"\",c\n\"1\",\"2\",\"two\nlines\"\n\"3\",\"4\",x\n");
        assertThat(table.featureNames()).containsExactly("a,1", "say \"b\"");
        assertThat(table.classNames()).containsExactly("two lines", "x");
        assertThat(row(table, 0)).containsExactly(1.0, 2.0);
    }

    @Test
    void integerClassesComeInTheOrderOfTheirNumbers() throws IOException {
        Dataset table = read("1,10\n1,9\n1,-1\n1,10.0\n");
        assertThat(table.classNames()).containsExactly("-1", "9", "10");
        assertThat(labels(table)).containsExactly(2, 1, 0, 2);
    }

    @Test
    void namedClassesComeInTheOrderOfTheAlphabet() throws IOException {
        Dataset table = read("1,pear\n1,apple\n1,7\n");
        assertThat(table.classNames()).containsExactly("7", "apple", "pear");
        assertThat(labels(table)).containsExactly(2, 1, 0);
    }

    @Test
    void theClassColumnCanBeNamed() throws IOException {
        Dataset table = read("kind,a,b\n0,1,2\n1,3,4\n", Optional.of("kind"));
        assertThat(table.featureNames()).containsExactly("a", "b");
        assertThat(labels(table)).containsExactly(0, 1);
        assertThat(row(table, 1)).containsExactly(3.0, 4.0);
    }

    @Test
    void theClassColumnCanBeNumbered() throws IOException {
        Dataset table = read("5,x,6\n7,y,8\n", Optional.of("2"));
        assertThat(table.featureNames()).containsExactly("x1", "x2");
        assertThat(table.classNames()).containsExactly("x", "y");
        assertThat(row(table, 0)).containsExactly(5.0, 6.0);
    }

    @Test
    void aNamelessColumnOfAHeaderIsNumbered() throws IOException {
        assertThat(read(",b,c,kind\n1,2,3,x\n4,5,6,y\n").featureNames())
                .containsExactly("x1", "b", "c");
    }

    @Test
    void spacesAroundFieldsAreNoPartOfThem() throws IOException {
        assertThat(read(" a , b , kind \n 1 , 2 , x y \n3,4, z\n").classNames())
                .containsExactly("x y", "z");
    }

    @Test
    void aHeaderOfNumbersIsKnownByItsClassColumn() throws IOException {
        assertThat(read("1960,1970,class\n1,2,a\n3,4,b\n").featureNames())
                .containsExactly("1960", "1970");
        assertThat(read("Label,1970\nx,2\ny,3\n", Optional.of("1")).featureNames())
                .containsExactly("1970");
        assertThat(read("1960,1970,kind\n1,2,a\n3,4,b\n").rows()).isEqualTo(3);
    }

    @Test
    void theIrisesAreBundled() {
        Dataset iris = DataLoader.load(new DataSpec.Iris(), 1);
        assertThat(new DataSpec.Iris().shape()).contains(iris.shape());
        assertThat(iris.featureNames())
                .containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
        assertThat(iris.classNames()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(row(iris, 149)).containsExactly(5.9, 3.0, 5.1, 1.8);
    }

    @Test
    void aHundredThousandRowsAreRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 100_000; row++) {
            text.append(row / 2)
                    .append(',')
                    .append(row * 0.25)
                    .append(',')
                    .append(-row)
                    .append(',')
                    .append(row % 7)
                    .append('\n');
        }
        Dataset table = read(text.toString());
        assertThat(table.rows()).isEqualTo(100_000);
        assertThat(row(table, 99_999)).containsExactly(49_999.0, 24_999.75, -99_999.0);
    }

    @Test
    void theFileIsNamedByItsPath() throws IOException {
        byte[] text = "1,2,a\n3,4,b\n".getBytes(StandardCharsets.UTF_8);
        Path file =
                Files.write(folder.resolve("ünïcode name.csv"), Arrays.copyOf(text, text.length));
        assertThat(DataLoader.load(new DataSpec.Csv(file.toString()), 1).rows()).isEqualTo(2);
    }
}
