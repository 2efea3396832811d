package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RateState;
import mlpexplorer.nn.Score;
import mlpexplorer.training.Checkpoint;
import mlpexplorer.training.EpochMetrics;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
///   (height and width, or null), `classes`, `output` (`softmax`), `epoch`, and `state` (null if
///   the file cannot continue the training).
/// - `mean`, `deviation`: the scaling, one number per feature.
/// - `W1`, `b1`, `W2`, …: weights (fan-in × fan-out) and biases.
/// - With a state: the optimizer's memory as `velocity_W1`, `squares_W1` or `m_W1` and `v_W1`, …;
///   `schedule`, the numbers of the learning-rate schedule; and, unless they are the weights above,
///   the best weights so far as `best_W1`, ….
///
/// Files are read from their start, entry by entry. Nothing but the expected arrays in their
/// expected size is read; any other entry is an error.
public final class ModelFile {
    /// The end of the name of a model file.
    public static final String SUFFIX = ".mlpm.zip";

    private static final String FORMAT = "mlp-explorer-model";
    private static final int VERSION = 1;
    private static final String JSON = "model.json";
    private static final String ARRAY = ".npy";
    private static final String SOFTMAX = "softmax";
    private static final int MAX_JSON_BYTES = 16 << 20;

    private ModelFile() {}

    /// Whether a file of that name is a model file.
    public static boolean isNamed(Path file) {
        return file.toString().endsWith(SUFFIX);
    }

    /// Writes a model file; paths of data are relative to its folder.
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
                return model.withSpec(SpecFolder.of(file).absolute(model.spec()));
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
        json.put("output", SOFTMAX).put("epoch", model.epoch());
        model.checkpoint()
                .ifPresentOrElse(
                        state -> {
                            ObjectNode node = json.putObject("state");
                            node.put("epoch", state.epoch()).put("updates", state.updates());
                            node.put("steps", state.optimizer().steps());
                            node.set("metrics", json(state.metrics()));
                            node.set("best", json(state.bestMetrics()));
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
        return numbers.add(metrics.penalty());
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
        Draft draft =
                new Draft(JsonSource.document(new String(text, StandardCharsets.UTF_8), JSON));
        fill(zip, draft.arrays.named());
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
    private record Array(double[] values, List<Integer> shape, boolean finite) {
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
    /// @param schedule empty without a state
    private record Arrays(
            double[] means,
            double[] deviations,
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
                    model.parameters(),
                    model.checkpoint()
                            .map(state -> state.optimizer().memory())
                            .orElseGet(LinkedHashMap::new),
                    model.checkpoint()
                            .map(state -> state.schedule().numbers())
                            .orElseGet(() -> new double[0]),
                    model.checkpoint().filter(ModelFile::hasBetter).map(Checkpoint::best));
        }

        SequencedMap<String, Array> named() {
            SequencedMap<String, Array> arrays = new LinkedHashMap<>();
            arrays.put("mean", new Array(means, List.of(means.length), true));
            arrays.put("deviation", new Array(deviations, List.of(means.length), true));
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

    /// A model whose arrays are yet to be read.
    private static final class Draft {
        private final RunSpec spec;
        private final List<String> features;
        private final List<String> classes;
        private final Optional<ImageSize> image;
        private final long epoch;
        private final @Nullable State state;
        private final Arrays arrays;

        private record State(
                long epoch,
                long updates,
                EpochMetrics metrics,
                EpochMetrics bestMetrics,
                OptimizerState optimizer,
                RateState schedule) {}

        Draft(JsonNode json) {
            requireFormat(json);
            SpecPlace root = new SpecPlace(json, "");
            spec = SpecReader.read(json.path("spec"));
            features = names(root, "inputs");
            classes = names(root, "classes");
            image = image(root);
            epoch = whole(root, "epoch");
            if (!json.path("output").asText().equals(SOFTMAX)) {
                throw place(root, "output").mustBe('"' + SOFTMAX + '"');
            }
            long count = spec.model().parameterCount(features.size(), classes.size());
            if (count > Npz.MOST_NUMBERS) {
                throw UserError.input("the network is larger than the maximum");
            }
            Parameters parameters =
                    spec.mlp(new DataShape(1, features.size(), classes.size()))
                            .initialize(1)
                            .zeros();
            state = json.path("state").isObject() ? state(root.child("state"), parameters) : null;
            arrays =
                    new Arrays(
                            new double[features.size()],
                            new double[features.size()],
                            parameters,
                            state == null ? Map.of() : state.optimizer.memory(),
                            state == null ? new double[0] : state.schedule.numbers(),
                            state == null || state.metrics.epoch() == state.bestMetrics.epoch()
                                    ? Optional.empty()
                                    : Optional.of(parameters.zeros()));
        }

        TrainedModel model() throws IOException {
            for (double deviation : arrays.deviations()) {
                if (!(deviation > 0)) {
                    throw new IOException("in deviation.npy, it contains " + deviation);
                }
            }
            return new TrainedModel(
                    spec,
                    features,
                    classes,
                    image,
                    Scaling.of(arrays.means(), arrays.deviations()),
                    arrays.parameters(),
                    epoch,
                    checkpoint());
        }

        private Optional<Checkpoint> checkpoint() {
            if (state == null) {
                return Optional.empty();
            }
            state.schedule.restore(arrays.schedule());
            return Optional.of(
                    new Checkpoint(
                            spec.training(),
                            state.epoch,
                            state.updates,
                            state.metrics,
                            arrays.parameters(),
                            state.optimizer,
                            state.schedule,
                            state.bestMetrics,
                            arrays.best().orElseGet(arrays::parameters)));
        }

        private State state(SpecPlace place, Parameters shape) {
            OptimizerState optimizer = spec.training().optimizer().start(shape);
            optimizer.setSteps(whole(place, "steps"));
            return new State(
                    whole(place, "epoch"),
                    whole(place, "updates"),
                    metrics(place(place, "metrics")),
                    metrics(place(place, "best")),
                    optimizer,
                    spec.training().schedule().start());
        }

        private static void requireFormat(JsonNode json) {
            if (!json.path("format").asText().equals(FORMAT)) {
                throw UserError.input("its " + JSON + " is not that of a model");
            }
            int version = json.path("version").asInt();
            if (version > VERSION) {
                throw UserError.input(
                        "it was written by a newer version of the program (format "
                                + version
                                + ", but this version reads "
                                + VERSION
                                + ")");
            }
        }

        private static SpecPlace place(SpecPlace owner, String key) {
            if (!owner.has(key)) {
                throw UserError.input(owner.join(key) + " is missing in " + JSON);
            }
            return owner.child(key);
        }

        private static List<String> names(SpecPlace root, String key) {
            SpecPlace place = place(root, key);
            List<String> names = new ArrayList<>();
            for (JsonNode name : place.node()) {
                names.add(name.asText());
            }
            if (!place.node().isArray() || names.isEmpty()) {
                throw place.mustBe("an array of names");
            }
            return names;
        }

        private Optional<ImageSize> image(SpecPlace root) {
            JsonNode size = root.node().path("image");
            if (size.size() != 2) {
                return Optional.empty();
            }
            ImageSize image = new ImageSize(size.get(0).asInt(), size.get(1).asInt());
            if ((long) image.height() * image.width() != features.size()) {
                throw root.child("image").mustBe("the size of " + features.size() + " pixels");
            }
            return Optional.of(image);
        }

        private static long whole(SpecPlace owner, String key) {
            SpecPlace place = place(owner, key);
            long value = (Long) place.scalar(long.class);
            if (value < 0) {
                throw place.mustBe("0 or more");
            }
            return value;
        }

        private static EpochMetrics metrics(SpecPlace place) {
            if (place.node().size() != 9) {
                throw place.mustBe("an array of 9 numbers");
            }
            double[] numbers = new double[9];
            for (int i = 0; i < numbers.length; i++) {
                SpecPlace element = place.element(i);
                numbers[i] = element.node().isNull() ? Double.NaN : element.number();
            }
            return new EpochMetrics(
                    (long) numbers[0],
                    (long) numbers[1],
                    new Score(numbers[2], numbers[3]),
                    new Score(numbers[4], numbers[5]),
                    new Score(numbers[6], numbers[7]),
                    numbers[8]);
        }
    }
}
