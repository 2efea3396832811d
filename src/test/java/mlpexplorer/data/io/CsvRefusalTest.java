package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rejected files and their messages; `FILE` is the path of the file.
class CsvRefusalTest {
    private static final String ONE =
            " 1 row has missing values; set data.missing to \"skip\" to leave it out.";

    @TempDir private Path folder;

    private void refused(String text, String message) throws IOException {
        refused(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), message);
    }

    private void refused(byte[] bytes, Optional<String> classColumn, String message)
            throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> CsvReader.read(file, new DataSpec.Csv("", classColumn)))
                .withMessage(message.replace("FILE", file.toString()));
    }

    @Test
    void words() throws IOException {
        refused(
                "a,b,kind\n1,2,x\n3,four,y\n",
                "FILE, line 3, column 2 (b) is \"four\", but must be a number.");
        refused("1,2,x\n3,four,y\n", "FILE, line 2, column 2 is \"four\", but must be a number.");
        refused(
                "male,22,1,yes\nfemale,23,2,no\n",
                "FILE, line 1, column 1 is \"male\", but must be a number.");
    }

    @Test
    void missingValues() throws IOException {
        refused(
                "a,b,kind\n1,2,x\n3,,y\n",
                "FILE, line 3, column 2 (b) is empty, but must be a number." + ONE);
        refused(
                "5.1,,1.4,x\n3,2,1,y\n,3,4,y\n4,5,6,y",
                "FILE, line 1, column 2 is empty, but must be a number. 2 rows have missing values;"
                        + " set data.missing to \"skip\" to leave them out.");
        refused(
                "a,b,kind\n1,2,x\n3,4,\n",
                "FILE, line 3, column 3 (kind) is empty, but must be a class (a name or a whole"
                        + " number)."
                        + ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "NA", "?", "null", "#N/A", "<NA>", ".", "-", "\u00a0"})
    void valuesThatAreMissing(String value) throws IOException {
        refused(
                "a,b,kind\n1,2,x\n3," + value + ",y\n",
                "FILE, line 3, column 2 (b) is \"" + value + "\", but must be a number." + ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-inf", "Infinity"})
    void valuesThatAreNotFinite(String value) throws IOException {
        refused(
                "a,b,kind\n1,2,x\n3," + value + ",y\n",
                "FILE, line 3, column 2 (b) is \"" + value + "\", but must be a finite number.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1f", "2d", "--1", "1e", "1 2", "１"})
    void whatOnlyJavaTakesForNumbers(String value) throws IOException {
        refused(
                "a,b,kind\n1,2,x\n3," + value + ",y\n",
                "FILE, line 3, column 2 (b) is \"" + value + "\", but must be a number.");
    }

    @Test
    void numbersThatAreTooLarge() throws IOException {
        refused(
                "1,1e101,x\n2,3,y\n",
                "FILE, line 1, column 2 is \"1e101\", but must be a number from -1e100 to 1e100.");
        refused(
                "1,1e999,x\n2,3,y\n",
                "FILE, line 1, column 2 is \"1e999\", but must be a number from -1e100 to 1e100.");
    }

    @Test
    void numbersThatCanBeReadInTwoWays() throws IOException {
        String both = "; write it without separators of thousands and with a decimal point.";
        refused(
                "1;2,336;x\n2;4,250;y\n",
                "FILE, line 1, column 2 is \"2,336\", which can be read as 2.336 or as 2336"
                        + both);
        refused(
                "1,\"2,336\",x\n2,\"4,250\",y\n",
                "FILE, line 1, column 2 is \"2,336\", which can be read as 2.336 or as 2336"
                        + both);
        refused(
                "a;b;c\n2,336;1,125;x\n4,250;3,500;y\n",
                "FILE, line 2, column 1 (a) is \"2,336\", which can be read as 2.336 or as 2336"
                        + both);
        refused(
                "1,5;-2.336;x\n2;4.250;y\n",
                "FILE, line 1, column 2 is \"-2.336\", which can be read as -2.336 or as -2336"
                        + both);
    }

    @Test
    void decimalCommasBesideDecimalPoints() throws IOException {
        refused(
                "1.5;1,5;x\n2;2,5;y\n",
                "FILE, line 1, column 2 is \"1,5\", but must be a number with a decimal point.");
        refused(
                "2;2,5;y\n".repeat(2_000) + "1.5;1,5;x\n",
                "FILE, line 2001, column 1 is \"1.5\", but must be a number with a decimal comma,"
                        + " as other numbers of the file.");
    }

    @Test
    void classesThatAreFractions() throws IOException {
        refused(
                "1,0.5\n2,1\n",
                "FILE, line 1, column 2 is \"0.5\", but must be a class (a name or a whole"
                        + " number).");
        refused(
                "1,nan\n2,1\n",
                "FILE, line 1, column 2 is \"nan\", but must be a class (a name or a whole"
                        + " number)."
                        + ONE);
    }

    @Test
    void raggedRows() throws IOException {
        refused(
                "a,b,c\n1,2,x\n3,y\n",
                "FILE, line 3 has 2 columns, but must have 3 like the first line.");
        refused(
                "1,2,x\n\n3,4,5,y\n",
                "FILE, line 3 has 4 columns, but must have 3 like the first line.");
        refused("1,2,x\n3\n", "FILE, line 2 has 1 column, but must have 3 like the first line.");
    }

    @Test
    void tooFewRows() throws IOException {
        refused("", "FILE is empty, but must be a CSV file.");
        refused("\n\r\n\n", "FILE is empty, but must be a CSV file.");
        refused("\uFEFF", "FILE is empty, but must be a CSV file.");
        refused("a,b,c\n", "FILE has no rows of data, but at least 2 are needed.");
        refused("a,b,c\n1,2,x\n", "FILE has only one row of data, but at least 2 are needed.");
    }

    @Test
    void oneClassOnly() throws IOException {
        refused(
                "a,b,kind\n1,2,x\n3,4,x\n",
                "FILE has only one class, \"x\" in column 3 (kind), but at least 2 are needed.");
    }

    @Test
    void moreClassesThanAClassColumnHas() throws IOException {
        String text =
                IntStream.range(0, 1_001)
                        .mapToObj(i -> "1," + i + "\n")
                        .collect(Collectors.joining());
        refused(
                text,
                "FILE, line 1001, column 2 is \"1000\", but must be one of the 1000 classes in the"
                        + " lines above, the maximum number of classes.");
    }

    @Test
    void oneColumn() throws IOException {
        String message =
                "FILE, line 1 has one column, but must have a feature and a class, separated by a"
                        + " comma, semicolon or tab.";
        refused("a\n1\n2\n", message);
        refused("x y\nz\n", message);
    }

    @Test
    void classColumnsThatAreNotThere() throws IOException {
        byte[] text = "a,b,b\n1,2,x\n3,4,y\n".getBytes(StandardCharsets.UTF_8);
        refused(
                text,
                Optional.of("kind"),
                "FILE, line 1 has no column \"kind\"; the class column must be a column name or a"
                        + " number from 1 to 3.");
        refused(
                text,
                Optional.of("4"),
                "FILE, line 1 has no column \"4\"; the class column must be a column name or a"
                        + " number from 1 to 3.");
        refused(
                text,
                Optional.of("b"),
                "FILE, line 1 has 2 columns named \"b\"; give the class column by its number.");
    }

    @Test
    void whatIsNoText() throws IOException {
        refused(
                new byte[] {'1', ',', 'x', '\n', '2', 0, ',', 'y'},
                Optional.empty(),
                "FILE, line 2 contains a zero byte, but must be text.");
        refused(
                new byte[] {'1', ',', 'x', '\n', '2', ',', (byte) 0xe4, '\n'},
                Optional.empty(),
                "FILE is not UTF-8 text, but a CSV file must be; the first invalid byte is in line"
                        + " 2. In Excel, save it as CSV UTF-8.");
        refused(
                new byte[] {'1', ',', (byte) 0xc3},
                Optional.empty(),
                "FILE is not UTF-8 text, but a CSV file must be; the first invalid byte is in line"
                        + " 1. In Excel, save it as CSV UTF-8.");
    }

    @Test
    void quotesThatDoNotClose() throws IOException {
        String place = "FILE, line 2 is not valid CSV: quotation marks must enclose a whole value.";
        refused("1,2,x\n1,\"2,x\n3,4,y\n", place);
        refused("1,2,x\n1,\"2\"2,x\n3,4,y\n", place);
    }

    @Test
    void aRowWithoutEnd() throws IOException {
        refused(
                "1,2,x\n1,\"" + "2,3\n".repeat(300_000),
                "FILE, line 2 starts a row of more than 1,000,000 characters; a quotation mark may"
                        + " not be closed.");
    }

    @Test
    void moreColumnsThanAreRead() throws IOException {
        refused(
                "1,".repeat(10_000) + "x\n",
                "FILE, line 1 has more than 10000 columns, the maximum.");
    }

    @Test
    void moreNumbersThanAreReadBeforeTheyTakeMemory() throws IOException {
        refused(
                "1,".repeat(9_999) + "x\n" + "1\n".repeat(10_000),
                "FILE has 10,001 lines of 9,999 features, but at most 50,000,000 numbers can be"
                        + " read.");
    }

    @Test
    void controlCharactersDoNotReachTheSentence() throws IOException {
        refused(
                "1,a\u0007b\u001b[31m\"" + "c".repeat(50) + ",x\n2,3,y\n",
                "FILE, line 1, column 2 is \"a?b?[31m\""
                        + "c".repeat(31)
                        + "...\", but must be a number.");
    }

    @Test
    void whatIsNoFile() {
        Path missing = folder.resolve("missing.csv");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> DataLoader.load(new DataSpec.Csv(missing.toString()), 1))
                .withMessage(missing + " cannot be read: there is no such file or folder.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> DataLoader.load(new DataSpec.Csv(folder.toString()), 1))
                .withMessage(folder + " is a folder, but must be a CSV file.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> DataLoader.load(new DataSpec.Csv(), 1))
                .withMessage("data.path is empty, but must name a file.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> DataLoader.load(new DataSpec.Csv("a\u0000b"), 1))
                .withMessage("data.path is \"a?b\", but must be the path of a file.");
    }
}
