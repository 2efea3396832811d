package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Trainer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Runs on data files, whose size is known only after reading.
final class FileDataTest {
    private static final RunSpec IRIS = new RunSpec().withData(new DataSpec.Csv("data/iris.csv"));
    private static final RunSpec TABLE =
            new RunSpec().withData(new DataSpec.Csv("data/xor-table.csv"));

    @Test
    void theNetworkFollowsFromWhatWasRead() {
        Split split = IRIS.splitData();
        assertThat(split.shape()).isEqualTo(new DataShape(150, 4, 3));
        assertThat(new RunStart(IRIS).trainer(split).parameters().shape()).isEqualTo("4-8-8-3");
        assertThat(IRIS.parameterCount(split.shape())).isEqualTo(139);
    }

    @Test
    void theSameRowsGiveTheSameRunWhereverTheyComeFrom() {
        RunSpec bundled = new RunSpec().withData(new DataSpec.Iris());
        assertThat(new RunStart(IRIS).trainer(IRIS.splitData()).epoch())
                .isEqualTo(new RunStart(bundled).trainer(bundled.splitData()).epoch());
    }

    @Test
    void theDefaultBatchIsReducedToTheRows() {
        Trainer trainer = new RunStart(TABLE).trainer(TABLE.splitData());
        trainer.epoch();
        assertThat(trainer.updates()).isEqualTo(1);
        RunSpec four = new RunSpec().withData(new DataSpec.Moons(4, 0.1));
        assertThat(new RunStart(four).trainer(four.splitData()).epoch().updates()).isEqualTo(1);
    }

    @Test
    void aBatchBeyondTheRowsIsRefusedWhenTheyAreRead() {
        RunSpec three = TABLE.withTraining(TABLE.training().withBatch(new BatchSize.Rows(3)));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(three::splitData)
                .withMessage(
                        "training.batch is 3, but must be from 1 to 2 (the number of training"
                                + " rows) or \"full\".");
    }

    @Test
    void aSplitWithoutTrainingRowsIsRefusedWhenTheyAreRead() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(TABLE.withSplit(new SplitSpec(0.1, 0.4, 0.5, true))::splitData)
                .withMessage(
                        "data.split leaves no training rows out of 4, but at least one is needed.");
    }

    @Test
    void givenWeightsAreHeldAgainstTheFile() {
        assertThat(RunStart.shape(IRIS).shape()).isEqualTo("4-8-8-3");
        RunStart start = new RunStart(IRIS, Optional.of(new Parameters(2, 8, 8, 3)));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> start.trainer(IRIS.splitData()))
                .withMessage(
                        "The given weights are for the network 2-8-8-3, but the specification asks"
                                + " for 4-8-8-3.");
    }

    @Test
    void pathsArePartOfTheTextForm() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "idx", "images": "C:\\\\my digits\\\\ünï.gz", "labels": "l", "limit": 500}}\
                        """);
        assertThat(spec.data())
                .isEqualTo(new DataSpec.Idx("C:\\my digits\\ünï.gz", "l", Optional.of(500)));
        assertThat(SpecJson.read(SpecJson.canonical(spec))).isEqualTo(spec);
    }

    @Test
    void settingsNameFilesAndColumns() {
        RunSpec spec =
                SpecJson.set(
                        new RunSpec(),
                        List.of("data.type=csv", "data.path=a b.csv", "data.classColumn=3"));
        assertThat(spec.data()).isEqualTo(new DataSpec.Csv("a b.csv", Optional.of("3")));
        assertThat(SpecJson.set(spec, List.of("data.classColumn=null")).data())
                .isEqualTo(new DataSpec.Csv("a b.csv"));
    }

    @Test
    void settingsChooseFeaturesAndSkipMissingValues() {
        RunSpec base = SpecJson.set(new RunSpec(), List.of("data.type=csv", "data.path=a.csv"));
        DataSpec chosen =
                new DataSpec.Csv(
                        "a.csv", Optional.empty(), List.of("width", "3"), DataSpec.Missing.SKIP);
        List<String> forms = List.of("width,3", "width, 3", "[\"width\", 3]");
        assertThat(forms)
                .allSatisfy(form ->
                        assertThat(
                                        SpecJson.set(
                                                        base,
                                                        List.of(
                                                                "data.features=" + form,
                                                                "data.missing=skip"))
                                                .data())
                                .isEqualTo(chosen));
        RunSpec spec = base.withData(chosen);
        assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
        assertThat(SpecJson.canonical(spec))
                .contains("\"features\":[\"width\",\"3\"],\"missing\":\"skip\"");
        assertThat(SpecJson.set(spec, List.of("data.features=", "data.missing=refuse")))
                .isEqualTo(base);
        assertThat(SpecJson.set(base, List.of("data.features=1,2")).data())
                .isEqualTo(
                        new DataSpec.Csv(
                                "a.csv",
                                Optional.empty(),
                                List.of("1", "2"),
                                DataSpec.Missing.REFUSE));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.set(base, List.of("data.missing=drop")))
                .withMessage("data.missing is \"drop\", but must be one of refuse, skip.");
    }

    @Test
    void noiseAndSamplesLiveOnWhereTheNextDatasetHasThem() {
        RunSpec noisy = SpecJson.set(new RunSpec(), List.of("data.noise=0.3", "data.samples=120"));
        assertThat(SpecJson.set(noisy, List.of("data=gaussians")).data())
                .isEqualTo(new DataSpec.Gaussians(120, 3, 0.3));
        assertThat(SpecJson.set(noisy, List.of("data=moons")).data())
                .isEqualTo(new DataSpec.Moons(120, 0.3));
        assertThat(SpecJson.set(noisy, List.of("data=iris")).data()).isEqualTo(new DataSpec.Iris());
    }
}
