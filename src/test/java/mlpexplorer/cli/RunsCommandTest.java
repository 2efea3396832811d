package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.experiment.store.Recording;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.StoredRuns;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Three runs: 1 the XOR table without a hidden layer, 2 with eight units, 3 like 2 with another
/// seed.
final class RunsCommandTest {
    @TempDir private static Path prepared;

    @TempDir private Path folder;

    private Ran runs(String... args) {
        List<String> all =
                new ArrayList<>(
                        List.of("runs", args[0], "--store", folder.resolve("runs.db").toString()));
        all.addAll(List.of(args).subList(1, args.length));
        return Ran.with(all.toArray(String[]::new));
    }

    private Ran train(String... args) {
        return train(folder, args);
    }

    private static Ran train(Path folder, String... args) {
        List<String> all =
                new ArrayList<>(List.of("train", "--store", folder.resolve("runs.db").toString()));
        all.addAll(List.of(args));
        return Ran.with(all.toArray(String[]::new));
    }

    private static JsonNode json(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    @BeforeAll
    static void trainThreeRuns() {
        train(prepared, "--preset", "xor-softmax", "--quiet");
        train(prepared, "--preset", "xor-mlp", "--quiet");
        train(prepared, "--preset", "xor-mlp", "--quiet", "--set", "seeds.init=2");
    }

    @BeforeEach
    void copyTheRuns() throws IOException {
        Files.copy(prepared.resolve("runs.db"), folder.resolve("runs.db"));
    }

    private List<Integer> ids(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.addFirst("list");
        all.add("--json");
        return json(runs(all.toArray(String[]::new))).findValuesAsText("id").stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void trainTellsTheNumberOfItsRun() {
        assertThat(train("--preset", "xor-mlp").out()).contains("\nsaved as run 4\n");
        assertThat(train("--preset", "xor-mlp", "--quiet").out()).isEmpty();
    }

    @Test
    void noStoreKeepsNothing() throws IOException {
        assertThat(Ran.with("train", "--preset", "xor-mlp", "--no-store").out())
                .doesNotContain("saved as");
        assertThat(ids()).hasSize(3);
    }

    @Test
    void mergeCreatesTheDatabaseUnlessAFileCannotBeMerged() {
        String into = folder.resolve("all.db").toString();
        String from = folder.resolve("runs.db").toString();
        String none = folder.resolve("none.db").toString();
        assertThat(Ran.with("runs", "merge", "--store", into, from, none))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: "
                                        + none
                                        + " cannot be read: there is no such file or folder.\n"));
        assertThat(folder.resolve("all.db")).doesNotExist();
        assertThat(Ran.with("runs", "merge", "--store", into, from))
                .isEqualTo(new Ran(0, "added 3 runs\n", ""));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("runs.db", "all.db");
        assertThat(Ran.with("runs", "list", "--store", into).out().lines()).hasSize(4);
        assertThat(Ran.with("runs", "merge", "--store", into).code()).isEqualTo(2);
    }

    @Test
    void storeAndNoStoreExcludeEachOther() {
        assertThat(train("--no-store").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listIsATableTheNewestFirst() {
        Ran ran = runs("list");
        assertThat(ran.err()).isEmpty();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .matches(
                        "run +id +started +params +rate +epochs +seconds +train +validation +test"
                                + " +outcome");
        assertThat(lines.get(1))
                .matches(
                        "XOR truth table · 8 ReLU · SGD +3 +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +42"
                                + " +[0-9.]+ +300 +[0-9.]+ +100\\.0% +- +- +finished");
    }

    @Test
    void listPicksSortsAndLimits() throws IOException {
        assertThat(ids("--filter", "train_acc > 0.9 and hidden = 8")).containsExactly(3, 2);
        assertThat(ids("--sort", "id")).containsExactly(1, 2, 3);
        assertThat(ids("--sort", "-train_acc", "--limit", "1")).containsExactly(3);
        assertThat(ids("--sort", "params", "--limit", "1")).containsExactly(1);
        assertThat(runs("list", "--filter", "id = 99").out()).isEqualTo("no matching runs\n");
    }

    @Test
    void aWrongFilterIsWrongUsageWithTheColumn() {
        assertThat(runs("list", "--filter", "val_ac > 1"))
                .isEqualTo(
                        new Ran(
                                ExitCode.USAGE,
                                "",
                                "mlp-explorer: Column 1 of the filter: \"val_ac\" is not a field;"
                                        + " did you mean val_acc?\n"));
    }

    @Test
    void aWrongOrderIsTold() {
        assertThat(runs("list", "--sort", "beauty").err())
                .isEqualTo(
                        "mlp-explorer: \"beauty\" is not a field to sort by; examples are val_acc,"
                                + " seconds and rate.\n");
    }

    @Test
    void showTellsEverything() {
        String out = runs("show", "2").out();
        assertThat(out)
                .startsWith("run 2: XOR truth table · 8 ReLU · SGD\n")
                .contains(
                        "\nfinished after 300 epochs (300 updates, ",
                        " s): epochs done\n",
                        "42 parameters, fingerprint ",
                        "\ntrain       0.001525    100.0%\n",
                        "{\"data\": {\"type\": \"xorTable\"");
    }

    @Test
    void showTellsOfReveals() throws IOException {
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            Recording recording = recorder.begin(StoredRuns.run());
            recording.finish(StoredRuns.log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
            recorder.revealed(recording, 2);
        }
        assertThat(runs("show", "4").out()).contains("test scores revealed 2 times\n");
        assertThat(runs("show", "3").out()).doesNotContain("revealed");
        assertThat(json(runs("show", "4", "--json")).get("reveals").asInt()).isEqualTo(2);
    }

    @Test
    void showTellsThatTheFileOfARunIsGone() {
        Path gone = folder.resolve("gone.csv");
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            recorder.begin(StoredRuns.run("data.type=csv", "data.path=" + gone))
                    .finish(StoredRuns.log(4).view(), StoredRuns.end(4), StoredRuns.WEIGHTS);
        }
        assertThat(runs("show", "last").out())
                .contains("the data file " + gone + " no longer exists;");
        assertThat(runs("show", "3").out()).doesNotContain("no longer exists");
    }

    @Test
    void showAsJsonHasTheSpecification() throws IOException {
        JsonNode json = json(runs("show", "last", "--json"));
        assertThat(json.get("id").asInt()).isEqualTo(3);
        assertThat(json.get("outcome").asText()).isEqualTo("finished");
        assertThat(json.get("spec").get("seeds").get("init").asInt()).isEqualTo(2);
        assertThat(
                        json(runs(
                                        "show",
                                        json.get("fingerprint").asText().substring(0, 12),
                                        "--json"))
                                .get("id")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void aRunThatIsNotThereIsBadInput() {
        assertThat(runs("show", "99"))
                .isEqualTo(
                        new Ran(
                                ExitCode.BAD_INPUT,
                                "",
                                "mlp-explorer: There is no run 99; list the runs with: runs"
                                        + " list.\n"));
    }

    @Test
    void aStoreThatIsNotThereIsBadInput() {
        assertThat(Ran.with("runs", "list", "--store", folder + "/nowhere.db"))
                .isEqualTo(
                        new Ran(
                                ExitCode.BAD_INPUT,
                                "",
                                "mlp-explorer: "
                                        + folder
                                        + "/nowhere.db cannot be read: there is no such file or"
                                        + " folder.\n"));
        assertThat(folder.resolve("nowhere.db")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeAStoreLetsTrainGoOn() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        Ran ran =
                Ran.with("train", "--preset", "xor-mlp", "--quiet", "--store", taken + "/runs.db");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .startsWith("mlp-explorer: The run database " + taken)
                .endsWith("; runs are kept in memory until the program exits.\n")
                .hasLineCount(1);
    }

    @Test
    void exportWritesWhatTrainWrote() throws IOException {
        Path trained = folder.resolve("trained");
        train("--preset", "xor-mlp", "--quiet", "--out", trained.toString());
        Path exported = folder.resolve("exported");
        assertThat(runs("export", "last", "--out", exported.toString()).out())
                .isEqualTo("run 4 written to " + exported + "\n");
        for (String name : List.of("spec.json", "metrics.csv", "model.npz")) {
            assertThat(exported.resolve(name)).hasSameBinaryContentAs(trained.resolve(name));
        }
    }

    @Test
    void exportWritesGivenWeightsAndFromThemTheRunComesAgain() throws IOException {
        train("--preset", "worked-example", "--quiet");
        Path exported = folder.resolve("exported");
        runs("export", "last", "--out", exported.toString());
        train(
                "--spec",
                exported.resolve("spec.json").toString(),
                "--weights",
                exported.resolve("initial.npz").toString(),
                "--quiet");
        assertThat(
                        ids(
                                "--filter",
                                "fingerprint = "
                                        + json(runs("show", "4", "--json"))
                                                .get("fingerprint")
                                                .textValue()))
                .containsExactly(5, 4);
        runs("export", "last", "--out", folder.resolve("again").toString());
        assertThat(folder.resolve("again/model.npz"))
                .hasSameBinaryContentAs(exported.resolve("model.npz"));
        runs("export", "1", "--out", folder.resolve("drawn").toString());
        assertThat(folder.resolve("drawn/initial.npz")).doesNotExist();
    }

    @Test
    void severalExportsGetAFolderEach() {
        runs("export", "1", "2", "--out", folder.resolve("all").toString());
        assertThat(folder.resolve("all/run-1/spec.json")).exists();
        assertThat(folder.resolve("all/run-2/model.npz")).exists();
    }

    @Test
    void deletedRunsCanBeBroughtBack() throws IOException {
        assertThat(runs("delete", "1", "last").out())
                .isEqualTo("deleted 2 runs; runs delete --undo restores them\n");
        assertThat(ids()).containsExactly(2);
        assertThat(runs("delete", "--undo").out()).isEqualTo("restored 2 runs\n");
        assertThat(runs("delete", "--undo").out()).isEqualTo("nothing to restore\n");
        assertThat(ids()).containsExactly(3, 2, 1);
    }

    @Test
    void deleteTakesAFilter() throws IOException {
        assertThat(runs("delete", "--filter", "hidden = 8").out()).startsWith("deleted 2 runs");
        assertThat(ids()).containsExactly(1);
    }

    @Test
    void nothingIsDeletedIfOneOfTheNamesIsWrong() throws IOException {
        assertThat(runs("delete", "1", "99").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ids()).hasSize(3);
    }

    @Test
    void diffOfTwoSeedsIsChance() {
        assertThat(runs("diff", "2", "3").out().lines())
                .contains("only the seeds differ: this is the same experiment")
                .anyMatch(line -> line.matches("seeds\\.init +1 +2"));
    }

    @Test
    void diffWarnsOfSeveralFactors() throws IOException {
        assertThat(runs("diff", "1", "2").out().lines().toList().getLast())
                .startsWith("warning: ")
                .contains("model.hidden", "so you cannot tell which one made the difference");
        assertThat(json(runs("diff", "1", "2", "--json")).get("confounded").asBoolean()).isTrue();
    }

    @Test
    void scoresOnDifferentDataCannotBeCompared() throws IOException {
        train(
                "--preset",
                "xor-mlp",
                "--quiet",
                "--set",
                "data.type=xor",
                "--set",
                "data.split=1,0,0");
        assertThat(runs("diff", "3", "4").out().lines().toList().getLast())
                .isEqualTo("warning: different data, so the scores cannot be compared");
        assertThat(json(runs("diff", "3", "4", "--json")).get("otherData").asBoolean()).isTrue();
    }

    @Test
    void aSweepIsKeptAndResumed() throws IOException {
        List<String> sweep =
                List.of(
                        "sweep",
                        "--store",
                        folder.resolve("runs.db").toString(),
                        "--preset",
                        "xor-mlp",
                        "--axis",
                        "model.hidden=2,8",
                        "--quiet");
        Ran.with(sweep.toArray(String[]::new));
        assertThat(ids("--filter", "tag = sweep")).hasSize(2);
        List<String> again = new ArrayList<>(sweep);
        again.addAll(List.of("--resume", "--axis", "training.rate=0.1,0.2"));
        Ran.with(again.toArray(String[]::new));
        assertThat(Ran.with(again.toArray(String[]::new)).code()).isZero();
        assertThat(ids("--filter", "tag = sweep")).hasSize(6);
    }

    @Test
    void runsAloneNeedsAVerb() {
        assertThat(Ran.with("runs").err())
                .isEqualTo(
                        "mlp-explorer: A command is missing; the commands are list, show, export,"
                                + " delete, merge, diff.\n");
    }
}
