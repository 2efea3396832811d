package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Task;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text form of a [RunSpec]: JSON with the sections `data`, `model`, `training` and `seeds`.
/// Used by files, the clipboard, the run database, `--set` and sweep axes.
///
/// When reading, absent values take their defaults, and the name of a type means the type with its
/// defaults (`"optimizer": "adam"`). Invalid input causes a [UserError] with a one-sentence
/// message.
public final class SpecJson {
    private static final int MAX_MEGABYTES = 1;

    /// Keys that the first version did not have, with their defaults.
    private static final Map<String, String> LATER_KEYS =
            Map.ofEntries(
                    Map.entry("data.inputs", "null"),
                    Map.entry("data.features", "[]"),
                    Map.entry("data.missing", "\"refuse\""),
                    Map.entry("data.validationPath", "null"),
                    Map.entry("data.testPath", "null"),
                    Map.entry("data.partColumn", "null"),
                    Map.entry("data.target", "null"),
                    Map.entry("data.testImages", "null"),
                    Map.entry("data.testLabels", "null"),
                    Map.entry("model.biases", "\"zeros\""),
                    Map.entry("training.sampling", "\"shuffled\""),
                    Map.entry("training.logEvery", "null"),
                    Map.entry("training.precision", "\"double\""),
                    Map.entry("training.stop.tolerance", "null"));

    private SpecJson() {}

    /// The spec in `text`.
    public static RunSpec read(String text) {
        return SpecReader.read(JsonSource.document(text, "The specification"));
    }

    /// The spec in a UTF-8 file of at most 1 MB. Paths in it are relative to its folder.
    public static RunSpec read(Path file) {
        JsonNode tree = JsonSource.file(file, MAX_MEGABYTES);
        try {
            return SpecFolder.of(file).opened(SpecReader.read(tree));
        } catch (UserError e) {
            throw UserError.input(file + ": " + e.getMessage(), e);
        }
    }

    /// `spec` with every key for display, one line per section.
    public static String write(RunSpec spec) {
        return JsonText.sections(SpecWriter.tree(spec));
    }

    /// `spec` with every key, as a tree.
    public static JsonNode tree(RunSpec spec) {
        return SpecWriter.tree(spec);
    }

    /// `spec` with every key and no white space. Equal specs have equal canonical texts.
    public static String canonical(RunSpec spec) {
        return JsonText.compact(SpecWriter.tree(spec));
    }

    /// The canonical text without the keys that were added later and have their default, so that
    /// runs recorded by earlier versions keep their fingerprints.
    static String identity(RunSpec spec) {
        ObjectNode tree = SpecWriter.tree(spec);
        LATER_KEYS.forEach((path, usual) -> {
            int dot = path.lastIndexOf('.');
            if (tree.at("/" + path.substring(0, dot).replace('.', '/')) instanceof ObjectNode owner
                    && JsonText.compact(owner.path(path.substring(dot + 1))).equals(usual)) {
                owner.remove(path.substring(dot + 1));
            }
        });
        return JsonText.compact(tree);
    }

    /// The metric for a dataset of the given `type`.
    public static Task.Metric metric(String type) {
        return SpecTypes.variant(DataSpec.class, type)
                .map(variant -> ((DataSpec) SpecTypes.defaults(variant)).metric())
                .orElse(Task.Metric.ACCURACY);
    }

    /// `base` with settings of the form `path=value` applied in order and validated at the end:
    /// `training.optimizer=adam`, `training.optimizer.beta1=0.8`, `model.hidden=16,16`,
    /// `training.clip=null`, `training.regularizer.layers[0].l1=0.001`.
    ///
    /// A new type keeps values that both types have and that differed from the old default; the
    /// rest take the defaults of the new type.
    public static RunSpec set(RunSpec base, List<String> settings) {
        ObjectNode tree = SpecWriter.tree(base);
        settings.forEach(setting -> Edit.apply(tree, setting));
        return SpecReader.read(tree);
    }

    /// Applies settings like `training.rate=0.1` to the JSON tree of a spec, without validating the
    /// result.
    ///
    /// A new `type` keeps values that both types have and that differed from the old default; the
    /// rest take the defaults of the new type.
    private static final class Edit {
        /// No setting is nested more deeply.
        private static final int MAX_DEPTH = 16;

        private static final String LAYERS = "layers";
        private static final String PENALTY_OF_LAYER = "training.regularizer.layers[";

        private Edit() {}

        private static final Pattern INDEXED = Pattern.compile("([^\\[\\]]+)\\[(\\d{1,6})]");

        /// Changes `tree` (modified) by one setting, `path=value`.
        static void apply(ObjectNode tree, String setting) {
            int sign = setting.indexOf('=');
            if (sign < 1) {
                throw UserError.input(
                        "The setting \""
                                + setting
                                + "\" must have the form path=value, for example"
                                + " training.rate=0.1.");
            }
            String path = setting.substring(0, sign).strip();
            List<String> keys = List.of(path.split("\\.", -1));
            if (keys.size() > MAX_DEPTH) {
                throw UserError.input(UserError.quoted(path) + " is nested too deeply.");
            }
            JsonNode value = JsonSource.typed(setting.substring(sign + 1).strip());
            if (path.startsWith(PENALTY_OF_LAYER)) {
                penalizePerLayer(tree);
            }
            set(new SpecPlace(tree, ""), Optional.of(RunSpec.class), keys, value);
        }

        /// Turns another penalty into the same penalty for each layer.
        private static void penalizePerLayer(ObjectNode tree) {
            JsonNode layers = tree.path("model").path("hidden");
            if (tree.path("training").path("regularizer") instanceof ObjectNode penalty
                    && !penalty.has(LAYERS)) {
                ArrayNode all = penalty.objectNode().putArray(LAYERS);
                int count = 1 + (layers.isArray() ? layers.size() : layers.isNumber() ? 1 : 0);
                ObjectNode each = penalty.objectNode();
                for (String lambda : List.of("l1", "l2")) {
                    each.put(lambda, lambda(penalty, lambda));
                }
                for (int layer = 0; layer < count; layer++) {
                    all.add(each.deepCopy());
                }
                penalty.removeAll();
                penalty.put(SpecTypes.TYPE, SpecTypes.name(Regularizer.PerLayer.class));
                penalty.set(LAYERS, all);
            }
        }

        /// A λ of a penalty, or that of its type by default.
        private static double lambda(ObjectNode penalty, String name) {
            return penalty.has(name)
                    ? penalty.get(name).doubleValue()
                    : variant(Regularizer.class, penalty)
                            .map(type -> SpecWriter.value(SpecTypes.defaults(type)))
                            .map(defaults -> defaults.path(name).doubleValue())
                            .orElse(0.0);
        }

        /// Sets an element of an array, or a value in it.
        private static void setElement(
                SpecPlace owner, Matcher key, List<String> keys, JsonNode value) {
            String path = owner.join(key.group(1));
            int index = Integer.parseInt(key.group(2));
            if (!(owner.node().path(key.group(1)) instanceof ArrayNode array)) {
                throw UserError.input(
                        path + " is no list, so " + path + "[" + index + "] cannot be set.");
            }
            if (index >= array.size()) {
                throw UserError.input(
                        path
                                + " has "
                                + Numbers.count(array.size(), "element")
                                + ", so "
                                + path
                                + "["
                                + index
                                + "] cannot be set; the first is [0].");
            }
            if (keys.size() == 1) {
                array.set(index, value);
            } else {
                set(
                        new SpecPlace(array.get(index), path + "[" + index + "]"),
                        Optional.empty(),
                        keys.subList(1, keys.size()),
                        value);
            }
        }

        /// @param record type of the object at `owner`, if its keys are known
        private static void set(
                SpecPlace owner, Optional<Class<?>> record, List<String> keys, JsonNode value) {
            String key = keys.getFirst();
            if (!(owner.node() instanceof ObjectNode object)) {
                throw UserError.input(
                        owner.path()
                                + " is a single value, so "
                                + owner.join(key)
                                + " cannot be set.");
            }
            Matcher indexed = INDEXED.matcher(key);
            if (indexed.matches()) {
                setElement(owner, indexed, keys, value);
                return;
            }
            Optional<Class<?>> declared =
                    record.flatMap(known -> SpecTypes.component(known, key)).map(c -> c.getType());
            Optional<Class<?>> sealed = declared.filter(SpecTypes::isSealed);
            boolean namesType = keys.size() == 2 && keys.getLast().equals(SpecTypes.TYPE);
            if (sealed.isPresent()
                    && value.isTextual()
                    && (keys.size() == 1 || namesType)
                    && object.get(key) instanceof ObjectNode variant) {
                changeType(variant, sealed.get(), value);
            } else if (keys.size() == 1) {
                object.set(key, value);
            } else {
                JsonNode child = object.has(key) ? object.get(key) : object.putObject(key);
                Optional<Class<?>> inner =
                        sealed.isPresent() ? variant(sealed.get(), child) : declared;
                set(
                        new SpecPlace(child, owner.join(key)),
                        inner,
                        keys.subList(1, keys.size()),
                        value);
            }
        }

        private static void changeType(ObjectNode object, Class<?> sealed, JsonNode name) {
            Optional<Class<?>> before = variant(sealed, object);
            Optional<Class<?>> after = SpecTypes.variant(sealed, name.textValue());
            if (after.isPresent() && !after.equals(before)) {
                forget(object, sealed, before, SpecTypes.keys(after.get()));
            }
            object.set(SpecTypes.TYPE, name);
        }

        private static void forget(
                ObjectNode object, Class<?> sealed, Optional<Class<?>> before, List<String> kept) {
            JsonNode defaults =
                    before.map(known -> SpecWriter.value(SpecTypes.defaults(known)))
                            .orElse(object.objectNode());
            SpecTypes.variants(sealed).stream()
                    .flatMap(variant -> SpecTypes.keys(variant).stream())
                    .filter(key ->
                            object.has(key)
                                    && (!kept.contains(key)
                                            || object.get(key).equals(defaults.get(key))))
                    .toList()
                    .forEach(object::remove);
        }

        private static Optional<Class<?>> variant(Class<?> sealed, JsonNode object) {
            return SpecTypes.variant(sealed, object.path(SpecTypes.TYPE).asText());
        }
    }
}
