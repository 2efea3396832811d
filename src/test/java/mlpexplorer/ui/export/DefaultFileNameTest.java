package mlpexplorer.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class DefaultFileNameTest {

    @Test
    void aFileIsNamedAfterDataAndNetwork() {
        RunSpec spec =
                SpecJson.set(new RunSpec(), List.of("data.type=spiral", "model.hidden=[16,8]"));
        assertThat(DefaultFileName.of(spec, "loss.png")).isEqualTo("spiral-16-8-loss.png");
        assertThat(DefaultFileName.of(SpecJson.set(spec, List.of("model.hidden=[]")), "loss.png"))
                .isEqualTo("spiral-softmax-loss.png");
    }

    @Test
    void generatedDataAreNamedByTheirGenerator() {
        assertThat(DefaultFileName.data(new DataSpec.XorTable())).isEqualTo("xor-table");
        assertThat(DefaultFileName.data(new DataSpec.Iris())).isEqualTo("iris");
        assertThat(DefaultFileName.data(new DataSpec.Idx())).isEqualTo("mnist");
        assertThat(
                        DefaultFileName.data(
                                new DataSpec.Idx(
                                        "/a/my-images.gz", "/a/my-labels.gz", Optional.empty())))
                .isEqualTo("my-images");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/wine.csv, wine",
        "größe.csv, größe",
        "my data (2).csv, my-data-2",
        "v1.2.csv, v1-2",
        "/, data",
        ".csv, csv",
        "'', data"
    })
    void aDataFileIsNamedByItsName(String path, String name) {
        assertThat(DefaultFileName.data(new DataSpec.Csv(path))).isEqualTo(name);
    }

    @Test
    void aLongNameIsCut() {
        assertThat(DefaultFileName.data(new DataSpec.Csv("x".repeat(200) + ".csv"))).hasSize(40);
    }
}
