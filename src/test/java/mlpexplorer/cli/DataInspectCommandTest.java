package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DataInspectCommandTest {

    @Test
    void tellsRowsClassesAndRanges() {
        assertThat(Ran.with("data", "inspect", "data/iris.csv"))
                .isEqualTo(
                        new Ran(
                                0,
                                """
                                data/iris.csv: 150 rows, 4 features, 3 classes
                                The class is column 5 (species), the last column.

                                class       rows  share
                                setosa        50  33.3%
                                versicolor    50  33.3%
                                virginica     50  33.3%

                                feature       min   mean     std  max
                                sepal_length  4.3  5.843  0.8253  7.9
                                sepal_width     2  3.057  0.4344  4.4
                                petal_length    1  3.758   1.759  6.9
                                petal_width   0.1  1.199  0.7597  2.5
                                """,
                                ""));
    }

    @Test
    void whatIsUnusualIsTold(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("t.csv"),
                        "\"\";\"length\n(cm)\";\"kind\"\n0;1,5;x\n1;;y\n2;3,25;x\n3;4;y\n");
        assertThat(Ran.with("data", "inspect", file.toString(), "--skip-missing").out())
                .isEqualTo(
                        file
                                + """
                                : 3 rows, 1 feature, 2 classes
                                The class is column 3 (kind), the last column.
                                The numbers have decimal commas.
                                Column 1 numbers the rows, so it is not a feature unless you choose it.
                                1 row with missing values was left out.

                                class  rows  share
                                x         2  66.7%
                                y         1  33.3%

                                feature      min   mean    std  max
                                length (cm)  1.5  2.917  1.047    4
                                """);
        assertThat(
                        Ran.with(
                                        "data",
                                        "inspect",
                                        file.toString(),
                                        "--features",
                                        "1",
                                        "--skip-missing")
                                .out())
                .contains("4 rows, 1 feature", "\nx1         0");
    }

    @Test
    void theRangeOfATargetIsShown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,price\n1,0.5\n2,1.5\n3,4\n");
        assertThat(Ran.with("data", "inspect", file.toString(), "--target", "price"))
                .isEqualTo(
                        new Ran(
                                0,
                                file
                                        + """
                                        : 3 rows, 1 feature, a numeric target
                                        The target is column 2 (price), as chosen.

                                        target    min  mean    std  max
                                        all rows  0.5     2  1.472    4

                                        feature  min  mean     std  max
                                        a          1     2  0.8165    3
                                        """,
                                ""));
    }

    @Test
    void anotherColumnMayHoldTheClasses(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "kind,a\nx,1\ny,2\nx,3\n");
        assertThat(Ran.with("data", "inspect", file.toString(), "--class", "kind").out())
                .startsWith(file + ": 3 rows, 1 feature, 2 classes\n")
                .contains("x         2  66.7%");
    }

    @Test
    void picturesAreToldTogether(@TempDir Path folder) throws IOException {
        Path images =
                Files.write(
                        folder.resolve("images"),
                        new byte[] {
                            0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 102, (byte) 255
                        });
        Path labels =
                Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 1, 0});
        assertThat(Ran.with("data", "inspect", images.toString(), labels.toString()))
                .isEqualTo(
                        new Ran(
                                0,
                                images
                                        + """
                                        : 2 rows, images of 1 × 2 pixels, 2 classes

                                        class  rows  share
                                        0         1  50.0%
                                        1         1  50.0%

                                        feature     min  mean     std  max
                                        all pixels    0   0.4  0.3742    1
                                        """,
                                ""));
    }

    @Test
    void manyFeaturesAreNotAllListed(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("t.csv"), "1,".repeat(60) + "a\n" + "2,".repeat(60) + "b\n");
        assertThat(Ran.with("data", "inspect", file.toString()).out())
                .contains("\nx50 ")
                .endsWith("\nand 10 more features\n");
    }

    @Test
    void aDamagedFileIsOneLineAndExitCodeThree(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "1,2,a\n3,four,b\n");
        assertThat(Ran.with("data", "inspect", file.toString()))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: "
                                        + file
                                        + ", line 2, column 2 is \"four\", but must be a"
                                        + " number.\n"));
    }
}
