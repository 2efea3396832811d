package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.training.MetricLog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Writes the files of a run into a folder: `spec.json`, `metrics.csv`, `initial.npz`, `model.npz`,
/// `model.json`, `split.csv` and `data.csv`. Each file is complete or absent.
public final class RunExport {
    /// The weights before the first update.
    public static final String INITIAL = "initial.npz";

    /// The weights at the end.
    public static final String MODEL = "model.npz";

    private final Path folder;

    /// Creates `folder` if necessary and checks that it is writable, before training.
    public RunExport(Path folder) {
        AtomicFile.requireFolder(folder);
        this.folder = folder;
    }

    /// The files of a run by name.
    public static SequencedMap<String, Content> files(RunSpec spec, RunResult result) {
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put("spec.json", Content.of(SpecJson.write(spec)));
        files.put("metrics.csv", RunTables.metrics(result.log()));
        files.put(INITIAL, out -> Npz.write(result.initial(), out));
        files.put(MODEL, out -> Npz.write(result.parameters(), out));
        files.put("model.json", Content.of(modelJson(spec, result)));
        files.put("split.csv", RunTables.split(result.split()));
        files.put("data.csv", RunTables.inputs(result.split()));
        return files;
    }

    /// The network that `result` ended with as one JSON object, with all that is needed to use it
    /// elsewhere: the names of features and classes, the `mean` and `deviation` that scale the
    /// features, the activation of the hidden layers (one name, or one a layer), and the weights as
    /// `W1`, `b1`, … (the output is a softmax).
    static String modelJson(RunSpec spec, RunResult result) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        Split split = result.split();
        Dataset dataset = split.dataset();
        dataset.featureNames().forEach(model.putArray("features")::add);
        dataset.classNames().forEach(model.putArray("classes")::add);
        ArrayNode means = model.putArray("mean");
        ArrayNode deviations = model.putArray("deviation");
        for (int column = 0; column < dataset.samples().columns(); column++) {
            means.add(split.scaling().mean(column));
            deviations.add(split.scaling().deviation(column));
        }
        model.set("hidden", SpecWriter.value(spec.model().hidden()));
        model.set("activation", SpecWriter.value(spec.model().activation()));
        model.setAll(WeightsJson.tree(result.parameters()));
        return JsonText.sections(model);
    }

    /// Writes all files, replacing those of an earlier run.
    public void write(RunSpec spec, RunResult result) {
        write(files(spec, result));
    }

    /// Writes these files, replacing existing ones.
    public void write(Map<String, Content> files) {
        for (Map.Entry<String, Content> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    /// Writes the files of a stored run: spec, metrics and available weights, given as the bytes of
    /// `.npz` files by name. The rest follows from the spec.
    public void write(RunSpec spec, MetricLog.View log, Map<String, byte[]> weights) {
        write("spec.json", Content.of(SpecJson.write(spec)));
        write("metrics.csv", RunTables.metrics(log));
        for (Map.Entry<String, byte[]> file : weights.entrySet()) {
            write(file.getKey(), out -> out.write(file.getValue()));
        }
    }

    private void write(String name, Content content) {
        AtomicFile.write(folder.resolve(name), content);
    }
}
