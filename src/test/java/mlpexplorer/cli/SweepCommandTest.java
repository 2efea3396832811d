package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class SweepCommandTest {
    private static final String[] XOR = {
        "sweep", "--preset", "xor-mlp", "--set", "training.stop.epochs=2"
    };

    @TempDir private Path folder;

    private static Ran xor(String... more) {
        String[] args = Arrays.copyOf(XOR, XOR.length + more.length);
        System.arraycopy(more, 0, args, XOR.length, more.length);
        return Ran.with(args);
    }

    @Test
    void saysWhatItRunsAndComparesTheCells() {
        Ran ran =
                Ran.with(
                        "sweep",
                        "--preset",
                        "xor-mlp",
                        "--axis",
                        "model.hidden=[],8",
                        "--axis",
                        "training.stop.epochs=1,300",
                        "--repeats",
                        "2",
                        "--jobs",
                        "1");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "8 runs: 2 of model.hidden x 2 of training.stop.epochs, 2 seeds each; 1 at"
                                + " a time");
        assertThat(lines.get(1))
                .matches(
                        "hidden +epochs +runs +diverged +train accuracy +validation accuracy +test"
                                + " accuracy +validation loss +epoch millis");
        assertThat(lines.get(5))
                .matches("8 +300 +2 +0 +100\\.0 ± 0\\.0% +- +- +- +[0-9.]+ ± [0-9.]+");
        assertThat(lines.getLast()).matches("8 of 8 runs in [0-9.]+ s, 0 diverged");
    }

    @Test
    void notesAboutTheTableArePrintedOnceWithTheirRows() {
        String table = "src/test/resources/mlpexplorer/data/io/cases/06-index-column.csv";
        Ran ran =
                Ran.with(
                        "sweep",
                        "--set",
                        "data.type=csv",
                        "--set",
                        "data.path=" + table,
                        "--set",
                        "training.stop.epochs=1",
                        "--repeats",
                        "2");
        assertThat(ran.code()).isZero();
        assertThat(ran.err().lines().filter(line -> line.startsWith("note: ")))
                .anyMatch(line -> line.contains("Column 1 numbers the rows"))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheCellThatDoesBestOnValidation() {
        Ran ran =
                Ran.with(
                        "sweep",
                        "--set",
                        "data.samples=100",
                        "--axis",
                        "training.stop.epochs=1,60",
                        "--set",
                        "training.rate=0.3");
        assertThat(ran.out().lines().toList())
                .anySatisfy(line ->
                        assertThat(line)
                                .matches("best validation accuracy: epochs = 60, [0-9.]+%"));
    }

    @Test
    void regressionsAreComparedByR2() throws IOException {
        Path file = folder.resolve("curve.csv");
        List<String> sweep =
                List.of(
                        "sweep",
                        "--set",
                        "data.type=curve",
                        "--set",
                        "training.optimizer=adam",
                        "--set",
                        "training.rate=0.03",
                        "--axis",
                        "training.stop.epochs=1,200",
                        "--out",
                        file.toString());
        List<String> lines = Ran.with(sweep.toArray(String[]::new)).out().lines().toList();
        assertThat(lines.get(1)).contains("train r2", "validation r2").doesNotContain("accuracy");
        assertThat(lines).anyMatch(line -> line.startsWith("best validation R²: epochs = 200, 0."));
        assertThat(Files.readString(file)).contains("validation_r2").doesNotContain("accuracy");
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                Ran.with(
                                                Stream.concat(sweep.stream(), Stream.of("--json"))
                                                        .toArray(String[]::new))
                                        .out());
        assertThat(json.at("/cells/1/validation_r2/mean").asDouble())
                .isEqualTo(json.at("/rows/1/validation/r2").asDouble())
                .isBetween(-1.0, 1.0);
        assertThat(json.at("/rows/1").has("best_validation_r2")).isTrue();
    }

    @Test
    void aPresetBringsItsOwnAxes() {
        Ran ran =
                Ran.with(
                        "sweep", "--preset", "circles-capacity", "--set", "training.stop.epochs=1");
        assertThat(ran.out())
                .startsWith(
                        "24 runs: 6 of model.hidden x 4 of training.regularizer.l2, 1 seed each; ");
    }

    @Test
    void printsOneJsonObject() throws IOException {
        Ran ran = xor("--axis", "training.rate=0.1,1000", "--repeats", "2", "--json");
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "runs", "done", "diverged", "seconds", "axes", "repeats", "cells", "rows");
        assertThat(json.get("axes").get(0).toString())
                .isEqualTo("{\"path\":\"training.rate\",\"values\":[\"0.1\",\"1000\"]}");
        assertThat(json.get("cells")).hasSize(2);
        assertThat(json.get("cells").get(1).get("diverged").asInt())
                .isEqualTo(json.get("diverged").asInt())
                .isEqualTo(2);
        assertThat(json.get("rows").findValuesAsText("outcome"))
                .containsExactly("finished", "finished", "diverged", "diverged");
        JsonNode alone =
                new ObjectMapper()
                        .readTree(
                                Ran.with(
                                                "train",
                                                "--preset",
                                                "xor-mlp",
                                                "--set",
                                                "training.stop.epochs=2",
                                                "--set",
                                                "training.rate=0.1",
                                                "--json")
                                        .out());
        assertThat(json.get("rows").get(0).get("train")).isEqualTo(alone.get("train"));
        assertThat(json.get("rows").get(0).get("fingerprint")).isEqualTo(alone.get("fingerprint"));
    }

    @Test
    void divergedRunsAreResults() {
        assertThat(xor("--axis", "training.rate=1000").code()).isZero();
    }

    @Test
    void writesALineARun() throws IOException {
        Path file = folder.resolve("new").resolve("sweep.csv");
        Ran ran = xor("--repeats", "3", "--out", file.toString());
        assertThat(ran.out().lines().toList().getLast()).isEqualTo("written to " + file);
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("repeat,init_seed,batch_seed,train_loss");
        assertThat(folder.resolve("new"))
                .isDirectoryContaining("glob:**sweep.csv")
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeTraining() {
        Ran ran = xor("--repeats", "2", "--out", folder.toString());
        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: "
                                        + folder
                                        + " is a folder, but the table of a sweep is a file, for"
                                        + " example sweep.csv.\n"));
    }

    @Test
    void drawsARunOfEachCellOnAContactSheet() throws IOException {
        Path file = folder.resolve("new").resolve("sheet.png");
        Ran ran =
                xor(
                        "--axis",
                        "training.rate=0.1,1000",
                        "--repeats",
                        "2",
                        "--jobs",
                        "2",
                        "--sheet",
                        file.toString(),
                        "--dark",
                        "--scale",
                        "3");
        assertThat(ran.out().lines().toList().getLast()).isEqualTo("written to " + file);
        assertThat(file).hasContent("0 finished true, 2 diverged true dark 3");
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aContactSheetThatCannotBeIsToldBeforeTraining() {
        String[] sheet = {"--sheet", folder.resolve("sheet.png").toString()};
        assertThat(
                        Ran.with(
                                "sweep",
                                "--preset",
                                "mnist-adam",
                                "--repeats",
                                "2",
                                sheet[0],
                                sheet[1]))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: A contact sheet shows decision boundaries, but"
                                    + " images have none; write a table with --out instead.\n"));
        assertThat(xor("--axis", "seeds.data=1..601", sheet[0], sheet[1]))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: A contact sheet shows at most 600 combinations, but"
                                    + " the axes have 601; write a table with --out instead.\n"));
        assertThat(xor("--repeats", "2", "--sheet", folder.toString()).err())
                .contains("is a folder, but a contact sheet is a file");
        assertThat(xor("--repeats", "2", sheet[0], sheet[1], "--scale", "9").err())
                .contains("--scale is 9");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void quietItPrintsNothing() {
        assertThat(xor("--repeats", "2", "--quiet")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void mergedShardsAreTheWholeSweepBitForBit() {
        String[] sweep = {
            "sweep",
            "--set",
            "data.samples=60",
            "--set",
            "training.stop.epochs=3",
            "--axis",
            "training.rate=0.1,1000",
            "--repeats",
            "2",
            "--folds",
            "3",
            "--store"
        };
        String whole = folder.resolve("whole.db").toString();
        assertThat(with(sweep, whole).out()).startsWith("12 runs: 2 of training.rate, 2 seeds x 3");
        List<String> merge =
                new ArrayList<>(
                        List.of("runs", "merge", "--store", folder.resolve("runs.db").toString()));
        for (int shard = 1; shard <= 5; shard++) {
            String file = folder.resolve("shard-" + shard + ".db").toString();
            Ran ran = with(sweep, file, "--shard", shard + "/5");
            int size = shard <= 2 ? 3 : 2;
            assertThat(ran.out())
                    .contains("; shard " + shard + " of 5: " + size + " runs; ")
                    .contains("\n" + size + " of " + size + " runs in ");
            assertThat(with(sweep, file, "--shard", shard + "/5", "--resume").out())
                    .contains("\n" + size + " of " + size + " runs in ");
            merge.add(file);
        }
        assertThat(Ran.with(merge.toArray(String[]::new)))
                .isEqualTo(new Ran(0, "added 12 runs\n", ""));
        assertThat(Ran.with(merge.toArray(String[]::new)))
                .isEqualTo(new Ran(0, "added 0 runs; already there: 12\n", ""));
        assertThat(numbers("runs.db")).hasSize(12).isEqualTo(numbers("whole.db"));
    }

    private static Ran with(String[] args, String... more) {
        return Ran.with(
                Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
    }

    /// The metrics of all epochs, without the times, and the weights by fingerprint.
    private Map<String, String> numbers(String name) {
        try (RunStore store = RunStore.open(folder.resolve(name))) {
            return store.list().stream()
                    .collect(
                            Collectors.toMap(
                                    run -> store.start(run.id()).fingerprint(),
                                    run ->
                                            text(store.metrics(run.id()))
                                                    + Arrays.toString(
                                                            store.weights(run.id())
                                                                    .orElseThrow())));
        }
    }

    private static String text(MetricLog.View log) {
        return IntStream.range(0, log.size())
                .boxed()
                .flatMap(row ->
                        Arrays.stream(MetricLog.Column.values())
                                .filter(column -> column != MetricLog.Column.SECONDS)
                                .map(column -> Double.toHexString(log.value(column, row))))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aShardBeyondTheRunsIsEmptyAndNoShardIsWrongUsage() {
        assertThat(xor("--repeats", "2", "--shard", "3/3").out()).contains("\n0 of 0 runs in ");
        for (String shard : List.of("0/3", "4/3", "1/0", "1", "a/b", "1/10001")) {
            Ran ran = xor("--repeats", "2", "--shard", shard);
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .isEqualTo(
                            "mlp-explorer: The shard is \""
                                    + shard
                                    + "\", but must be like 3/20: the number of the shard, from 1,"
                                    + " and the number of shards, at most 10,000.\n");
        }
    }

    @Test
    void nothingToVaryIsWrongUsage() {
        Ran ran = xor();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "mlp-explorer: There is nothing to vary; add an axis, for example"
                                + " --axis model.hidden=1,2,4,8, or set --repeats or --folds.\n");
        assertThat(xor("--repeats", "2", "--jobs", "0").code()).isEqualTo(2);
    }

    @Test
    void aBadAxisIsBadInputAndTrainsNothing() {
        Ran ran = xor("--axis", "training.rate=1,-1");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualTo("mlp-explorer: training.rate is -1, but must be from 1e-12 to 1,000.\n");
    }

    @Test
    void theBarTellsHowManyRunsAreOverAndTheTimeLeft() {
        assertThat(SweepReport.line(new SweepRunner.Progress(18, 72, 0, OptionalDouble.of(3.4))))
                .isEqualTo("[#######                       ]  25%  18 of 72 runs  3 s left");
        assertThat(SweepReport.line(new SweepRunner.Progress(0, 72, 0, OptionalDouble.empty())))
                .endsWith("  0 of 72 runs");
    }
}
