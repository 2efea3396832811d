package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// More table formats written by other programs, and files that are not tables.
class CsvFormsTest {
    @TempDir private Path folder;

    private Dataset read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Dataset read(byte[] bytes) throws IOException {
        return CsvReader.read(
                Files.write(folder.resolve("t.csv"), bytes),
                new DataSpec.Csv("", Optional.empty(), List.of(), DataSpec.Missing.SKIP));
    }

    private void refused(byte[] bytes, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> read(bytes))
                .withMessage(folder.resolve("t.csv") + message);
    }

    private static List<Double> row(Dataset dataset, int row) {
        return IntStream.range(0, dataset.samples().columns())
                .mapToObj(c -> dataset.samples().feature(row, c))
                .toList();
    }

    private static void isPlain(Dataset table) {
        assertThat(table.featureNames()).containsExactly("a", "b");
        assertThat(table.classNames()).containsExactly("x", "y");
        assertThat(row(table, 0)).containsExactly(1.5, 2.0);
        assertThat(row(table, 1)).containsExactly(3.0, 4.5);
        assertThat(table.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,kind\n1.5,2,x\n3,4.5,y\n",
                "a,b,kind,\n1.5,2,x,\n3,4.5,y,\n",
                "a,b,kind\n1.5,2,x,\n3,4.5,y,\n",
                "a,b,kind,,\n1.5,2,x\n3,4.5,y\n",
                "a,b,kind\n1.5,2,x\n3,4.5,y,,\n",
                "a,b,kind\n1.5,2,x\n,,\n3,4.5,y\n,,\n,,\n",
                "a|b|kind\n1.5|2|x\n3|4.5|y\n",
                "a b kind\n1.5 2 x\n3 4.5 y\n",
                "  a    b  kind\n  1.5  2  x\n  3    4.5  y\n",
                "a\t\tb\tkind\n1.5\t2\tx\n3\t4.5\ty\n",
                "sep=,\na,b,kind\n1.5,2,x\n3,4.5,y\n",
                "sep=\t\r\na\tb\tkind\r\n1.5\t2\tx\r\n3\t4.5\ty\r\n",
                "SEP=;\na;b;kind\n1,5;2;x\n3;4,5;y\n",
                "# made by hand\n#\n#a,b,kind\n1.5,2,x\n3,4.5,y\n",
                "# made by hand, in a hurry\n\na,b,kind\n1.5,2,x\n3,4.5,y\n",
                "a,b,kind\n1.5,2,x\n# half way\n3,4.5,y\n",
                "\"a\" \"b\" \"kind\"\n\"1\" 1.5 2 \"x\"\n\"2\" 3 4.5 \"y\"\n",
                "\"\",\"a\",\"b\",\"kind\"\n\"1\",1.5,2,\"x\"\n\"2\",3,4.5,\"y\"\n",
                "Unnamed: 0,a,b,kind\n0,1.5,2,x\n1,3,4.5,y\n",
                "a,b,kind,Unnamed: 3\n1.5,2,x,\n3,4.5,y,\n",
                "a;b;kind\n 1,5 ;2,0;x\n\u00a03;4,5\u00a0;y\n",
            })
    void theSameTable(String text) throws IOException {
        isPlain(read(text));
        isPlain(read(text.replace("\r\n", "\n").replace("\n", "\r")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void anEncodingIsKnownByItsMark(String charset) throws IOException {
        Dataset table =
                read("\uFEFFgröße;b;kind\n1,5;2;é\n3;4,5;ж\n".getBytes(Charset.forName(charset)));
        assertThat(table.featureNames()).containsExactly("größe", "b");
        assertThat(table.classNames()).containsExactly("é", "ж");
        assertThat(row(table, 0)).containsExactly(1.5, 2.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | 1,234.5",
                "1234567 | 1,234,567",
                "1234 | 1,234",
                "1234.5 | 1'234.5",
                "1234.5 | 1’234.5",
                "-1234.5 | −1\u00a0234.5",
                "1234567.5 | 1\u202f234\u202f567.5",
                "-0.5 | –.5",
                "-2.5e-3 | −2.5e−3",
            })
    void separatorsOfThousandsAreLeftOut(double value, String text) throws IOException {
        assertThat(row(read("0.5,\"" + text + "\",x\n1,1,y\n"), 0)).containsExactly(0.5, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | 1.234,5",
                "1234567 | 1.234.567",
                "1.234 | 1,234",
                "1234.5 | 1 234,5",
                "-0.25 | −,25",
                "1500 | 1,5e3",
            })
    void decimalCommasAreReadBesideSeparatorsOfThousands(double value, String text)
            throws IOException {
        assertThat(row(read("0,5;" + text.replace(' ', '\u00a0') + ";x\n1;1;y\n"), 0))
                .containsExactly(0.5, value);
    }

    @Test
    void aRowNumberUnderItsNameIsLeftOut() throws IOException {
        String rows = "1,5.1,x\n2,4.9,y\n3,4.7,x\n4,4.6,y\n5,5.0,x\n";
        assertThat(read("Id,a,kind\n" + rows).featureNames()).containsExactly("a");
        assertThat(read("day,a,kind\n" + rows).featureNames()).containsExactly("day", "a");
    }

    @Test
    void anUnnamedColumnOfTextContainsRowNames() throws IOException {
        Dataset table =
                read(
                        ",mpg,cyl\n"
                                + "Mazda,21,6\n"
                                + "Datsun,22.8,4\n"
                                + "Hornet,21.4,6\n"
                                + "Valiant,18,6\n"
                                + "Fiat,32,4\n");
        assertThat(table.featureNames()).containsExactly("mpg");
        assertThat(table.classNames()).containsExactly("4", "6");
        assertThat(table.notes())
                .containsExactly(
                        "Column 1 has no name and another text in nearly every row, so it contains"
                                + " row names and is not a feature.");
    }

    @Test
    void aScikitLearnHeaderMayHaveMoreClassesThanTheFile() throws IOException {
        Dataset table = read("4,2,no,yes,perhaps\n1,2,2\n3,4,0\n5,6,0\n7,8,2\n");
        assertThat(table.classNames()).containsExactly("no", "perhaps");
        assertThat(table.rows()).isEqualTo(4);
    }

    @Test
    void anIndexAboveNumberedColumnsIsAHeader() throws IOException {
        Dataset table = read(",0,1,2\n0,0.5,1.5,1\n1,0.25,2.5,2\n2,0.75,3.5,1\n");
        assertThat(table.shape()).isEqualTo(new DataShape(3, 2, 2));
        assertThat(table.featureNames()).containsExactly("0", "1");
    }

    @Test
    void aRowThatMayBeAHeaderIsTold() throws IOException {
        assertThat(read("0,1,2\n5,7,1\n6,7,2\n").notes())
                .containsExactly(
                        "Line 1 was read as a row, but may be a header, since it counts the"
                                + " columns.");
    }

    @Test
    void theClassIsFoundByItsNameWhereTheLastColumnIsConstant() throws IOException {
        StringBuilder digits = new StringBuilder("label,pixel0,pixel1\n");
        for (int i = 0; i < 30; i++) {
            digits.append(i % 10).append(',').append(i * 8 % 256).append(",0\n");
        }
        assertThat(read(digits.toString()).shape()).isEqualTo(new DataShape(30, 2, 10));
    }

    @Test
    void manyWholeNumbersAreToldToLookLikeATarget() throws IOException {
        StringBuilder rows = new StringBuilder("rooms,price\n");
        for (int i = 0; i < 30; i++) {
            rows.append(0.5 * i + 0.25).append(',').append(100 + 7 * i).append('\n');
        }
        assertThat(read(rows.toString()).notes())
                .containsExactly(
                        "Column 2 (price) looks like the target of a regression: it has 30"
                                + " different numbers in 30 rows, each taken for a class. For a"
                                + " regression, choose it as target.");
    }

    @Test
    void labelsKeepTheirText() throws IOException {
        assertThat(read("1,007\n2,7\n3,+1\n4,−1\n5,1.0\n6,NA\n").classNames())
                .containsExactly("-1", "007", "1", "7", "NA");
    }

    @Test
    void rowsWithMissingValuesAreCounted() throws IOException {
        Dataset table = read("a,b,kind\n1.5,2,x\n,4,y\n3,4.5,y\n5,NA,x\n6,7,\n");
        isPlain(table);
        assertThat(table.notes()).containsExactly("3 rows with missing values were left out.");
        refused(
                "a,b,kind\n1,,x\n,2,y\n".getBytes(StandardCharsets.UTF_8),
                " has no rows of data without missing values, but at least 2 are needed.");
    }

    @Test
    void aMissingValueInAColumnThatIsNotUsedDoesNotMatter() throws IOException {
        Path file = Files.writeString(folder.resolve("u.csv"), "a,b,kind\n1,,x\n2,?,y\n");
        assertThat(
                        CsvReader.read(
                                        file,
                                        new DataSpec.Csv(
                                                "",
                                                Optional.empty(),
                                                List.of("a"),
                                                DataSpec.Missing.REFUSE))
                                .shape())
                .isEqualTo(new DataShape(2, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "'a,kind', 'column 2 is the class column, so it cannot be a feature.'",
        "'a,1', data.features contains column 1 twice.",
    })
    void featuresThatAreNone(String features, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("u.csv"), "a,b,kind\n1,2,x\n2,3,y\n");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() ->
                        CsvReader.read(
                                file,
                                new DataSpec.Csv(
                                        "",
                                        Optional.of("2"),
                                        List.of(features.replace("kind", "b").split(",")),
                                        DataSpec.Missing.REFUSE)))
                .withMessage(file + ": " + message);
    }

    @Test
    void textOfTwoBytesWithoutAMarkIsCalledSo() {
        refused(
                "a,b,kind\n1,2,x\n".getBytes(StandardCharsets.UTF_16LE),
                " must be a CSV file, but this looks like UTF-16 text without a byte-order mark;"
                        + " save it as UTF-8, or with the mark.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html lang='en'> | a web page",
                "'  <html><body>' | a web page",
                "<?xml version='1.0'?><rows/> | an XML file",
                "{\"data\": {\"type\": \"csv\"}} | a JSON file",
                "[{\"a\": 1}] | a JSON file",
                "{\"cells\": []} | a Jupyter notebook",
                "PK\u0003\u0004..[Content_Types].xml | an Excel workbook; save it as CSV UTF-8",
                "PK\u0003\u0004..arr_0.npy | a NumPy .npz archive",
                "PK\u0003\u0004..iris.csv | a zip archive; unpack it first",
                "%PDF-1.7 | a PDF document",
                "@RELATION iris | a Weka ARFF file; save the table as CSV",
                "version https://git-lfs.github.com/spec/v1 | a Git LFS pointer; download the file"
                        + " itself",
                "PAR1\u0015 | a Parquet file; save the table as CSV",
            })
    void filesOfAnotherKindAreCalledWhatTheyAre(String start, String what) {
        refused(
                start.getBytes(StandardCharsets.ISO_8859_1),
                " must be a CSV file, but this looks like " + what + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "53514c69746520666f726d6174203300 | an SQLite database",
                "89504e470d0a1a0a | a PNG picture",
                "ffd8ffe0 | a JPEG picture",
                "1f8b0800 | a gzip archive; unpack it first",
                "d0cf11e0a1b11ae1 | an old Excel or Office file; save it as CSV UTF-8",
                "934e554d5059 | a NumPy array",
                "894844460d0a1a0a | an HDF5 file",
                "80049500 | a Python pickle",
            })
    void binaryFilesAreCalledWhatTheyAre(String hex, String what) {
        refused(
                HexFormat.of().parseHex(hex),
                " must be a CSV file, but this looks like " + what + ".");
    }

    @Test
    void aTextThatStartsLikeAnotherKindIsATable() throws IOException {
        assertThat(read("BMI,MZ,kind\n1,2,x\n3,4,y\n").featureNames()).containsExactly("BMI", "MZ");
        assertThat(read("1,2,<5\n3,4,>5\n").classNames()).containsExactly("<5", ">5");
        assertThat(read("<5,1,2\n>5,3,2\n<5,1,2\n>5,3,2\n<5,1,2\n").classNames())
                .containsExactly("<5", ">5");
    }

    @Test
    void longRowsAndManyColumnsAreRead() throws IOException {
        String wide = "0.125,".repeat(9_999);
        Dataset table = read(wide + "x\n" + wide + "y\n");
        assertThat(table.shape()).isEqualTo(new DataShape(2, 9_999, 2));
        String name = "n".repeat(900_000);
        assertThat(read("a,kind\n1," + name + "\n2,y\n").classNames()).containsExactly(name, "y");
    }
}
