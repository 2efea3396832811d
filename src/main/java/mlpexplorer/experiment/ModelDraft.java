package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Input;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RateState;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Checkpoint;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.UpdateLog;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model described by the `model.json` of its [ModelFile]; its arrays have not been read yet.
final class ModelDraft {
    private final RunSpec spec;
    private final List<String> features;
    private final List<String> classes;
    private final Optional<ImageSize> image;
    private final long epoch;
    private final @Nullable State state;
    private final ModelFile.Arrays arrays;

    private record State(
            long epoch,
            long updates,
            EpochMetrics metrics,
            EpochMetrics bestMetrics,
            double lossChange,
            OptimizerState optimizer,
            RateState schedule) {}

    ModelDraft(JsonNode json) {
        requireFormat(json);
        SpecPlace root = new SpecPlace(json, "");
        spec = SpecReader.read(json.path("spec"));
        features = names(root, "inputs");
        boolean linear = json.path("output").asText().equals(ModelFile.LINEAR);
        classes = linear ? List.of() : names(root, "classes");
        image = image(root);
        epoch = whole(root, "epoch");
        if (!linear && !json.path("output").asText().equals(ModelFile.SOFTMAX)) {
            throw place(root, "output").mustBe("\"softmax\" or \"linear\"");
        }
        Task task = linear ? new Task.Regression() : new Task.Classification(classes.size());
        if (!spec.split().inputs().isEmpty() && features.size() != Input.FEATURES) {
            throw UserError.input(Scaling.tooManyFeaturesMessage(features.size()));
        }
        DataShape shape = new DataShape(1, features.size(), task);
        int inputs = spec.split().inputCount(features.size());
        long count = spec.parameterCount(shape);
        if (count > Npz.MAX_NUMBERS) {
            throw UserError.input("the network is larger than the maximum");
        }
        Parameters parameters = spec.mlp(shape).initialize(1).zeros();
        state = json.path("state").isObject() ? state(root.child("state"), parameters) : null;
        arrays =
                new ModelFile.Arrays(
                        new double[inputs],
                        new double[inputs],
                        new double[linear ? 2 : 0],
                        parameters,
                        state == null ? Map.of() : state.optimizer.memory(),
                        state == null ? new double[0] : state.schedule.numbers(),
                        state == null || state.metrics.epoch() == state.bestMetrics.epoch()
                                ? Optional.empty()
                                : Optional.of(parameters.zeros()));
    }

    /// The arrays, to be filled.
    ModelFile.Arrays arrays() {
        return arrays;
    }

    TrainedModel model() throws IOException {
        for (double deviation : arrays.deviations()) {
            requirePositive(deviation, "deviation.npy");
        }
        if (arrays.target().length > 0) {
            requirePositive(arrays.target()[1], "target.npy");
        }
        return new TrainedModel(
                spec,
                features,
                classes,
                image,
                arrays.scaling().withInputs(spec.split().inputs()),
                arrays.parameters(),
                epoch,
                checkpoint());
    }

    private static void requirePositive(double deviation, String entry) throws IOException {
        if (!(deviation > 0)) {
            throw new IOException("in " + entry + ", it contains " + deviation);
        }
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
                        state.lossChange,
                        arrays.parameters(),
                        state.optimizer,
                        state.schedule,
                        state.bestMetrics,
                        arrays.best().orElseGet(arrays::parameters),
                        UpdateLog.Partial.NONE));
    }

    private State state(SpecPlace place, Parameters shape) {
        OptimizerState optimizer = spec.training().optimizer().start(shape);
        optimizer.setSteps(whole(place, "steps"));
        return new State(
                whole(place, "epoch"),
                whole(place, "updates"),
                metrics(place(place, "metrics")),
                metrics(place(place, "best")),
                place.has("lossChange")
                        ? place.child("lossChange").number()
                        : Double.POSITIVE_INFINITY,
                optimizer,
                spec.training().schedule().start());
    }

    private static void requireFormat(JsonNode json) {
        if (!json.path("format").asText().equals(ModelFile.FORMAT)) {
            throw UserError.input("its " + ModelFile.JSON + " is not that of a model");
        }
        int version = json.path("version").asInt();
        if (version > ModelFile.VERSION) {
            throw UserError.input(
                    "it was written by a newer version of the program (format "
                            + version
                            + ", but this version reads "
                            + ModelFile.VERSION
                            + ")");
        }
    }

    private static SpecPlace place(SpecPlace owner, String key) {
        if (!owner.has(key)) {
            throw UserError.input(owner.join(key) + " is missing in " + ModelFile.JSON);
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
        int size = place.node().size();
        if (size != 9 && size != 10) {
            throw place.mustBe("an array of 9 or 10 numbers");
        }
        double[] numbers = new double[10];
        numbers[9] = Double.NaN; // earlier versions have no learning rate
        for (int i = 0; i < size; i++) {
            SpecPlace element = place.element(i);
            numbers[i] = element.node().isNull() ? Double.NaN : element.number();
        }
        return new EpochMetrics(
                (long) numbers[0],
                (long) numbers[1],
                new Score(numbers[2], numbers[3]),
                new Score(numbers[4], numbers[5]),
                new Score(numbers[6], numbers[7]),
                numbers[8],
                numbers[9]);
    }
}
