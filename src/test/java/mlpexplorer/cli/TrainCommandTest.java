package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.RunStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class TrainCommandTest {
    @TempDir private Path folder;

    private static JsonNode json(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void saysWhatItTrainsAndHowItWent() {
        Ran ran = Ran.with("train", "--preset", "xor-mlp");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(
                        ran.out()
                                .replaceFirst("[0-9.]+ s\\)", "T s)")
                                .replaceFirst("run \\d+\n", "run N\n"))
                .isEqualTo(
                        """
                        XOR with hidden ReLU units. One hidden layer bends the line, and all four rows of the XOR table are classified correctly.
                        expected: accuracy of 100%
                        XOR truth table, split 100/0/0% · 8 ReLU, He init · SGD, rate 0.3, full batch
                        network 2-8-2, 42 parameters; 4 rows to train, 0 rows to validate, 0 rows to test
                        finished after 300 epochs (300 updates, T s): all epochs done
                                        loss  accuracy
                        train       0.001525    100.0%
                        validation         -         -
                        test               -         -
                        saved as run N
                        """);
    }

    @Test
    void showsThePenaltyApartFromTheLoss() {
        Ran ran =
                Ran.with(
                        "train",
                        "--no-store",
                        "--set",
                        "training.regularizer=l2",
                        "--set",
                        "training.stop.epochs=1");
        assertThat(ran.out().lines().toList().getLast()).matches("penalty +0\\.0\\d{4}");
    }

    @Test
    void printsOneJsonObject() throws IOException {
        Ran ran = Ran.with("train", "--preset", "xor-softmax", "--json");
        JsonNode json = json(ran);
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "outcome",
                        "reason",
                        "epochs",
                        "epoch",
                        "updates",
                        "seconds",
                        "parameters",
                        "train",
                        "validation",
                        "test",
                        "fingerprint");
        assertThat(json.get("outcome").asText()).isEqualTo("finished");
        assertThat(json.get("epochs").asLong()).isEqualTo(200);
        assertThat(json.get("parameters").asLong()).isEqualTo(6);
        assertThat(json.get("train").get("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(json.get("test").get("loss").isNull()).isTrue();
        assertThat(json.get("fingerprint").asText())
                .isEqualTo(Presets.named("xor-softmax").start().fingerprint());
    }

    @Test
    void quietPrintsNothing() {
        assertThat(Ran.with("train", "--preset", "xor-softmax", "--quiet", "--no-store"))
                .isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void quietJsonPrintsTheObjectAlone() {
        assertThat(Ran.with("train", "--preset", "xor-softmax", "--quiet", "--json").out().lines())
                .hasSize(1);
    }

    @Test
    void writesTheRunIntoAFolderThatIsEnoughToRepeatIt() throws IOException {
        String first = folder.resolve("first").toString();
        String second = folder.resolve("second").toString();
        assertThat(Ran.with("train", "--preset", "worked-example", "--out", first).out())
                .endsWith("written to " + first + "\n");
        Ran again =
                Ran.with(
                        "train",
                        "--spec",
                        first + "/spec.json",
                        "--weights",
                        first + "/initial.npz",
                        "--out",
                        second,
                        "--json");
        assertThat(again.code()).isZero();
        assertThat(json(again).get("fingerprint").asText())
                .isEqualTo(Presets.named("worked-example").start().fingerprint());
        for (String name :
                new String[] {
                    "spec.json", "initial.npz", "model.npz", "model.json", "split.csv", "data.csv"
                }) {
            assertThat(folder.resolve("second").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
        }
    }

    @Test
    void trainsOnFromAModelFile() throws IOException {
        Ran.with("train", "--preset", "xor-mlp", "--out", folder.toString(), "--quiet");
        Ran on =
                Ran.with(
                        "train",
                        "--preset",
                        "xor-mlp",
                        "--weights",
                        folder + "/model.json",
                        "--set",
                        "training.stop.epochs=1",
                        "--json");
        assertThat(json(on).get("train").get("accuracy").asDouble()).isEqualTo(1);
    }

    @Test
    void settingsChangeTheSpecification() throws IOException {
        Ran.with(
                "train",
                "--set",
                "data=spiral",
                "--set",
                "model.hidden=4,4",
                "--set",
                "training.optimizer.type=adam",
                "--set",
                "training.stop.epochs=1",
                "--out",
                folder.toString(),
                "--quiet");
        RunSpec spec = SpecJson.read(folder.resolve("spec.json"));
        assertThat(SpecJson.canonical(spec))
                .contains(
                        "\"type\":\"spiral\"",
                        "\"hidden\":[4,4]",
                        "\"type\":\"adam\"",
                        "\"epochs\":1,");
    }

    @Test
    void divergenceIsExitCodeOneWithAdviceAndKeepsWhatWasDone() {
        Ran ran =
                Ran.with(
                        "train",
                        "--set",
                        "training.rate=900",
                        "--set",
                        "model.activation=relu",
                        "--json",
                        "--out",
                        folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("{\"outcome\": \"diverged\", \"reason\": \"epoch 1, layer ");
        assertThat(ran.err())
                .matches(
                        "mlp-explorer: Training diverged in epoch 1, first in layer \\d \\(loss"
                            + " [0-9.eNa]+\\); try a third of the rate, --set training.rate=300, or"
                            + " clipping, --set training.clip=1\\.\\R");
        assertThat(folder.resolve("model.npz")).exists();
    }

    @Test
    void saysWhyItEndedEarly() {
        assertThat(
                        Ran.with(
                                        "train",
                                        "--set",
                                        "training.rate=1",
                                        "--set",
                                        "training.stop.patience=5")
                                .out())
                .containsPattern(
                        "finished after \\d+ epochs .*: stopped early, weights of epoch \\d+"
                                + " restored");
        assertThat(Ran.with(overfitting("--no-store")).out())
                .containsPattern(
                        "finished after 60 epochs .*: all epochs done, weights of epoch \\d+"
                                + " restored");
        assertThat(Ran.with("train", "--set", "training.stop.loss=0.5").out())
                .contains(": target loss reached");
        assertThat(Ran.with("train", "--set", "training.stop.seconds=0.001").out())
                .contains(": time limit reached");
    }

    @Test
    void theStoreKeepsTheBestWeightsAndTellsTheirEpochAndWhyTheRunEnded() throws IOException {
        String store = folder.resolve("runs.db").toString();
        JsonNode result =
                json(
                        Ran.with(
                                overfitting(
                                        "--store",
                                        store,
                                        "--out",
                                        folder.resolve("out").toString(),
                                        "--json")));
        long epoch = result.get("epoch").asLong();
        assertThat(epoch).isLessThan(60);
        assertThat(result.get("reason").asText()).isEqualTo("epochs_done");
        JsonNode shown = json(Ran.with("runs", "show", "last", "--store", store, "--json"));
        assertThat(shown.get("epochs").asLong()).isEqualTo(60);
        assertThat(shown.get("epoch").asLong()).isEqualTo(epoch);
        assertThat(shown.get("best").get("epoch").asLong()).isEqualTo(epoch);
        assertThat(shown.get("reason").asText()).isEqualTo("epochs_done");
        assertThat(shown.get("validation")).isEqualTo(result.get("validation"));
        assertThat(Ran.with("runs", "show", "last", "--store", store).out())
                .containsPattern(
                        "finished after 60 epochs .*: epochs done, weights of epoch "
                                + epoch
                                + "\\n");
        Ran.with(
                "runs",
                "export",
                "last",
                "--store",
                store,
                "--out",
                folder.resolve("stored").toString());
        for (String name : new String[] {"model.npz", "metrics.csv"}) {
            assertThat(folder.resolve("stored").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("out").resolve(name));
        }
    }

    /// A run whose validation loss is smallest before its last epoch.
    private static String[] overfitting(String... more) {
        Stream<String> settings =
                Stream.of(
                                "data.noise=0.4",
                                "training.rate=0.3",
                                "training.stop.epochs=60",
                                "training.stop.patience=50")
                        .flatMap(setting -> Stream.of("--set", setting));
        return Stream.of(Stream.of("train"), settings, Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @Test
    void earlyStoppingWithoutAValidationPartIsBadInput() {
        Ran ran = Ran.with("train", "--preset", "xor-mlp", "--set", "training.stop.patience=5");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains(
                        "training.stop.patience is 5, but data.split leaves no validation rows out"
                                + " of 4,");
    }

    @Test
    void aFileInPlaceOfTheFolderIsBadInput() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        Ran expected =
                new Ran(3, "", "mlp-explorer: " + taken + " is a file, but must be a folder.\n");
        assertThat(Ran.with("train", "--out", taken.toString())).isEqualTo(expected);
        assertThat(Ran.with("train", "--out", taken.resolve("below").toString()))
                .isEqualTo(expected);
    }

    @Test
    void badInputWritesNothing() throws IOException {
        Ran.with("train", "--set", "training.rate=0", "--out", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private Path model(String epochs) {
        Ran ran =
                Ran.with(
                        "train",
                        "--no-store",
                        "--quiet",
                        "--set",
                        "training.optimizer=adam",
                        "--set",
                        "training.stop.epochs=" + epochs,
                        "--out",
                        folder.resolve(epochs).toString());
        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        return folder.resolve(epochs).resolve("model.mlpm.zip");
    }

    @Test
    void aModelFileContinuesItsTraining() throws IOException {
        Path half = model("4");
        Path store = folder.resolve("runs.db");
        Ran ran =
                Ran.with(
                        "train",
                        "--model",
                        half.toString(),
                        "--set",
                        "training.stop.epochs=9",
                        "--json",
                        "--store",
                        store.toString(),
                        "--out",
                        folder.resolve("on").toString());
        assertThat(ran.err()).isEmpty();
        assertThat(json(ran).path("epochs").asInt()).isEqualTo(9);
        assertThat(folder.resolve("on/model.mlpm.zip")).hasSameBinaryContentAs(model("9"));
        try (RunStore open = RunStore.open(store)) {
            RunStart start = open.start(1);
            assertThat(start.resumed().orElseThrow().epoch()).isEqualTo(4);
            assertThat(start.fingerprint()).isEqualTo(json(ran).path("fingerprint").asText());
        }
    }

    @Test
    void aModelThatIsTrainedNeedsMoreEpochs() {
        assertThat(Ran.with("train", "--no-store", "--model", model("4").toString()))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: The model has been trained for 4 epochs, and"
                                    + " training.stop.epochs is 4; allow more, for example --set"
                                    + " training.stop.epochs=8.\n"));
    }

    @Test
    void aModelThatWasEndedEarlyNamesTheRule() {
        String file = model("4").toString();
        assertThat(
                        Ran.with(
                                "train",
                                "--no-store",
                                "--model",
                                file,
                                "--set",
                                "training.stop.epochs=9",
                                "--set",
                                "training.stop.loss=10"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: The training of the model was ended by"
                                        + " training.stop.loss; change it, or continue without it:"
                                        + " --set training.stop.loss=null.\n"));
    }

    @Test
    void aModelContinuesOnItsOwnDataOnly() {
        String file = model("4").toString();
        Ran ran = Ran.with("train", "--no-store", "--model", file, "--set", "data.noise=0.2");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("use --weights " + file + ".");
        Ran other =
                Ran.with(
                        "train",
                        "--no-store",
                        "--weights",
                        file,
                        "--set",
                        "data.noise=0.2",
                        "--set",
                        "training.stop.epochs=1");
        assertThat(other.code()).isZero();
    }
}
