package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.TrainingSpec;

import java.util.List;
import java.util.function.Supplier;

/// Builds a [RunSpec] from a JSON tree. Absent values take the defaults of their record.
final class SpecReader {
    static final List<String> SECTIONS = List.of("data", "model", "training", "seeds");

    /// The keys of the data section that do not belong to the dataset.
    static final List<String> SPLIT_KEYS = List.of("split", "standardize");

    private static final String SHARES = "an array of three shares that sum to 1";

    private SpecReader() {}

    static RunSpec read(JsonNode tree) {
        SpecPlace root = new SpecPlace(tree, "");
        root.requireKeys(SECTIONS);
        RunSpec defaults = new RunSpec();
        DataSpec data = section(root, "data", DataSpec.class, defaults.data());
        SplitSpec split =
                root.has("data") ? split(root.child("data"), defaults.split()) : defaults.split();
        ModelSpec model = section(root, "model", ModelSpec.class, defaults.model());
        TrainingSpec training = section(root, "training", TrainingSpec.class, defaults.training());
        Seeds seeds = section(root, "seeds", Seeds.class, defaults.seeds());
        return inRange("", () -> new RunSpec(data, split, model, training, seeds));
    }

    /// Calls a record's constructor; range errors are reported with their path.
    static <T> T inRange(String path, Supplier<T> record) {
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            String prefix = path.isEmpty() ? "" : path + ".";
            throw UserError.input(prefix + e.getMessage(), e);
        }
    }

    private static <T> T section(SpecPlace root, String key, Class<T> type, T fallback) {
        List<String> others = key.equals("data") ? SPLIT_KEYS : List.of();
        return root.has(key)
                ? type.cast(SpecValues.read(type, root.child(key), fallback, others))
                : fallback;
    }

    private static SplitSpec split(SpecPlace data, SplitSpec fallback) {
        double[] shares = {fallback.train(), fallback.validation(), fallback.test()};
        if (data.has("split")) {
            SpecPlace place = data.child("split");
            if (!place.node().isArray() || place.node().size() != shares.length) {
                throw place.mustBe(SHARES);
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] = place.element(i).number();
            }
        }
        boolean standardize =
                data.has("standardize") ? data.child("standardize").flag() : fallback.standardize();
        return inRange(
                data.path(), () -> new SplitSpec(shares[0], shares[1], shares[2], standardize));
    }
}
