package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.Python;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

final class ModelFileTest {
    @TempDir private Path folder;

    private static RunSpec spec(int epochs, String... settings) {
        RunSpec spec =
                SpecJson.set(
                        new RunSpec(),
                        List.of("data.samples=60", "model.hidden=5", "training.batch=7"));
        return SpecJson.set(
                SpecJson.set(spec, List.of(settings)), List.of("training.stop.epochs=" + epochs));
    }

    private static RunLoop trained(RunStart start) {
        RunLoop loop = new RunLoop(start, () -> 0);
        loop.run(() -> false, _ -> {});
        return loop;
    }

    private static TrainedModel model(String... settings) {
        RunSpec spec = spec(5, settings);
        return trained(new RunStart(spec)).model(spec);
    }

    private Path written(TrainedModel model) {
        return AtomicFile.write(folder.resolve("m" + ModelFile.SUFFIX), ModelFile.content(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.optimizer=sgd",
                "training.optimizer=momentum",
                "training.optimizer=nesterov",
                "training.optimizer=rmsprop",
                "training.optimizer=adagrad",
                "training.optimizer=adam",
                "training.optimizer=adamw",
                "training.schedule=lossRatio",
                "training.schedule=cosine",
                "training.schedule=plateau",
                "training.dropout=0.3",
                "training.stop.patience=3",
                "training.stop.tolerance=1e-9",
                "training.regularizer=l1",
                "data.type=hills"
            })
    void trainingContinuesToTheBit(String setting) {
        Path file = written(model(setting));
        RunStart read = ModelFile.read(file).start();
        RunSpec longer = spec(12, setting);
        RunLoop continued = trained(new RunStart(longer, read.weights(), read.resumed()));
        RunLoop whole = trained(new RunStart(longer));
        assertThat(ModelFile.bytes(continued.model(longer)))
                .isEqualTo(ModelFile.bytes(whole.model(longer)));
        assertThat(continued.result().end()).isEqualTo(whole.result().end());
        MetricLog.View log = continued.log();
        assertThat(log.value(MetricLog.Column.EPOCH, 0)).isEqualTo(5);
        assertThat(log.value(MetricLog.Column.TRAIN_LOSS, 2))
                .isEqualTo(whole.log().value(MetricLog.Column.TRAIN_LOSS, 7));
    }

    @Test
    void weightsRestoredByEarlyStoppingKeepTheirEpoch() {
        String patience = "training.stop.patience=1";
        RunSpec spec = spec(400, patience, "training.rate=1");
        TrainedModel model = trained(new RunStart(spec)).model(spec);
        TrainedModel read = ModelFile.read(written(model));
        assertThat(read.epoch()).isEqualTo(model.epoch());
        assertThat(read.checkpoint().orElseThrow().epoch()).isGreaterThan(read.epoch());
        assertThat(ModelFile.bytes(read)).isEqualTo(ModelFile.bytes(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.stop.epochs=5",
                "training.stop.loss=0.6",
                "training.stop.tolerance=1e-3",
                "training.stop.patience=2"
            })
    void aModelAtItsEndIsNotTrainedFurther(String stop) {
        RunSpec spec = SpecJson.set(spec(400, "training.rate=0.3"), List.of(stop));
        RunLoop ended = trained(new RunStart(spec));
        assertThat(ended.result().end().epochs()).isLessThan(400);
        Path file = written(ended.model(spec));
        RunLoop opened = new RunLoop(ModelFile.read(file).start(), () -> 0);
        assertThat(opened.isFinished()).isTrue();
        RunResult result = opened.run(() -> false, _ -> {});
        assertThat(result.end()).isEqualTo(ended.result().end());
        assertThat(ModelFile.bytes(opened.model(spec)))
                .isEqualTo(ModelFile.bytes(ended.model(spec)));
    }

    @Test
    void aModelWithoutStateStartsANewTraining() {
        TrainedModel model = model();
        RunSpec spec = model.spec();
        TrainedModel bare =
                TrainedModel.of(spec, spec.splitData(), model.parameters(), model.epoch());
        TrainedModel read = ModelFile.read(written(bare));
        assertThat(read.start().resumed()).isEmpty();
        assertThat(read.start().weights()).isPresent();
        assertThat(read.features()).containsExactly("x1", "x2");
        assertThat(read.scaling().mean(1)).isEqualTo(model.scaling().mean(1));
    }

    @Test
    void aContinuedRunHasAFingerprintOfItsOwn() {
        TrainedModel model = model("training.optimizer=adam");
        RunStart continued = model.start();
        assertThat(continued.fingerprint())
                .isNotEqualTo(new RunStart(model.spec(), continued.weights()).fingerprint())
                .isEqualTo(ModelFile.read(ModelFile.bytes(model)).start().fingerprint());
    }

    @Test
    void numpyReadsTheArrays() throws Exception {
        Path file = written(model("training.optimizer=adam"));
        Python.run(
                """
                import sys, json, numpy as np
                m = np.load(sys.argv[1])
                spec = json.loads(m['model.json'])
                assert spec['classes'] == ['0', '1'] and spec['version'] == 1
                assert m['W1'].shape == (2, 5) and m['b2'].shape == (2,)
                assert m['mean'].shape == (2,) and (m['deviation'] > 0).all()
                assert m['v_W1'].shape == (2, 5) and (m['v_W1'] >= 0).all()
                """,
                file.toString());
    }

    private static SequencedMap<String, byte[]> entries(TrainedModel model) throws IOException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ModelFile.bytes(model)));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("hostile" + ModelFile.SUFFIX);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    private static byte[] replaced(byte[] json, String before, String after) {
        String text = new String(json, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> ModelFile.read(file))
                .withMessage(file + " cannot be used as a model: " + reason + ".");
    }

    @Test
    void unexpectedEntriesAreRefused() throws IOException {
        for (String name : List.of("../../evil.npy", "W9.npy", "x.txt", "W1", "a/W1.npy")) {
            SequencedMap<String, byte[]> entries = entries(model());
            entries.put(name, new byte[1 << 20]);
            assertRefused(zip(entries), "it contains the unexpected entry \"" + name + "\"");
        }
    }

    @Test
    void arraysOfAnotherSizeAreRefused() throws IOException {
        SequencedMap<String, byte[]> entries = entries(model());
        byte[] w1 = entries.get("W1.npy");
        entries.put("W1.npy", Arrays.copyOf(w1, 50_000_000));
        assertRefused(zip(entries), "in W1.npy, it is larger than its shape");
        entries.put("W1.npy", Arrays.copyOf(w1, w1.length - 1));
        assertRefused(zip(entries), "it is damaged: it ends in W1.npy");
        entries.put("W1.npy", entries.get("b2.npy"));
        assertRefused(zip(entries), "in W1.npy, its shape is (2,), but the network needs (2, 5)");
        entries.remove("W1.npy");
        assertRefused(zip(entries), "it has no array W1");
    }

    @Test
    void otherDescriptionsAreRefused() throws IOException {
        SequencedMap<String, byte[]> entries = entries(model());
        byte[] json = entries.get("model.json");
        entries.put("model.json", replaced(json, "\"version\": 1", "\"version\": 2"));
        assertRefused(
                zip(entries),
                "it was written by a newer version of the program (format 2, but this version"
                        + " reads 1)");
        entries.put("model.json", replaced(json, "mlp-explorer-model", "cats"));
        assertRefused(zip(entries), "its model.json is not that of a model");
        entries.put("model.json", replaced(json, "\"softmax\"", "\"magic\""));
        assertRefused(zip(entries), "output is \"magic\", but must be \"softmax\" or \"linear\"");
        entries.put("model.json", replaced(json, "[\"0\", \"1\"]", "[]"));
        assertRefused(zip(entries), "classes is [], but must be an array of names");
        entries.put("model.json", replaced(json, "\"hidden\": [5]", "\"hidden\": [5000]"));
        assertRefused(zip(entries), "model.hidden[0] is 5,000, but must be from 1 to 1,024");
        entries.put("model.json", new byte[20_000_000]);
        assertRefused(zip(entries), "model.json is larger than 16 MB, the maximum");
        entries.remove("model.json");
        assertRefused(zip(entries), "it does not start with model.json");
    }

    @Test
    void filesThatAreNoModelsAreRefused() throws IOException {
        assertRefused(
                Files.writeString(folder.resolve("a.txt"), "abc"),
                "it does not start with model.json");
        assertRefused(folder, "it is a folder");
        assertRefused(folder.resolve("none"), "there is no such file or folder");
    }
}
