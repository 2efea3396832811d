package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;

/// A trained network as one JSON object, with all that is needed to use it elsewhere: the names of features and classes,
/// the `mean` and `deviation` that scale the features, the activation of the hidden layers (one name, or one a layer), and the weights as `W1`,
/// `b1`, … (the output is a softmax).
public final class ModelJson {
    private ModelJson() {}

    /// The network that `result` ended with.
    public static String write(RunSpec spec, RunResult result) {
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
}
