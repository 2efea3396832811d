package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// CSV files with a number to predict.
class CsvTargetTest {
    private static final String HOUSES =
            """
            area,rooms,price,town
            80,3,250.5,Oslo
            60,2,180,Bergen
            120,5,1e3,Oslo
            """;

    @TempDir private Path folder;

    private static DataSpec.Csv target(String column, String... features) {
        return new DataSpec.Csv("").withLabels(column, true, List.of(features));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("houses.csv"), text);
    }

    private Dataset read(String text, DataSpec.Csv spec) throws IOException {
        return CsvReader.read(file(text), spec);
    }

    private void refuses(String text, DataSpec.Csv spec, String sentence) throws IOException {
        Path file = file(text);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> CsvReader.read(file, spec))
                .withMessage(file + sentence);
    }

    @Test
    void theTargetIsNamedOrNumbered() throws IOException {
        for (String column : List.of("price", "3")) {
            Dataset houses = read(HOUSES, target(column, "area", "rooms"));

            assertThat(houses.task()).isEqualTo(new Task.Regression());
            assertThat(houses.featureNames()).containsExactly("area", "rooms");
            assertThat(houses.classNames()).isEmpty();
            assertThat(houses.samples().target(0)).isEqualTo(250.5);
            assertThat(houses.samples().target(2)).isEqualTo(1000);
        }
    }

    @Test
    void textIsNoTarget() throws IOException {
        refuses(
                HOUSES,
                target("town", "area"),
                ", line 2, column 4 (town) is \"Oslo\", but must be a number.");
    }

    @Test
    void oneTextAmongTheNumbersIsFound() throws IOException {
        refuses(
                HOUSES.replace("180", "cheap"),
                target("price", "area"),
                ", line 3, column 3 (price) is \"cheap\", but must be a number.");
    }

    @Test
    void theTargetIsNoFeature() throws IOException {
        refuses(
                HOUSES,
                target("price", "price"),
                ": column 3 is the target, so it cannot be a feature.");
    }

    @Test
    void aMissingTargetCanBeLeftOut() throws IOException {
        String gap = HOUSES.replace("180", "");
        refuses(
                gap,
                target("price", "area"),
                ", line 3, column 3 (price) is empty, but must be a number. 1 row has missing"
                        + " values; set data.missing to \"skip\" to leave it out.");
        Dataset houses = read(gap, target("price", "area").withMissing(DataSpec.Missing.SKIP));
        assertThat(houses.rows()).isEqualTo(2);
        assertThat(houses.samples().target(1)).isEqualTo(1000);
    }

    @Test
    void thePreviewNamesTheTargetAndWhatCouldBeOne() throws IOException {
        CsvPreview preview = CsvReader.preview(file(HOUSES), target("price"));

        assertThat(preview.classColumn()).isEqualTo(2);
        assertThat(preview.notes().getFirst())
                .isEqualTo("The target is column 3 (price), as chosen.");
        assertThat(preview.columns().stream().map(CsvPreview.Column::numeric))
                .containsExactly(true, true, true, false);
    }

    @Test
    void aTestFileHasTargetsToo() throws IOException {
        Path rows = file(HOUSES);
        Path test = Files.writeString(folder.resolve("test.csv"), "price,area\n7,8\n");

        Dataset houses =
                DataLoader.load(
                        target("price", "area")
                                .withPaths(
                                        rows.toString(),
                                        Optional.empty(),
                                        Optional.of(test.toString())),
                        1);

        assertThat(houses.rows()).isEqualTo(4);
        assertThat(houses.samples().target(3)).isEqualTo(7);
        assertThat(houses.part(3)).contains(Split.Part.TEST);
    }

    @Test
    void aFileHasAClassOrATarget() {
        assertThatThrownBy(() ->
                        new DataSpec.Csv(
                                "a.csv",
                                Optional.of("kind"),
                                List.of(),
                                DataSpec.Missing.REFUSE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("price")))
                .hasMessage(
                        "target is given beside classColumn, but a file has either a class or a"
                                + " numeric target.");
    }

    @Test
    void anExportedRegressionIsReadBack() throws IOException {
        Dataset curve = new DataSpec.Curve().generate(3);
        Path file = folder.resolve("curve.csv");
        AtomicFile.write(file, CsvTable.of(curve));

        Dataset read = CsvReader.read(file, target("target"));

        assertThat(read.rows()).isEqualTo(curve.rows());
        for (int row = 0; row < read.rows(); row++) {
            assertThat(read.samples().target(row)).isEqualTo(curve.samples().target(row));
            assertThat(read.samples().feature(row, 0)).isEqualTo(curve.samples().feature(row, 0));
        }
    }
}
