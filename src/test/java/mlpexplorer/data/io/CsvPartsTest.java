package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// CSV files whose parts are given by other files or a column.
class CsvPartsTest {
    private static final String TRAIN =
            """
            length,width,kind
            1,10,a
            2,20,b
            3,30,a
            4,40,b
            """;

    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private DataSpec.Csv withTest(Path train, Path test) {
        return new DataSpec.Csv(train.toString())
                .withPaths(train.toString(), Optional.empty(), Optional.of(test.toString()));
    }

    private static Dataset load(DataSpec spec) {
        return DataLoader.load(spec, 1);
    }

    private static void refused(DataSpec spec, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> load(spec))
                .withMessage(message);
    }

    @Test
    void aColumnOfPartsIsFound() throws IOException {
        String rows = "x,kind,part\n1,a,train\n2,b,Training\n3,a,val\n4,b,test\n";
        DataSpec.Csv spec = new DataSpec.Csv(file("parts.csv", rows).toString());
        Dataset data = load(spec);
        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.classNames()).containsExactly("a", "b");
        assertThat(data.part(3)).contains(Part.TEST);
        assertThat(data.notes()).contains("Column 3 has the part of each row.");
        assertThat(load(spec.withLabels("part", false, List.of("x"))).classNames())
                .contains("train", "val");
        Path other = file("other.csv", rows.replace("test", "holdout"));
        assertThat(
                        load(new DataSpec.Csv(other.toString())
                                        .withLabels("kind", false, List.of("x")))
                                .part(3))
                .isEmpty();
    }

    @Test
    void rowsOfOtherFilesFollowWithTheirPart() throws IOException {
        Path train = file("train.csv", TRAIN);
        Path validation = file("validation.csv", "kind,length,width\nb,5,50\n");
        Path test = file("test.csv", "length,width,kind\n6,60,a\n7,70,a\n");
        Dataset data =
                load(
                        new DataSpec.Csv(train.toString())
                                .withPaths(
                                        train.toString(),
                                        Optional.of(validation.toString()),
                                        Optional.of(test.toString())));
        assertThat(data.shape().given()).isEqualTo(new DataShape.Given(0, 1, 2));
        assertThat(IntStream.range(0, 7).mapToDouble(row -> data.samples().feature(row, 1)))
                .containsExactly(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0);
        assertThat(IntStream.range(0, 7).map(row -> data.samples().label(row)))
                .containsExactly(0, 1, 0, 1, 1, 0, 0);
        assertThat(data.part(3)).isEmpty();
        assertThat(data.part(4)).contains(Part.VALIDATION);
        assertThat(data.part(6)).contains(Part.TEST);
    }

    @Test
    void aColumnGivesThePartOfEachRow() throws IOException {
        Path file =
                file(
                        "parts.csv",
                        """
                        x,y,class,set
                        1,1,a,train
                        2,3,b,Training
                        3,1,a,dev
                        4,2,b,test
                        """);
        Dataset data = load(new DataSpec.Csv(file.toString()).withPartColumn(Optional.of("set")));
        assertThat(data.featureNames()).containsExactly("x", "y");
        assertThat(data.classNames()).containsExactly("a", "b");
        assertThat(data.given())
                .extracting(Optional::get)
                .containsExactly(Part.TRAIN, Part.TRAIN, Part.VALIDATION, Part.TEST);
        Path bare = file("bare.csv", "1,1,0,train\n2,3,1,train\n4,2,1,test\n");
        assertThat(
                        load(new DataSpec.Csv(bare.toString()).withPartColumn(Optional.of("4")))
                                .shape()
                                .given())
                .isEqualTo(new DataShape.Given(2, 0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length,kind/1,a | TEST has no column \"width\", but must have the columns of"
                        + " TRAIN.",
                "length,width,height,kind/1,2,3,a/3,4,5,b | TEST has the column \"height\", which"
                        + " is not in TRAIN; remove it.",
                "7,1,a/8,2,b | TEST has no column \"length\" and no header, but must have the"
                        + " columns of TRAIN.",
                "length,width,kind/1,2,a/3,4,c | TEST, line 3, column 3 (kind) is \"c\", but must"
                        + " be a class that occurs in TRAIN.",
                "length,width,kind/1,two,a/3,4,a | TEST, line 2, column 2 (width) is \"two\", but"
                        + " must be a number."
            })
    void anotherTableIsRefused(String text, String message) throws IOException {
        Path train = file("train.csv", TRAIN);
        Path test = file("test.csv", text.replace('/', '\n') + "\n");
        refused(
                withTest(train, test),
                message.replace("TEST", test.toString()).replace("TRAIN", train.toString()));
    }

    @Test
    void rowNamesOfAPartAreLeftOut() throws IOException {
        Path train = file("train.csv", TRAIN);
        Path test = file("test.csv", ",length,width,kind\n0,6,60,a\n1,7,70,a\n");
        Dataset data = load(withTest(train, test));
        assertThat(data.featureNames()).containsExactly("length", "width");
        assertThat(data.shape().given()).isEqualTo(new DataShape.Given(0, 0, 2));
    }

    @Test
    void otherNumbersOfColumnsAreRefused() throws IOException {
        Path train = file("train.csv", "1,2,0\n3,4,1\n");
        Path test = file("test.csv", "1,2,3,0\n3,4,5,1\n");
        refused(
                withTest(train, test),
                test + " has 4 columns, but must have 3 like " + train + ".");
    }

    @Test
    void missingAndRepeatedPartsAreRefused() throws IOException {
        Path train = file("train.csv", TRAIN);
        refused(
                withTest(train, folder.resolve("gone.csv")),
                folder.resolve("gone.csv") + " cannot be read: there is no such file or folder.");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> withTest(train, train).withPartColumn(Optional.of("kind")))
                .withMessage(
                        "testPath names a file, but partColumn already gives the part of each row;"
                                + " set one of them to null.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,a,train/2,b,holdout | , line 2, column 3 is \"holdout\", but must be train,"
                        + " validation or test.",
                "1,a,train/2,b, | , line 2, column 3 is empty, but must be train, validation or"
                        + " test.",
                "1,a,train/2,b,test | ' has no training row of the class \"b\", but each class"
                        + " needs one.'"
            })
    void unknownPartsAndUntrainedClassesAreRefused(String text, String message) throws IOException {
        Path file = file("parts.csv", text.replace('/', '\n') + "\n");
        refused(new DataSpec.Csv(file.toString()).withPartColumn(Optional.of("3")), file + message);
    }

    @Test
    void aMisspelledPartIsRefusedInAColumnThatNobodyChose() throws IOException {
        Path file = file("parts.csv", "x,kind,part\n1,a,train\n2,b,trian\n3,a,val\n4,b,test\n");
        refused(
                new DataSpec.Csv(file.toString()),
                file
                        + ", line 3, column 3 (part) is \"trian\", but must be train, validation or"
                        + " test.");
    }

    @Test
    void thePartColumnIsNoFeatureAndNoClass() throws IOException {
        Path file = file("parts.csv", "1,2,a,train\n2,3,b,train\n");
        DataSpec.Csv spec =
                new DataSpec.Csv(file.toString(), Optional.of("4"))
                        .withPartColumn(Optional.of("4"));
        refused(spec, file + ": column 4 gives the parts, so it cannot be the class column.");
        refused(
                spec.withLabels("3", false, List.of("1", "4")),
                file + ": column 4 gives the parts, so it cannot be a feature.");
    }
}
