package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.SplitSpec;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes a [RunSpec] as a JSON tree with every key, in the order of the code; those of
/// stratification and folds only if they are used.
final class SpecWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SpecWriter() {}

    static ObjectNode tree(RunSpec spec) {
        ObjectNode root = JSON.objectNode();
        SplitSpec split = spec.split();
        ObjectNode data = root.putObject("data").setAll((ObjectNode) value(spec.data()));
        data.putArray("split").add(split.train()).add(split.validation()).add(split.test());
        data.set("standardize", standardize(split.standardize()));
        data.set("inputs", split.inputs().isEmpty() ? JSON.nullNode() : array(split.inputs()));
        if (split.stratify()) {
            data.put("stratify", true);
        }
        split.folds().ifPresent(folds -> data.put("folds", folds).put("fold", split.fold()));
        root.set("model", value(spec.model()));
        root.set("training", value(spec.training()));
        root.set("seeds", value(spec.seeds()));
        return root;
    }

    private static JsonNode standardize(SplitSpec.Standardize scaling) {
        return switch (scaling) {
            case FULL -> JSON.booleanNode(true);
            case NONE -> JSON.booleanNode(false);
            case CENTER -> JSON.textNode(SpecReader.CENTER);
        };
    }

    static JsonNode value(Object value) {
        return switch (value) {
            case Double number -> JSON.numberNode(number);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case String text -> JSON.textNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Enum<?> constant -> JSON.textNode(SpecTypes.name(constant));
            case Optional<?> optional -> optional.map(SpecWriter::value).orElseGet(JSON::nullNode);
            case List<?> list -> list(list);
            case Record known -> record(known);
            default -> throw new IllegalStateException(value.getClass() + " has no JSON form.");
        };
    }

    private static JsonNode record(Record known) {
        Class<?> type = known.getClass();
        List<Object> values =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> SpecTypes.value(component, known))
                        .toList();
        Optional<Class<?>> sealed = SpecTypes.sealed(type);
        if (sealed.isPresent() && SpecTypes.isUntagged(sealed.get())) {
            return values.isEmpty()
                    ? JSON.textNode(SpecTypes.name(type))
                    : value(values.getFirst());
        }
        if (SpecTypes.isPositional(type)) {
            return array(values);
        }
        ObjectNode object = JSON.objectNode();
        sealed.ifPresent(_ -> object.put(SpecTypes.TYPE, SpecTypes.name(type)));
        for (RecordComponent component : type.getRecordComponents()) {
            object.set(component.getName(), value(SpecTypes.value(component, known)));
        }
        return object;
    }

    /// A single value for all layers is written as that value.
    private static JsonNode list(List<?> values) {
        return values.size() == 1
                        && (values.getFirst() instanceof Enum<?>
                                || values.getFirst() instanceof Double)
                ? value(values.getFirst())
                : array(values);
    }

    private static ArrayNode array(List<?> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(value(value)));
        return array;
    }
}
