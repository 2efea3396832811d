package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Writes the files of a run into a folder: `spec.json`, `metrics.csv`, `updates.csv`,
/// `initial.npz`, `model.npz`, `model.json`, `split.csv` and `data.csv`. If `spec.json` exists, all
/// other files belong to it and are complete.
public final class RunExport {
    /// The weights before the first update.
    public static final String INITIAL = "initial.npz";

    /// The weights at the end.
    public static final String MODEL = "model.npz";

    /// The trained network as a [ModelFile].
    public static final String MODEL_FILE = "model" + ModelFile.SUFFIX;

    private static final String SPEC = "spec.json";
    private static final String METRICS = "metrics.csv";
    private static final String UPDATES = "updates.csv";
    private static final String MODEL_JSON = "model.json";
    private static final String SPLIT = "split.csv";
    private static final String DATA = "data.csv";
    private static final List<String> NAMES =
            List.of(SPEC, METRICS, UPDATES, INITIAL, MODEL, MODEL_JSON, MODEL_FILE, SPLIT, DATA);

    private final Path folder;

    /// Creates `folder` if necessary and checks that it is writable, before training.
    public RunExport(Path folder) {
        AtomicFile.requireFolder(folder);
        this.folder = folder;
    }

    /// `spec` as it is written into the folder, with relative paths.
    public RunSpec placed(RunSpec spec) {
        return new SpecFolder(folder).relative(spec);
    }

    /// The files of a run by name.
    ///
    /// @param spec spec as it is written, see [#placed]
    public static SequencedMap<String, Content> files(RunSpec spec, RunResult result) {
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put(SPEC, Content.of(SpecJson.write(spec)));
        files.put(METRICS, RunTables.metrics(result.log(), spec.data().metric()));
        files.put(UPDATES, RunTables.updates(result.losses()));
        files.put(INITIAL, out -> Npz.write(result.initial(), out));
        files.put(MODEL, out -> Npz.write(result.parameters(), out));
        files.put(MODEL_JSON, Content.of(modelJson(spec, result)));
        files.put(SPLIT, RunTables.split(result.split()));
        files.put(DATA, RunTables.inputs(result.split()));
        return files;
    }

    /// The final network of `result` as one JSON object, with everything needed to use it
    /// elsewhere: the names of features and classes, the formulas of `inputs` if they are computed
    /// from the features, the `mean` and `deviation` that scale the inputs, the activation of the
    /// hidden layers (one name, or one per layer), and the weights as `W1`, `b1`, … (the output is
    /// a softmax or, with the `target` that it is scaled by, linear).
    static String modelJson(RunSpec spec, RunResult result) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        Split split = result.split();
        Dataset dataset = split.dataset();
        dataset.featureNames().forEach(model.putArray("features")::add);
        if (!split.scaling().inputs().isEmpty()) {
            split.inputNames().forEach(model.putArray("inputs")::add);
        }
        dataset.classNames().forEach(model.putArray("classes")::add);
        ArrayNode means = model.putArray("mean");
        ArrayNode deviations = model.putArray("deviation");
        for (int column = 0; column < split.scaling().columns(); column++) {
            means.add(split.scaling().mean(column));
            deviations.add(split.scaling().deviation(column));
        }
        if (dataset.task() instanceof Task.Regression) {
            model.putObject("target")
                    .put("mean", split.scaling().targetOf(0))
                    .put("deviation", split.scaling().targetDeviation());
        }
        model.set("hidden", SpecWriter.value(spec.model().hidden()));
        model.set("activation", SpecWriter.value(spec.model().activation()));
        model.setAll(WeightsJson.tree(result.parameters()));
        return JsonText.sections(model);
    }

    /// Writes all files, replacing those of an earlier run.
    public void write(RunSpec spec, RunResult result) {
        write(files(placed(spec), result));
    }

    /// Writes the files of a stored run: spec, metrics, losses of updates, and available weights,
    /// given as the bytes of `.npz` files by name. The rest follows from the spec. Files of an
    /// earlier run that are not replaced are removed.
    public void write(
            RunSpec spec, MetricLog.View log, UpdateLog.View losses, Map<String, byte[]> weights) {
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put(SPEC, Content.of(SpecJson.write(placed(spec))));
        files.put(METRICS, RunTables.metrics(log, spec.data().metric()));
        if (losses.size() > 0) {
            files.put(UPDATES, RunTables.updates(losses));
        }
        weights.forEach((name, bytes) -> files.put(name, out -> out.write(bytes)));
        write(files);
    }

    /// Writes these files together, replacing existing ones.
    public void write(SequencedMap<String, Content> files) {
        boolean holdsRun = files.containsKey(SPEC) && Files.exists(folder.resolve(SPEC));
        List<Path> stale =
                NAMES.stream()
                        .filter(name -> holdsRun && !files.containsKey(name))
                        .map(folder::resolve)
                        .toList();
        SequencedMap<Path, Content> paths = new LinkedHashMap<>();
        files.forEach((name, content) -> paths.put(folder.resolve(name), content));
        AtomicFile.writeAll(paths, stale);
    }
}
