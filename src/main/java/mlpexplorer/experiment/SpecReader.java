package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.TrainingSpec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Builds a [RunSpec] from a JSON tree, by reflection over records, sealed interfaces, enums,
/// lists, optionals and numbers. Absent values take the defaults of their record.
final class SpecReader {
    static final List<String> SECTIONS = List.of("data", "model", "training", "seeds");

    /// The keys of the data section that do not belong to the dataset.
    static final List<String> SPLIT_KEYS =
            List.of("split", "standardize", "inputs", "stratify", "folds", "fold");

    /// Centers features without scaling them.
    static final String CENTER = "center";

    private static final List<String> INPUTS = SpecTypes.names(Input.class);
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
    private static <T> T inRange(String path, Supplier<T> record) {
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            String prefix = path.isEmpty() ? "" : path + ".";
            throw UserError.input(prefix + e.getMessage(), e);
        }
    }

    private static <T> T section(SpecPlace root, String key, Class<T> type, T fallback) {
        List<String> others = key.equals("data") ? SPLIT_KEYS : List.of();
        return root.has(key) ? type.cast(read(type, root.child(key), fallback, others)) : fallback;
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
        SplitSpec.Standardize scaling =
                data.has("standardize")
                        ? standardize(data.child("standardize"))
                        : fallback.standardize();
        boolean stratify =
                data.has("stratify") ? data.child("stratify").flag() : fallback.stratify();
        Optional<Integer> folds =
                data.has("folds")
                        ? optional(Integer.class, data.child("folds")).map(Integer.class::cast)
                        : fallback.folds();
        int fold = data.has("fold") ? (int) data.child("fold").scalar(int.class) : fallback.fold();
        List<Input> inputs = data.has("inputs") ? inputs(data.child("inputs")) : fallback.inputs();
        return inRange(
                data.path(),
                () ->
                        new SplitSpec(
                                shares[0], shares[1], shares[2], scaling, inputs, stratify, folds,
                                fold));
    }

    private static SplitSpec.Standardize standardize(SpecPlace place) {
        if (place.node().isTextual() && place.node().textValue().equals(CENTER)) {
            return SplitSpec.Standardize.CENTER;
        }
        if (!place.node().isBoolean()) {
            throw place.mustBe("true, false or \"" + CENTER + "\"");
        }
        return place.flag() ? SplitSpec.Standardize.FULL : SplitSpec.Standardize.NONE;
    }

    private static List<Input> inputs(SpecPlace place) {
        if (place.node().isNull()) {
            return List.of();
        }
        List<Input> inputs = list(Input.class, place).stream().map(value -> (Input) value).toList();
        if (inputs.isEmpty()) {
            throw place.mustBe("null or at least one of " + String.join(", ", INPUTS));
        }
        return inputs;
    }

    /// The record or variant of a sealed interface at `place`. Absent keys are taken from
    /// `fallback` if it is of the same variant, otherwise from the defaults of the variant.
    /// `others` are keys of the object that are read elsewhere.
    static Object read(Class<?> type, SpecPlace place, Object fallback, List<String> others) {
        if (!SpecTypes.isSealed(type)) {
            place.requireKeys(joined(SpecTypes.keys(type), others));
            return record(type, place, fallback);
        }
        if (SpecTypes.isUntagged(type)) {
            return bare(type, place);
        }
        if (place.node().isTextual()) {
            return defaults(variant(type, place), fallback);
        }
        boolean named = place.has(SpecTypes.TYPE);
        Class<?> variant = named ? variant(type, place.child(SpecTypes.TYPE)) : fallback.getClass();
        if (!place.node().isObject() || !(named || type.isInstance(fallback))) {
            throw place.mustBe(
                    "an object with a type, or one of " + String.join(", ", SpecTypes.names(type)));
        }
        place.requireKeys(joined(joined(List.of(SpecTypes.TYPE), SpecTypes.keys(variant)), others));
        return record(variant, place, defaults(variant, fallback));
    }

    private static Object record(Class<?> type, SpecPlace place, Object fallback) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object absent = SpecTypes.value(component, fallback);
            String key = component.getName();
            values.add(
                    place.has(key)
                            ? value(component.getGenericType(), place.child(key), absent)
                            : absent);
        }
        return inRange(place.path(), () -> SpecTypes.make(type, values.toArray()));
    }

    private static Object value(Type type, SpecPlace place, Object fallback) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? optional(argument, place)
                    : list(argument, place);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(place);
        }
        if (plain.isEnum()) {
            return constant(plain, place);
        }
        if (plain.isRecord() || SpecTypes.isSealed(plain)) {
            return SpecTypes.isPositional(plain)
                    ? positional(plain, place)
                    : read(plain, place, fallback, List.of());
        }
        return place.scalar(plain);
    }

    /// A number is accepted as text, since the name of a file or column can look like one.
    private static String text(SpecPlace place) {
        if (!place.node().isTextual() && !place.node().isNumber()) {
            throw place.mustBe("a string");
        }
        return place.node().asText();
    }

    private static Optional<Object> optional(Type type, SpecPlace place) {
        return place.node().isNull() ? Optional.empty() : Optional.of(value(type, place, ""));
    }

    /// A single number or name is a list of one; comma-separated names, in brackets or not, are a
    /// list.
    private static List<Object> list(Type type, SpecPlace place) {
        boolean names = type == String.class || ((Class<?>) type).isEnum();
        List<Object> values = new ArrayList<>();
        if (type == String.class && place.node().asText().isBlank() && !place.node().isArray()) {
            return values;
        }
        if (place.node().isArray()) {
            for (int i = 0; i < place.node().size(); i++) {
                values.add(element((Class<?>) type, place.element(i)));
            }
        } else if (names && place.node().isTextual()) {
            String text = place.node().textValue().strip().replaceAll("^\\[(.*)]$", "$1");
            for (String name : text.split(",", -1)) {
                values.add(
                        value(
                                type,
                                new SpecPlace(TextNode.valueOf(name.strip()), place.path()),
                                ""));
            }
        } else if (names || place.node().isNumber()) {
            values.add(value(type, place, ""));
        } else {
            throw place.mustBe("an array, for example [] or [16, 16]");
        }
        return values;
    }

    private static Object element(Class<?> type, SpecPlace place) {
        boolean hasDefaults = type.isRecord() && !SpecTypes.isPositional(type);
        return value(type, place, hasDefaults ? SpecTypes.defaults(type) : "");
    }

    private static Object positional(Class<?> record, SpecPlace place) {
        RecordComponent[] components = record.getRecordComponents();
        if (!place.node().isArray() || place.node().size() != components.length) {
            throw place.mustBe("an array [" + String.join(", ", SpecTypes.keys(record)) + "]");
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), place.element(i), "");
        }
        return inRange(place.path(), () -> SpecTypes.make(record, values));
    }

    /// A variant without braces: its name if it has no values, its value if it has one.
    private static Object bare(Class<?> sealed, SpecPlace place) {
        for (Class<?> variant : SpecTypes.variants(sealed)) {
            RecordComponent[] components = variant.getRecordComponents();
            if (components.length == 0 && place.node().asText().equals(SpecTypes.name(variant))) {
                return SpecTypes.make(variant);
            }
            if (components.length == 1 && place.node().isNumber()) {
                Object value = value(components[0].getGenericType(), place, "");
                return inRange(place.parent(), () -> SpecTypes.make(variant, value));
            }
        }
        throw place.mustBe("a whole number or \"full\"");
    }

    private static Class<?> variant(Class<?> sealed, SpecPlace place) {
        return SpecTypes.variant(sealed, place.node().isTextual() ? place.node().textValue() : "")
                .orElseThrow(
                        () -> place.mustBe("one of " + String.join(", ", SpecTypes.names(sealed))));
    }

    private static Object defaults(Class<?> variant, Object fallback) {
        return variant.isInstance(fallback) ? fallback : SpecTypes.defaults(variant);
    }

    private static Object constant(Class<?> type, SpecPlace place) {
        for (Object constant : type.getEnumConstants()) {
            if (place.node().isTextual()
                    && place.node().textValue().equals(SpecTypes.name((Enum<?>) constant))) {
                return constant;
            }
        }
        throw place.mustBe("one of " + String.join(", ", SpecTypes.names(type)));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
