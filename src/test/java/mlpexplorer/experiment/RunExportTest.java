package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Scores;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class RunExportTest {
    @TempDir private Path folder;

    private final RunSpec spec =
            SpecJson.set(new RunSpec(), List.of("training.stop.epochs=3", "data.samples=50"));
    private final RunResult result =
            new RunLoop(new RunStart(spec), () -> 0).run(() -> false, _ -> {});

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void writesAllFilesAndNothingElse() throws IOException {
        new RunExport(folder).write(spec, result);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "spec.json",
                            "metrics.csv",
                            "updates.csv",
                            "initial.npz",
                            "model.npz",
                            "model.json",
                            "split.csv",
                            "data.csv");
        }
    }

    @Test
    void theSpecificationReadsBack() throws IOException {
        new RunExport(folder).write(spec, result);
        assertThat(SpecJson.read(folder.resolve("spec.json"))).isEqualTo(spec);
    }

    @Test
    void metricsHaveALineForEachEpoch() throws IOException {
        new RunExport(folder).write(spec, result);
        assertThat(lines("metrics.csv"))
                .hasSize(5)
                .startsWith(
                        "epoch,update,seconds,train_loss,train_accuracy,validation_loss,validation_accuracy,test_loss,test_accuracy,penalty,learning_rate");
        assertThat(lines("metrics.csv").get(1)).startsWith("0,0,0,");
        assertThat(lines("metrics.csv").get(2)).startsWith("1,3,0,");
        assertThat(lines("metrics.csv").getLast())
                .startsWith("3,9,0,")
                .contains(Double.toString(result.end().metrics().validation().loss()));
    }

    @Test
    void numbersOfAnEmptyPartAreEmptyFields() throws IOException {
        RunSpec alone = SpecJson.set(spec, List.of("data.split=1,0,0", "training.stop.epochs=1"));
        new RunExport(folder)
                .write(alone, new RunLoop(new RunStart(alone), () -> 0).run(() -> false, _ -> {}));
        assertThat(lines("metrics.csv").getLast()).matches("1,5,0,[0-9.]+,[0-9.]+,,,,,0,0.03");
    }

    @Test
    void everyRowOfTheDataHasItsPart() throws IOException {
        new RunExport(folder).write(spec, result);
        List<String> split = lines("split.csv");
        assertThat(split).hasSize(51).startsWith("row,part").element(1).asString().startsWith("0,");
        assertThat(split.stream().filter(line -> line.endsWith(",train"))).hasSize(30);
        assertThat(split.stream().filter(line -> line.endsWith(",validation"))).hasSize(10);
        assertThat(split.stream().filter(line -> line.endsWith(",test"))).hasSize(10);
    }

    @Test
    void dataSplitAndWeightsAreEnoughToMeasureTheRunAgain() throws IOException {
        new RunExport(folder).write(spec, result);
        Mlp mlp = spec.mlp(spec.data().shape().orElseThrow());
        Parameters weights = Npz.read(folder.resolve("model.npz"), RunStart.shape(spec));
        for (String part : List.of("train", "validation", "test")) {
            Score score = Scores.of(mlp, weights, samples(part));
            Score expected =
                    switch (part) {
                        case "train" -> result.end().metrics().train();
                        case "validation" -> result.end().metrics().validation();
                        default -> result.end().metrics().test();
                    };
            assertThat(score.metric()).isEqualTo(expected.metric());
            assertThat(score.loss()).isCloseTo(expected.loss(), within(1e-12));
        }
    }

    private Samples samples(String part) throws IOException {
        List<String> split = lines("split.csv");
        List<String> data = lines("data.csv");
        assertThat(data.getFirst()).isEqualTo("x1,x2,label");
        List<String[]> rows =
                IntStream.range(1, split.size())
                        .filter(i -> split.get(i).endsWith("," + part))
                        .mapToObj(i -> data.get(i).split(","))
                        .toList();
        double[] features =
                rows.stream()
                        .flatMapToDouble(row ->
                                DoubleStream.of(
                                        Double.parseDouble(row[0]), Double.parseDouble(row[1])))
                        .toArray();
        return new Samples(
                features, 2, rows.stream().mapToInt(row -> Integer.parseInt(row[2])).toArray());
    }

    @Test
    void initialWeightsAreThoseBeforeTraining() throws IOException {
        new RunExport(folder).write(spec, result);
        Parameters initial = Npz.read(folder.resolve("initial.npz"), RunStart.shape(spec));
        assertThat(initial.weights(1))
                .isEqualTo(spec.mlp(spec.data().shape().orElseThrow()).initialize(1).weights(1));
    }

    @Test
    void aSecondRunReplacesTheFirst() throws IOException {
        RunExport export = new RunExport(folder);
        export.write(spec, result);
        RunSpec other = SpecJson.set(spec, List.of("training.stop.epochs=1"));
        export.write(other, new RunLoop(new RunStart(other), () -> 0).run(() -> false, _ -> {}));
        assertThat(lines("metrics.csv")).hasSize(3);
        assertThat(SpecJson.read(folder.resolve("spec.json"))).isEqualTo(other);
    }

    @Test
    void makesTheFolder() throws IOException {
        new RunExport(folder.resolve("a/b")).write(spec, result);
        assertThat(folder.resolve("a/b/spec.json")).exists();
    }

    @Test
    void aFileInTheWayIsFoundBeforeTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertThatExceptionOfType(UserError.class).isThrownBy(() -> new RunExport(file));
    }

    @Test
    void theModelFileTellsHowToUseTheNetwork() throws IOException {
        new RunExport(folder).write(spec, result);
        assertThat(Files.readString(folder.resolve("model.json")))
                .startsWith(
                        "{\"features\": [\"x1\", \"x2\"],\n"
                                + " \"classes\": [\"0\", \"1\"],\n"
                                + " \"mean\": [")
                .contains("\"hidden\": [8, 8],\n \"activation\": \"tanh\",\n \"W1\": [[");
    }
}
