package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tables as spreadsheets, R, NumPy, pandas and scikit-learn write them, in
/// `src/test/resources/mlpexplorer/data/io/cases`.
class CsvCasesTest {
    private static final Path CASES = Path.of("src/test/resources/mlpexplorer/data/io/cases");
    private static final DataSpec.Csv SPEC = new DataSpec.Csv();

    private static Dataset read(String name) {
        return CsvReader.read(CASES.resolve(name), SPEC);
    }

    private static void refused(String name, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> read(name))
                .withMessage(CASES.resolve(name) + message);
    }

    private static List<Double> row(Dataset dataset, int row) {
        return IntStream.range(0, dataset.samples().columns())
                .mapToObj(c -> dataset.samples().feature(row, c))
                .toList();
    }

    private static List<String> labels(Dataset dataset, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> dataset.classNames().get(dataset.samples().label(i)))
                .toList();
    }

    /// The same 24 points, of which each file has the first rows below.
    @ParameterizedTest
    @CsvSource({
        "01-excel-sep.csv, hoehe breite, A B",
        "02-decimal-comma.csv, laenge breite, rot blau",
        "03-savetxt.csv, x1 x2, 0 1",
        "03b-savetxt-space.txt, x1 x2, 0 1",
        "04-double-tabs.txt, x1 x2, 1 2",
        "05-row-names.csv, x1 x2, p q",
        "16-float-labels.csv, x1 x2, 1 2",
        "20-quoted.csv, 'x1\n(cm) x2', plain two lines",
        "21c-numeric-header.csv, 0 1, 0 1",
        "29b-decimal-comma-no-header.csv, x1 x2, 0 1",
    })
    void theSamePointsAreRead(String name, String features, String classes) {
        Dataset table = read(name);
        assertThat(table.shape()).isEqualTo(new DataShape(24, 2, 2));
        assertThat(String.join(" ", table.featureNames())).isEqualTo(features);
        assertThat(String.join(" ", labels(table, 2))).isEqualTo(classes);
        assertThat(row(table, 0).getFirst()).isBetween(0.0007, 0.0011);
        assertThat(row(table, 0).getLast()).isBetween(0.1789, 0.1793);
        assertThat(row(table, 23).getFirst()).isBetween(3.0155, 3.0161);
        assertThat(row(table, 23).getLast()).isBetween(2.5715, 2.5721);
    }

    @Test
    void decimalCommasAreTold() {
        assertThat(read("02-decimal-comma.csv").notes())
                .containsExactly("The numbers have decimal commas.");
        assertThat(row(read("30-integers-comma-semicolon.csv"), 1)).containsExactly(23.5, 19.25);
    }

    @Test
    void rowNamesAreNoFeature() {
        assertThat(read("05-row-names.csv").notes())
                .containsExactly(
                        "Column 1 contains row names, since the header has one name less than the"
                                + " rows have values; it is not a feature.");
    }

    @Test
    void aColumnThatNumbersTheRowsIsLeftOutUnlessItIsChosen() {
        Dataset table = read("06-index-column.csv");
        assertThat(table.shape()).isEqualTo(new DataShape(60, 2, 3));
        assertThat(table.featureNames()).containsExactly("f1", "f2");
        assertThat(row(table, 0)).containsExactly(-0.641, 2.0);
        assertThat(table.notes())
                .containsExactly(
                        "Column 1 numbers the rows, so it is not a feature unless you choose it.");
        Dataset chosen =
                CsvReader.read(
                        CASES.resolve("06-index-column.csv"),
                        new DataSpec.Csv(
                                "", Optional.empty(), List.of("f2", "1"), DataSpec.Missing.REFUSE));
        assertThat(row(chosen, 2)).containsExactly(0.577, 2.0);
        assertThat(chosen.featureNames()).containsExactly("f2", "x1");
    }

    @Test
    void aScikitLearnHeaderNamesTheClasses() {
        Dataset table = read("07-sklearn-header.csv");
        assertThat(table.shape()).isEqualTo(new DataShape(30, 4, 3));
        assertThat(table.classNames()).containsExactly("alpha", "beta", "gamma");
        assertThat(labels(table, 4)).containsExactly("alpha", "beta", "gamma", "alpha");
        assertThat(row(table, 1)).containsExactly(2.2, 2.4, 1.8, 1.8);
    }

    @Test
    void missingValuesAreRefusedUnlessTheyAreSkipped() {
        refused(
                "10-missing.csv",
                ", line 9, column 1 (x1) is \"?\", but must be a number. 1 row has missing values;"
                        + " set data.missing to \"skip\" to leave it out.");
        Dataset rest =
                CsvReader.read(
                        CASES.resolve("10-missing.csv"),
                        new DataSpec.Csv("", Optional.empty(), List.of(), DataSpec.Missing.SKIP));
        assertThat(rest.shape()).isEqualTo(new DataShape(23, 2, 2));
        assertThat(rest.classNames()).containsExactly("NA", "benign");
        assertThat(rest.notes()).containsExactly("1 row with missing values was left out.");
        refused(
                "10c-empty-label.csv",
                ", line 7, column 3 (kind) is empty, but must be a class (a name or a whole"
                    + " number). 1 row has missing values; set data.missing to \"skip\" to leave it"
                    + " out.");
    }

    @Test
    void aMinusSignIsAHyphen() {
        assertThat(row(read("12-unicode-minus.csv"), 0)).containsExactly(-0.999, -0.821);
        assertThat(row(read("12-unicode-minus.csv"), 2)).containsExactly(-1.273, -1.595);
    }

    @Test
    void theClassColumnIsTheFirstIfTheLastWouldHaveAClassForEachRow() {
        Dataset table = read("13-class-first.csv");
        assertThat(table.shape()).isEqualTo(new DataShape(60, 3, 3));
        assertThat(table.classNames()).containsExactly("1", "2", "3");
        assertThat(row(table, 0)).containsExactly(-0.333, -0.234, 518.0);
        assertThat(CsvReader.preview(CASES.resolve("13-class-first.csv"), SPEC).notes())
                .containsExactly(
                        "The class is column 1, with 3 different numbers in 60 rows. The last"
                                + " column has 58 different numbers in 60 rows.");
    }

    @Test
    void versionsAreNoClasses() {
        refused(
                "16b-versions.csv",
                ", line 3, column 3 (version) is \"2.1\", but must be a class (a name or a whole"
                        + " number).");
    }

    @Test
    void aClassNeedsAnother() {
        refused(
                "18-one-class.csv",
                " has only one class, \"p\" in column 3 (kind), but at least 2 are needed.");
        assertThat(read("18b-lone-member.csv").classNames()).containsExactly("p", "q", "r");
    }

    @Test
    void theTargetOfARegressionIsCalledSo() {
        refused(
                "19-regression.csv",
                ", line 2, column 3 (price) is \"20.18\", but must be a class (a name or a whole"
                        + " number); for a regression, choose the column as target (data.target).");
    }

    @Test
    void aHeaderThatCountsTheColumnsIsTold() {
        assertThat(read("21c-numeric-header.csv").notes())
                .containsExactly(
                        "Line 1 counts the columns (0, 1, 2), so it was read as the header.");
    }

    @Test
    void numbersAreInNumericOrder() {
        assertThat(read("28-class-order.csv").classNames())
                .containsExactly("1", "2", "3", "9", "10", "11");
    }

    @Test
    void wholeNumbersOfAnyLengthAreClasses() {
        Dataset table = read("31c-long-ids.csv");
        assertThat(table.classNames()).containsExactly("9007199254740992", "9007199254740993");
        assertThat(labels(table, 2)).containsExactly("9007199254740992", "9007199254740993");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22-images-idx3-ubyte | IDX images (60 of 6 × 6 pixels); give the file of their"
                        + " labels, too",
                "24-labels-idx1-ubyte | IDX labels (60); give the file of their images, too",
                "22-qmnist-labels-idx2-int | an IDX file of 60 × 8 integers",
                "26-float-images-idx3-float | an IDX file of 60 × 6 × 6 floating-point numbers",
            })
    void anIdxFileAloneIsCalledSo(String name, String what) {
        refused(name, " must be a CSV file, but this looks like " + what + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26-colour-images-idx4-ubyte | 24-labels-idx1-ubyte | images | 60 × 3 × 4 × 4"
                        + " bytes; images must have one byte for each pixel, images × rows ×"
                        + " columns",
                "26-float-images-idx3-float | 24-labels-idx1-ubyte | images | 60 × 6 × 6"
                        + " floating-point numbers; images must have one byte for each pixel,"
                        + " images × rows × columns",
                "22-images-idx3-ubyte | 22-qmnist-labels-idx2-int | labels | 60 × 8 integers; there"
                        + " must be one byte for each image",
            })
    void anIdxFileOfAnotherKindIsCalledSo(String images, String labels, String part, String what) {
        String wrong = part.equals("images") ? images : labels;
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() ->
                        IdxReader.read(
                                CASES.resolve(images), CASES.resolve(labels), Optional.empty()))
                .withMessage(
                        CASES.resolve(wrong)
                                + " must be IDX "
                                + part
                                + ", but this looks like an IDX file of "
                                + what
                                + ".");
    }

    @Test
    void lettersAreNumberedFromOne() {
        Dataset letters =
                IdxReader.read(
                        CASES.resolve("22-images-idx3-ubyte"),
                        CASES.resolve("23-letters-labels-idx1-ubyte"),
                        Optional.empty());
        assertThat(letters.shape()).isEqualTo(new DataShape(60, 36, 26));
        assertThat(labels(letters, 3)).containsExactly("1", "13", "25");
    }
}
