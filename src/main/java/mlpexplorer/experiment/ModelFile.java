package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.Scaling;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.Npy;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Score;
import mlpexplorer.training.Checkpoint;
import mlpexplorer.training.EpochMetrics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A [TrainedModel] as a file, `.mlpm.zip`: `model.json` and arrays in NumPy's `.npy` form, so that
/// `numpy.load` opens it.
///
/// - `model.json`: `format`, `version`, `spec`, `inputs` (names of the raw features), `image`
///   (height and width, or null), `classes`, `output` (`softmax`, or `linear` in regression,
///   without classes), `epoch`, and `state` (null if the file cannot continue the training).
/// - `mean`, `deviation`: the scaling, one number per input of the network, which are the features
///   or, if the spec has `data.inputs`, computed from them; in regression, `target`: mean and
///   deviation of the target.
/// - `W1`, `b1`, `W2`, …: weights (fan-in × fan-out) and biases.
/// - With a state: the optimizer's memory as `velocity_W1`, `squares_W1` or `m_W1` and `v_W1`, …;
///   `schedule`, the numbers of the learning-rate schedule; and, unless they are the weights above,
///   the best weights so far as `best_W1`, ….
///
/// Files are read from their start, entry by entry. Only the expected arrays in their expected size
/// are read; any other entry is an error.
public final class ModelFile {
    /// The end of the name of a model file.
    public static final String SUFFIX = ".mlpm.zip";

    static final String FORMAT = "mlp-explorer-model";
    static final int VERSION = 1;
    static final String JSON = "model.json";
    private static final String ARRAY = ".npy";
    static final String SOFTMAX = "softmax";
    static final String LINEAR = "linear";
    private static final int MAX_JSON_BYTES = 16 << 20;

    private ModelFile() {}

    /// Writes a model file; paths of data files are relative to its folder.
    public static void write(Path file, TrainedModel model) {
        RunSpec placed = SpecFolder.of(file).relative(model.spec());
        AtomicFile.write(file, content(model.withSpec(placed)));
    }

    /// The content of a model file.
    public static AtomicFile.Content content(TrainedModel model) {
        return out -> write(model, out);
    }

    /// The bytes of a model file.
    public static byte[] bytes(TrainedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to.", e);
        }
        return bytes.toByteArray();
    }

    /// The model in `file`; throws [UserError] if it cannot be used.
    public static TrainedModel read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, "it is a folder");
            }
            try (InputStream in = Files.newInputStream(file)) {
                TrainedModel model = read(in);
                return model.withSpec(SpecFolder.of(file).opened(model.spec()));
            }
        } catch (IOException e) {
            throw unusable(file.toString(), UserError.reason(e), e);
        } catch (UserError | IllegalArgumentException e) {
            throw unusable(file.toString(), inner(e), e);
        }
    }

    /// The model in the bytes of a model file; throws [UserError] if it cannot be used.
    public static TrainedModel read(byte[] bytes) {
        try {
            return read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw unusable("What is stored", UserError.reason(e), e);
        } catch (UserError | IllegalArgumentException e) {
            throw unusable("What is stored", inner(e), e);
        }
    }

    /// Whether the bytes of a zip file start like a model file.
    public static boolean isModel(byte[] bytes) {
        try {
            ZipEntry first = new ZipInputStream(new ByteArrayInputStream(bytes)).getNextEntry();
            return first != null && first.getName().equals(JSON);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static UserError unusable(String what, String reason, Throwable cause) {
        return UserError.input(what + " cannot be used as a model: " + reason + ".", cause);
    }

    private static String inner(RuntimeException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\.$", "");
    }

    private static void write(TrainedModel model, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        begin(zip, JSON);
        zip.write(JsonText.sections(json(model)).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (Map.Entry<String, Array> array : Arrays.of(model).named().entrySet()) {
            begin(zip, array.getKey() + ARRAY);
            zip.write(Npy.bytes(array.getValue().values(), array.getValue().shape()));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Npz.ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    private static ObjectNode json(TrainedModel model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("version", VERSION);
        json.set("spec", SpecWriter.tree(model.spec()));
        model.features().forEach(json.putArray("inputs")::add);
        model.image()
                .ifPresentOrElse(
                        size -> json.putArray("image").add(size.height()).add(size.width()),
                        () -> json.putNull("image"));
        model.classes().forEach(json.putArray("classes")::add);
        json.put("output", model.classes().isEmpty() ? LINEAR : SOFTMAX)
                .put("epoch", model.epoch());
        model.checkpoint()
                .ifPresentOrElse(
                        state -> {
                            ObjectNode node = json.putObject("state");
                            node.put("epoch", state.epoch()).put("updates", state.updates());
                            node.put("steps", state.optimizer().steps());
                            node.set("metrics", json(state.metrics()));
                            node.set("best", json(state.bestMetrics()));
                            if (Double.isFinite(state.lossChange())) {
                                node.put("lossChange", state.lossChange());
                            }
                        },
                        () -> json.putNull("state"));
        return json;
    }

    private static ArrayNode json(EpochMetrics metrics) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        numbers.add(metrics.epoch()).add(metrics.updates());
        for (Score score : List.of(metrics.train(), metrics.validation(), metrics.test())) {
            numbers.add(score.loss()).add(score.metric());
        }
        return numbers.add(metrics.penalty()).add(metrics.rate());
    }

    private static TrainedModel read(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(JSON)) {
            throw new IOException("it does not start with " + JSON);
        }
        byte[] text = zip.readNBytes(MAX_JSON_BYTES + 1);
        if (text.length > MAX_JSON_BYTES) {
            throw new IOException(
                    JSON + " is larger than " + (MAX_JSON_BYTES >> 20) + " MB, the maximum");
        }
        ModelDraft draft =
                new ModelDraft(JsonSource.document(new String(text, StandardCharsets.UTF_8), JSON));
        fill(zip, draft.arrays().named());
        return draft.model();
    }

    private static void fill(ZipInputStream zip, SequencedMap<String, Array> arrays)
            throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            Array array = arrays.remove(name.replaceAll("\\.npy$", ""));
            if (array == null || !name.endsWith(ARRAY)) {
                throw new IOException("it contains the unexpected entry " + shown(name));
            }
            try {
                array.read(zip);
                if (zip.read() >= 0) {
                    throw new IOException("it is larger than its shape");
                }
            } catch (EOFException e) {
                throw new IOException("it is damaged: it ends in " + name, e);
            } catch (IOException e) {
                throw new IOException("in " + name + ", " + UserError.reason(e), e);
            }
        }
        if (!arrays.isEmpty()) {
            throw new IOException("it has no array " + arrays.firstEntry().getKey());
        }
    }

    private static String shown(String name) {
        String cut = name.length() > 40 ? name.substring(0, 40) + "..." : name;
        return '"' + cut.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    /// One array of the file.
    ///
    /// @param finite whether its numbers must be finite
    record Array(double[] values, List<Integer> shape, boolean finite) {
        void read(InputStream in) throws IOException {
            if (finite) {
                Npy.read(in, shape, values);
            } else {
                Npy.readAny(in, shape, values);
            }
        }
    }

    /// All arrays of a model, to be written or filled.
    ///
    /// @param target mean and deviation of the target; empty in classification
    /// @param schedule empty without a state
    record Arrays(
            double[] means,
            double[] deviations,
            double[] target,
            Parameters parameters,
            Map<String, Parameters> memory,
            double[] schedule,
            Optional<Parameters> best) {

        static Arrays of(TrainedModel model) {
            int columns = model.scaling().columns();
            double[] means = new double[columns];
            double[] deviations = new double[columns];
            for (int column = 0; column < columns; column++) {
                means[column] = model.scaling().mean(column);
                deviations[column] = model.scaling().deviation(column);
            }
            return new Arrays(
                    means,
                    deviations,
                    model.classes().isEmpty() ? target(model.scaling()) : new double[0],
                    model.parameters(),
                    model.checkpoint()
                            .map(state -> state.optimizer().memory())
                            .orElseGet(LinkedHashMap::new),
                    model.checkpoint()
                            .map(state -> state.schedule().numbers())
                            .orElseGet(() -> new double[0]),
                    model.checkpoint().filter(ModelFile::hasBetter).map(Checkpoint::best));
        }

        private static double[] target(Scaling scaling) {
            return new double[] {scaling.targetOf(0), scaling.targetDeviation()};
        }

        Scaling scaling() {
            return target.length == 0
                    ? Scaling.of(means, deviations, 0, 1)
                    : Scaling.of(means, deviations, target[0], target[1]);
        }

        SequencedMap<String, Array> named() {
            SequencedMap<String, Array> arrays = new LinkedHashMap<>();
            arrays.put("mean", new Array(means, List.of(means.length), true));
            arrays.put("deviation", new Array(deviations, List.of(means.length), true));
            if (target.length > 0) {
                arrays.put("target", new Array(target, List.of(2), true));
            }
            add(arrays, "", parameters);
            memory.forEach((name, values) -> add(arrays, name + "_", values));
            if (schedule.length > 0) {
                arrays.put("schedule", new Array(schedule, List.of(schedule.length), false));
            }
            best.ifPresent(values -> add(arrays, "best_", values));
            return arrays;
        }

        private static void add(Map<String, Array> arrays, String prefix, Parameters values) {
            for (int l = 0; l < values.layers(); l++) {
                arrays.put(
                        prefix + "W" + (l + 1),
                        new Array(values.weights(l), Npz.weightShape(values, l), true));
                arrays.put(
                        prefix + "b" + (l + 1),
                        new Array(values.biases(l), Npz.biasShape(values, l), true));
            }
        }
    }

    /// Whether the best weights differ from those of the model.
    private static boolean hasBetter(Checkpoint state) {
        return state.bestMetrics().epoch() != state.metrics().epoch();
    }
}
