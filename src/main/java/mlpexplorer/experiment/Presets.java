package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.data.io.UserError;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The presets, from `presets/NAME.json` on the class path: `title`, `description`, `expected`,
/// `spec`, optionally the initial `weights`, and `axes` and `repeats` for a sweep.
public final class Presets {
    /// The forward and backward pass of one row by hand.
    public static final String WORKED_EXAMPLE = "worked-example";

    /// The names in the recommended order.
    private static final List<String> NAMES =
            List.of(
                    "xor-softmax",
                    "xor-mlp",
                    "xor-threshold",
                    "spiral-softmax",
                    "spiral-mlp",
                    "features-against-depth",
                    "circles-capacity",
                    "curve-capacity",
                    "plane-linear",
                    "batch-lab",
                    "sgd-updates",
                    "iris-1layer",
                    "iris-2layer",
                    "mnist-300-sigmoid",
                    "mnist-300-sgd",
                    "mnist-300-seeds",
                    "mnist-200-relu",
                    "mnist-adam",
                    "zero-init",
                    WORKED_EXAMPLE);

    private static final Map<String, Preset> LOADED = new ConcurrentHashMap<>();

    private Presets() {}

    public static List<Preset> all() {
        return NAMES.stream().map(Presets::loaded).toList();
    }

    /// The preset of that name; throws [UserError] if there is none.
    public static Preset named(String name) {
        if (!NAMES.contains(name)) {
            throw UserError.input(
                    "There is no preset \""
                            + name
                            + "\"; the presets are "
                            + String.join(", ", NAMES)
                            + ".");
        }
        return loaded(name);
    }

    private static Preset loaded(String name) {
        return LOADED.computeIfAbsent(name, Presets::load);
    }

    private static Preset load(String name) {
        JsonNode tree = JsonSource.document(text(name), "The preset " + name);
        RunSpec spec = SpecReader.read(tree.path("spec"));
        return new Preset(
                name,
                tree.path("title").asText(),
                tree.path("description").asText(),
                tree.path("expected").asText(),
                new RunStart(
                        spec,
                        Optional.ofNullable(tree.get("weights"))
                                .map(weights -> WeightsJson.read(weights, RunStart.shape(spec)))),
                tree.path("axes").valueStream().map(JsonNode::asText).toList(),
                tree.path("repeats").asInt(1));
    }

    private static String text(String name) {
        try (InputStream in =
                Presets.class.getResourceAsStream("/mlpexplorer/presets/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The preset " + name + " is missing from the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A predefined run of a course.
    ///
    /// @param name name on the command line
    /// @param title short title
    /// @param description one sentence: what it shows, and why
    /// @param expected expected result
    /// @param start start of the run
    /// @param axes axes of a sweep, each as `path=value,value,…`; empty if it is not meant for a
    ///   sweep
    /// @param repeats seeds that it is meant to be trained with
    public record Preset(
            String name,
            String title,
            String description,
            String expected,
            RunStart start,
            List<String> axes,
            int repeats) {
        public Preset {
            axes = List.copyOf(axes);
        }
    }
}
